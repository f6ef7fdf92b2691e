// A run by its id, or by as much of its beginning as no other run shares.
import type { Stores } from '#libs/adapters';
import { InputError } from '#libs/messages';
import type { RunManifest, RunRow } from '#libs/runtime';
import { didYouMean } from '#libs/scenario';
import { patient } from './patient';

export interface FoundRun {
  readonly manifest: RunManifest;
  readonly row: RunRow;
}

const LISTED = '`resumption runs` lists all.';

/** @throws InputError STK_UNKNOWN_RUN, STK_AMBIGUOUS_RUN */
export async function findRun({ runs }: Pick<Stores, 'runs'>, name: string): Promise<FoundRun> {
  const exact = await patient(() => runs.row(name));
  const row = exact ?? oneOf(await patient(() => runs.rows()), name);
  const manifest = await patient(() => runs.manifest(row.id));
  if (!manifest) throw gone(row.id);
  return { manifest, row };
}

/** @throws InputError STK_NO_RUN */
export async function newestRun({ runs }: Pick<Stores, 'runs'>): Promise<FoundRun> {
  const [row] = await patient(() => runs.rows());
  if (row) return findRun({ runs }, row.id);
  const mend = 'Start one: resumption run FILE --stack.';
  throw new InputError({ code: 'STK_NO_RUN', path: 'RUN', reason: 'there is no run on the stack.', mend });
}

function oneOf(rows: readonly RunRow[], name: string): RunRow {
  const found = rows.filter(({ id }) => id.startsWith(name));
  if (found.length === 1) return found[0];
  const shown = JSON.stringify(name.slice(0, 60));
  if (found.length > 1) {
    const reason = `${found.length} runs begin with ${shown}.`;
    throw new InputError({ code: 'STK_AMBIGUOUS_RUN', path: 'RUN', reason, mend: `Write more of it. ${LISTED}` });
  }
  const ids = rows.map(({ id }) => id);
  const mend = `${didYouMean(name, ids)} ${LISTED}`;
  throw new InputError({ code: 'STK_UNKNOWN_RUN', path: 'RUN', reason: `no run ${shown}.`, mend });
}

/** A run that was there and no longer is. */
export function gone(run: string): InputError {
  return new InputError({ code: 'STK_UNKNOWN_RUN', path: 'RUN', reason: `${run} was removed.`, mend: LISTED });
}
