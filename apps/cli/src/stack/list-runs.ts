// `resumption runs`: the runs of a stack, newest first.
import type { Stores } from '#libs/adapters';
import type { RunRow } from '#libs/runtime';
import type { Context } from '../context';
import { drawRuns } from '../terminal';
import { patient } from './patient';
import { withStack, type StackOption } from './stack';

/** A run as it is listed. */
interface ListedRun {
  readonly run: string;
  readonly scenario: string;
  readonly status: 'playing' | 'paused' | 'ended' | 'failed';
  /** Days done, of so many. */
  readonly daysDone: number;
  readonly days: number;
  readonly digest: string | null;
  readonly failure: string | null;
  readonly bytes: number;
  readonly createdAt: string;
  readonly shards: number;
}

export async function listRuns(options: StackOption & { readonly json?: boolean }, context: Context): Promise<void> {
  const listed = await withStack(options, ({ stores }) => listedRuns(stores));
  if (options.json) context.out(`${JSON.stringify(listed)}\n`);
  else context.out(`${drawRuns(listed, Date.now(), context)}\n`);
}

async function listedRuns(stores: Stores): Promise<ListedRun[]> {
  const { runs } = stores;
  const bytes = new Map((await patient(() => stores.sizes())).map((size) => [size.run, size.bytes]));
  const listed: ListedRun[] = [];
  // One by one: a manifest holds the scenario's text and tables, which may be large.
  for (const row of await patient(() => runs.rows())) {
    const manifest = await patient(() => runs.manifest(row.id));
    if (!manifest) continue;
    const { scenario, days, createdAt, shards } = manifest;
    listed.push({
      ...{ run: row.id, scenario: scenario.name, status: statusOf(row), daysDone: row.projectedDay + 1, days },
      ...{ digest: row.digest, failure: row.failure, bytes: bytes.get(row.id) ?? 0, createdAt, shards },
    });
  }
  return listed;
}

function statusOf({ status, mode }: RunRow): ListedRun['status'] {
  return status === 'running' ? mode : status;
}
