// Healing: a run goes on in a new attempt from the newest day of which every shard has a snapshot and which is projected.
// It needs nothing that the log may have lost: every shard publishes its outbox of that day again.
import type { RecordLog } from './record-log';
import { sourcesOf } from './run-model';
import type { RunManifest, RunRow, RunStore } from './run-store';
import type { StateStore } from './state-store';

/** @returns the attempt begun; undefined where another was faster */
export async function heal(
  { log, runs, states }: { readonly log: RecordLog; readonly runs: RunStore; readonly states: StateStore },
  manifest: RunManifest,
  row: RunRow,
): Promise<{ attempt: number; startDay: number } | undefined> {
  await log.ensureTopics();
  const startDay = await states.commonDay(row.id, sourcesOf(manifest), row.projectedDay);
  const healed = { attempt: row.attempt + 1, startDay };
  return (await runs.heal(row.id, healed)) ? healed : undefined;
}
