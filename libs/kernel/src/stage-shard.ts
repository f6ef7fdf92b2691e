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

/** All columns of a stage after a day, its shards joined: the same for any sharding. */
export interface StageSnapshot {
  readonly stage: Source['stage'];
  readonly columns: readonly { readonly name: string; readonly values: Float64Array }[];
}

/** Copies a stage's columns. @param shards all shards of one stage, by index. @param spare whose memory is written over */
export function snapshotOf<C, L>(shards: readonly StageShard<C, L>[], spare?: StageSnapshot): StageSnapshot {
  const [{ source, state }] = shards;
  const columns = state.block.specs.map(({ name }, at) => {
    const parts = shards.map((shard) => shard.state.block.columns[at]);
    const length = parts.reduce((sum, part) => sum + part.length, 0);
    const known = spare?.columns.at(at)?.values;
    const values = known?.length === length ? known : new Float64Array(length);
    let offset = 0;
    for (const part of parts) {
      values.set(part, offset);
      offset += part.length;
    }
    return { name, values };
  });
  return { stage: source.stage, columns };
}

/**
 * Puts a stage back to the end of the snapshot's day; its outbox of that day is cut again from the flow columns.
 * @throws RangeError when columns or sizes differ: another chain, or another model
 */
export function restoreStage<C, L>(shards: readonly StageShard<C, L>[], snapshot: StageSnapshot): void {
  const offsets = new Array<number>(snapshot.columns.length).fill(0);
  for (const { state } of shards) {
    state.block.specs.forEach(({ name }, at) => {
      const from = snapshot.columns.at(at);
      const into = state.block.columns[at];
      const part = from?.values.subarray(offsets[at], offsets[at] + into.length);
      if (from?.name !== name || part?.length !== into.length)
        throw new RangeError(`snapshot does not fit column ${name}`);
      into.set(part);
      offsets[at] += into.length;
    });
  }
  const isWhole = snapshot.columns.every(({ values }, at) => values.length === offsets[at]);
  if (!isWhole) throw new RangeError(`snapshot of ${snapshot.stage} is larger than the stage`);
}
