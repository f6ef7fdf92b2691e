// `resumption runs rm RUN...`, or `--keep-bytes 5GB`: forgets runs and everything kept of them.
import type { RunSize, Stores } from '#libs/adapters';
import { InputError } from '#libs/messages';
import type { Context } from '../context';
import { byteSize, wordsOf } from '#libs/words';
import { findRun } from './find-run';
import { patient } from './patient';
import { beyond, bytesOf } from './retention';
import { withStack, type StackOption } from './stack';

export interface RemoveOptions extends StackOption {
  readonly keepBytes?: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** @throws InputError CLI_NOTHING_NAMED, STK_RUN_GOES_ON, STK_UNKNOWN_RUN */
export async function removeRuns(names: readonly string[], options: RemoveOptions, context: Context): Promise<void> {
  const { keepBytes, force = false, json } = options;
  if (names.length > 0 === (keepBytes !== undefined)) {
    const mend = 'Write resumption runs rm RUN..., or resumption runs rm --keep-bytes 5GB.';
    throw new InputError({ code: 'CLI_NOTHING_NAMED', path: 'RUN', reason: 'name runs or a size, one of both.', mend });
  }
  const most = keepBytes === undefined ? undefined : bytesOf('--keep-bytes', keepBytes);
  const { removed, kept } = await withStack(options, async ({ stores }) => {
    const sizes = await patient(() => stores.sizes());
    const chosen = most === undefined ? await namedRuns(stores, names, sizes, force) : beyond(sizes, most);
    for (const { run } of chosen) await patient(() => stores.runs.remove(run));
    return { removed: chosen, kept: sumOf(sizes) - sumOf(chosen) };
  });
  if (json) context.out(`${JSON.stringify({ removed: removed.map(({ run }) => run), keptBytes: kept })}\n`);
  else {
    const words = wordsOf(context.language);
    context.out(`${words.runsRemoved(removed.length, byteSize(sumOf(removed)))}\n`);
    if (most !== undefined && kept > most) context.out(`${words.stillKept(byteSize(kept))}\n`);
  }
}

/** All are looked up before one is removed. */
async function namedRuns(
  stores: Stores,
  names: readonly string[],
  sizes: readonly RunSize[],
  isForced: boolean,
): Promise<RunSize[]> {
  const chosen = new Map<string, RunSize>();
  for (const name of names) {
    const { row, manifest } = await findRun(stores, name);
    if (row.status === 'running' && !isForced) {
      const mend = `Wait until it has ended, or end it here: resumption runs rm ${row.id} --force.`;
      throw new InputError({ code: 'STK_RUN_GOES_ON', path: 'RUN', reason: `${row.id} goes on.`, mend });
    }
    const size = sizes.find(({ run }) => run === row.id);
    chosen.set(row.id, size ?? { run: row.id, bytes: 0, createdAt: manifest.createdAt, status: row.status });
  }
  return [...chosen.values()];
}

const sumOf = (sizes: readonly RunSize[]): number => sizes.reduce((sum, { bytes }) => sum + bytes, 0);
