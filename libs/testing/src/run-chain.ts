// Runs a chain of a test: any number of shards, levers changed by day, everything readable after each day.
import { openShard, Random, runDays, type DayEnd, type Hash64, type StageShard } from '#libs/kernel';
import { CHAIN_STAGES, neutralLevers, type Chain, type Levers, type LeverShape } from '#libs/model';

export type ChainDayEnd = DayEnd<Chain, Levers>;

export interface ChainRun {
  readonly chain: Chain;
  readonly shape: LeverShape;
  readonly days: number;
  readonly shards?: number;
  readonly seed?: number;
  readonly hash?: Hash64;
  /** Changes the day's levers; they start neutral every day. */
  readonly change?: (levers: Levers, day: number) => void;
  readonly onDay?: (end: ChainDayEnd) => void;
}

/** Opens every stage's shards of a chain. */
export function openChain({
  chain,
  shards = 1,
  seed = 1,
  hash = () => 0n,
}: Pick<ChainRun, 'chain' | 'shards' | 'seed' | 'hash'>): StageShard<Chain, Levers>[] {
  const random = new Random(seed);
  return CHAIN_STAGES.flatMap((stage) =>
    Array.from({ length: shards }, (_, index) =>
      openShard({ stage, chain, shard: { index, count: shards }, random, hash }),
    ),
  );
}

/** The levers of a test's days. */
export function changedLevers(
  shape: LeverShape,
  change: (levers: Levers, day: number) => void = () => undefined,
): (day: number) => Levers {
  return (day) => {
    const levers = neutralLevers(shape);
    change(levers, day);
    return levers;
  };
}

export function runChain(run: ChainRun): StageShard<Chain, Levers>[] {
  const shards = openChain(run);
  runDays(shards, { from: 0, to: run.days }, changedLevers(run.shape, run.change), run.onDay);
  return shards;
}

/** One column of a stage, its shards joined, in the chain's order. */
export function columnOf(shards: readonly StageShard<Chain, Levers>[], stage: string, name: string): number[] {
  return shards
    .filter(({ source }) => source.stage === stage)
    .flatMap(({ state }) => Array.from(state.block.column(name)));
}

/** Output over base of every enterprise, in the chain's order. */
export function outputRatios(chain: Chain, shards: readonly StageShard<Chain, Levers>[]): number[] {
  const output = ['plants', 'markets', 'exporters'].flatMap((stage) => columnOf(shards, stage, 'outputYuan'));
  return output.map((output, i) => output / chain.enterprises.baseOutputYuan[i]);
}
