// Measures one network: the core, what hangs on a day (digest, snapshot, frames), the object version, memory.
import { digestOf, framesOf, snapshotOf, type Hash64, type StageShard } from '#libs/kernel';
import { asDay } from '#libs/messages';
import type { Chain, Levers } from '#libs/model';
import { measureAllocations, type Allocations } from './allocations';
import { openShards, type BenchCase } from './case';
import { timeRepeats, type Timing } from './clock';
import { measureCoreDay, type CoreDay } from './core-day';
import { measureMemory } from './memory-loop';
import type { BenchNetwork, Schedule } from './networks';
import { measureObjectGraph } from './object-graph';
import { ProductionLog } from './production';

export interface Measured extends CoreFigures {
  readonly network: string;
  readonly enterprises: number;
  readonly links: number;
  /** Drafting and putting in order, or compiling the scenario file. */
  readonly chainMs: number;
  readonly productionDigest: string;
  readonly objectGraphDay?: Timing;
  /** Streaming once over as many bytes as the core's columns. */
  readonly memoryPass: Timing;
  readonly memoryGigabytesPerSecond: number;
}

interface CoreFigures extends CoreDay {
  /** From the chain to shards on the eve. */
  readonly openMs: number;
  readonly digest: Timing;
  readonly snapshot: Timing;
  /** Cutting a day's frames from flow columns; a part of the core day. */
  readonly frames: Timing;
  readonly stateBytes: number;
  readonly allocations: Allocations;
}

type Shards = readonly StageShard<Chain, Levers>[];

/**
 * @param makeCase builds the chain
 * @throws Error when the object version yields other production than the core
 */
export function measureNetwork(
  { name, size, schedule }: BenchNetwork,
  makeCase: () => BenchCase,
  hash: Hash64,
): Measured {
  const start = performance.now();
  const one = makeCase();
  const chainMs = performance.now() - start;
  const log = new ProductionLog(hash, schedule.warmUpDays);
  const core = measureCore(one, schedule, log, hash);
  const objectGraphDay = size && compareWithObjects(one, schedule, log, hash);
  const memory = measureMemory(core.stateBytes, schedule.repeats);
  return {
    ...{ network: name, enterprises: one.chain.enterprises.count, links: one.chain.links.count, chainMs, ...core },
    ...{ productionDigest: log.digest, ...(objectGraphDay && { objectGraphDay }) },
    ...{ memoryPass: memory.pass, memoryGigabytesPerSecond: memory.gigabytesPerSecond },
  };
}

/** All that needs the core's shards, which are gone when it returns. */
function measureCore(one: BenchCase, schedule: Schedule, log: ProductionLog, hash: Hash64): CoreFigures {
  const start = performance.now();
  const shards = openShards(one, hash);
  const openMs = performance.now() - start;
  const core = measureCoreDay(one, shards, schedule, log);
  const allocations = measureAllocations(one, shards, schedule);
  const stateBytes = shards.reduce((sum, { state }) => sum + state.block.byteLength, 0);
  return { openMs, ...core, allocations, stateBytes, ...measureAside(shards, schedule) };
}

/** Calls before measuring starts, for the code to get warm. */
const WARM_UPS = 10;

/** What a driver may do beside the day. */
function measureAside(shards: Shards, { repeats }: Schedule): Pick<Measured, 'digest' | 'snapshot' | 'frames'> {
  const each = (action: (shard: Shards[number]) => void): Timing => {
    timeRepeats(WARM_UPS, () => shards.forEach(action));
    return timeRepeats(repeats, () => shards.forEach(action));
  };
  return {
    digest: each((shard) => digestOf(shard)),
    snapshot: each((shard) => snapshotOf([shard])),
    frames: each((shard) => framesOf(shard, asDay(0))),
  };
}

function compareWithObjects(one: BenchCase, { repeats }: Schedule, log: ProductionLog, hash: Hash64): Timing {
  const objects = new ProductionLog(hash, log.days);
  const day = measureObjectGraph(one, objects, repeats);
  if (objects.digest !== log.digest) {
    throw new Error(`production differs: columns ${log.digest}, objects ${objects.digest}`);
  }
  return day;
}
