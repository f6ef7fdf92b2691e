// A run in one process: every shard under `driveStage` on the in-process log, control opening one day after the other.
import { addDigests, type DayDigest, type Frame, type StageShard } from '#libs/kernel';
import type { StageName } from '#libs/messages';
import { driveStage } from './drive-stage';
import { InProcessLog } from './in-process-log';

export interface RunDay {
  readonly day: number;
  /** By stage, shards added up, in the order of the shards given. */
  readonly digests: readonly { readonly stage: StageName; readonly digest: DayDigest }[];
  /** Valid until the next day is opened. */
  readonly frames: readonly Frame[];
}

export interface InProcessRun<C, L> {
  readonly shards: readonly StageShard<C, L>[];
  readonly leversOn: (day: number) => L;
  /** Last day in the shards' states: -1 for fresh ones. */
  readonly after: number;
  /** First day not run. */
  readonly end: number;
  readonly digests: boolean;
  /** Folds the day; the next one opens when it has resolved. */
  readonly onDay: (day: RunDay) => void | Promise<void>;
}

export async function runInProcess<C, L>({
  shards,
  leversOn,
  after,
  end,
  digests,
  onDay,
}: InProcessRun<C, L>): Promise<void> {
  const log = new InProcessLog(shards as readonly StageShard<never, never>[], after);
  const stages = shards.map((shard) => driveStage({ shard, log, leversOn, after, digests }));
  const failed = Promise.all(stages).then(() => undefined);
  const control = (async (): Promise<void> => {
    for (let day = after + 1; day < end; day++) {
      const { ends, frames } = await log.run(day);
      await onDay({ day, digests: byStage(ends), frames });
    }
  })().finally(() => log.end());
  await Promise.race([control, failed.then(() => control)]);
  await failed;
}

function byStage(ends: readonly { source: { stage: StageName }; digest: DayDigest }[]): RunDay['digests'] {
  const stages = [...new Set(ends.map(({ source }) => source.stage))];
  return stages.map((stage) => ({
    stage,
    digest: addDigests(ends.filter(({ source }) => source.stage === stage).map(({ digest }) => digest)),
  }));
}
