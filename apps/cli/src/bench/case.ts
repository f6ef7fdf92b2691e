// What is measured: a chain, its stages, and the levers of a day.
import { Random, openShard, type Hash64, type Stage, type StageShard } from '#libs/kernel';
import { CHAIN_STAGES, neutralLevers, type Chain, type Levers } from '#libs/model';
import { assembleChain } from '#libs/scenario';
import type { SyntheticSize } from './networks';
import { SHOCKED_TIER, syntheticDraft } from './synthetic';

export interface BenchCase {
  readonly chain: Chain;
  readonly stages: readonly Stage<Chain, Levers>[];
  readonly seed: number;
  readonly leversOn: (day: number) => Levers;
}

/** Days on which the shocked tier has but a part of its capacity, as when its workers are away. */
const SHOCK = { from: 2, to: 90, capacityRatio: 0.4 };

export function syntheticCase(size: SyntheticSize): BenchCase {
  const draft = syntheticDraft(size);
  const shape = { capacity: draft.sectors.length, utility: 1, gate: 1, demand: 1, finished: 1, corridors: 0 };
  const calm = neutralLevers(shape);
  const shocked = neutralLevers(shape);
  shocked.capacity[SHOCKED_TIER] = SHOCK.capacityRatio;
  return {
    chain: assembleChain(draft),
    stages: CHAIN_STAGES.filter((stage) => stage.name === 'plants'),
    seed: draft.seed,
    leversOn: (day) => (day >= SHOCK.from && day < SHOCK.to ? shocked : calm),
  };
}

/** One shard per stage, on the eve. */
export function openShards({ chain, stages, seed }: BenchCase, hash: Hash64): StageShard<Chain, Levers>[] {
  const random = new Random(seed);
  return stages.map((stage) => openShard({ stage, chain, shard: { index: 0, count: 1 }, random, hash }));
}
