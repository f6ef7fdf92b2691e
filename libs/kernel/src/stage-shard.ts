// One stage shard under way: state, frames, digests, snapshots. `stepDay` is the only loop body there is: `runDays`
// and runtime's `driveStage` both call it.
import { asDay, stageIndex, type Day, type Source } from '#libs/messages';
import type { Shard } from './blocks';
import { Digester, type DayDigest, type Hash64 } from './digest';
import type { Inbox } from './inbox';
import { Outbox } from './outbox';
import type { Random } from './random';
import type { Frame } from './route';
import type { Stage, StageState } from './stage';

export interface StageShard<C, L> {
  readonly source: Source;
  readonly stage: Stage<C, L>;
  readonly state: StageState;
  readonly chain: C;
  readonly random: Random;
  readonly outbox: Outbox;
  readonly digester: Digester;
}

/** Opens a stage shard before day 0. */
export function openShard<C, L>(options: {
  stage: Stage<C, L>;
  chain: C;
  shard: Shard;
  random: Random;
  hash: Hash64;
}): StageShard<C, L> {
  const { stage, chain, shard, random, hash } = options;
  const state = stage.open(chain, shard);
  return {
    source: { stage: stage.name, shard: shard.index },
    stage,
    state,
    chain,
    random,
    outbox: new Outbox(state.block, stage.routes(chain, shard)),
    digester: new Digester(state.block, stageIndex(stage.name), shard, hash),
  };
}

/** The frames of the eve (day -1) or, after a restore, of the snapshot's day: they are cut from the flow columns. */
export function framesOf<C, L>(shard: StageShard<C, L>, day: Day): readonly Frame[] {
  return shard.outbox.frames(day);
}

/** One stage's day: state + inbox -> state + frames. Its digest is a call of its own, for drivers that keep one. */
export function stepDay<C, L>(shard: StageShard<C, L>, day: number, levers: L, inbox: Inbox): readonly Frame[] {
  const { chain, random, state, outbox } = shard;
  shard.stage.step({ day: asDay(day), chain, levers, random, state, inbox });
  return outbox.frames(day);
}

/** Digest of the day that the shard stepped last. */
export function digestOf<C, L>(shard: StageShard<C, L>): DayDigest {
  return shard.digester.today();
}
