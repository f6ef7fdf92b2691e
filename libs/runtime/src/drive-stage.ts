// How every stage shard lives, in one process and as a service: wait until control opens the day and the upstream
// sources have ended the day before, step, publish. Nothing else ever enters.
import { digestOf, framesOf, stepDay, type DayDigest, type StageShard } from '#libs/kernel';
import { asDay } from '#libs/messages';
import type { EventLog } from './event-log';

export interface StageDrive<C, L> {
  readonly shard: StageShard<C, L>;
  readonly log: EventLog;
  /** The levers of a day, read before the next day is asked for. */
  readonly leversOn: (day: number) => L;
  /** Last day in the shard's state: -1 for a fresh one, a snapshot's day after a restore. */
  readonly after: number;
  /** Whether to digest each day; the run's digest needs it, a measurement of the bare model may do without. */
  readonly digests: boolean;
  /** Called when all inputs of a day are there. */
  readonly begun?: (day: number) => void;
  /** Keeps the state of a day, once all that the day sent is safe. Before that, a crash would lose what was sent. */
  readonly keep?: (day: number) => Promise<void>;
}

const NO_DIGEST: DayDigest = { state: 0n, flow: 0n };

/** Drives one shard until the run ends. The outbox of the last day is published first: receivers may have missed it. */
export async function driveStage<C, L>({
  shard,
  log,
  leversOn,
  after,
  digests,
  begun,
  keep,
}: StageDrive<C, L>): Promise<void> {
  const { source } = shard;
  const digest = (): DayDigest => (digests ? digestOf(shard) : NO_DIGEST);
  await log.publish({ source, day: after, digest: after < 0 ? NO_DIGEST : digest() }, framesOf(shard, asDay(after)));
  for (let day = after + 1; await log.opened(day); day++) {
    const inbox = await log.inputs(source, day - 1);
    begun?.(day);
    const frames = stepDay(shard, day, leversOn(day), inbox);
    await log.publish({ source, day, digest: digest() }, frames);
    await keep?.(day);
  }
}
