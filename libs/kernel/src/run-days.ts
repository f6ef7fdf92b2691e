// Runs all shards of all stages in lock-step in one call, without a log: for tests, ensembles and relief.
import type { DayDigest } from './digest';
import { addDigests } from './digest';
import { Mailbox } from './mailbox';
import type { Frame } from './route';
import { digestOf, framesOf, stepDay, type StageShard } from './stage-shard';
import { asDay } from '#libs/messages';

export interface DayEnd<C, L> {
  readonly day: number;
  readonly shards: readonly StageShard<C, L>[];
  readonly frames: readonly Frame[];
  /** Digests the day; costs nothing when nobody asks. Only before the next day is stepped. */
  readonly digest: () => DayDigest;
}

/**
 * Steps the days [from, to).
 * @param leversOn the levers of a day
 * @param onDay    called after each day; its frames are overwritten two days later
 */
export function runDays<C, L>(
  shards: readonly StageShard<C, L>[],
  days: { readonly from: number; readonly to: number },
  leversOn: (day: number) => L,
  onDay: (end: DayEnd<C, L>) => void = () => undefined,
): void {
  const eve = days.from - 1;
  const mailboxes = shards.map((shard) => new Mailbox(upstreamOf(shard, shards), eve - 1));
  const deliver = (from: StageShard<C, L>, day: number, frames: readonly Frame[]): void =>
    shards.forEach((to, i) => {
      const mine = frames.filter((frame) => reaches(frame, to));
      if (isUpstream(from, to)) mailboxes[i].deliver(from.source, day, mine);
    });
  for (const shard of shards) deliver(shard, eve, framesOf(shard, asDay(eve)));
  for (let day = days.from; day < days.to; day++) {
    const levers = leversOn(day);
    const inboxes = mailboxes.map((mailbox) => mailbox.take(day - 1));
    const stepped = shards.map((shard, i) => stepDay(shard, day, levers, inboxes[i]));
    stepped.forEach((frames, i) => deliver(shards[i], day, frames));
    onDay({ day, shards, frames: stepped.flat(), digest: () => addDigests(shards.map((shard) => digestOf(shard))) });
  }
}

function reaches<C, L>(frame: Frame, to: StageShard<C, L>): boolean {
  return frame.route.to.stage === to.source.stage && frame.route.to.shard === to.source.shard;
}

function isUpstream<C, L>(from: StageShard<C, L>, to: StageShard<C, L>): boolean {
  return from.outbox.routes.some((route) => route.to.stage === to.source.stage && route.to.shard === to.source.shard);
}

function upstreamOf<C, L>(to: StageShard<C, L>, shards: readonly StageShard<C, L>[]): StageShard<C, L>['source'][] {
  return shards.filter((from) => isUpstream(from, to)).map((from) => from.source);
}
