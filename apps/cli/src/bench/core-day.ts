// The core day: every stage's step and the exchange of frames, as `runDays` does it, without digests.
import { restoreStage, runDays, snapshotOf, type StageShard } from '#libs/kernel';
import type { Chain, Levers } from '#libs/model';
import type { BenchCase } from './case';
import { timingOf, type Timing } from './clock';
import type { Schedule } from './networks';
import type { ProductionLog } from './production';

export interface CoreDay {
  readonly coreDay: Timing;
  readonly frameBytesPerDay: number;
  /** The process with the core alone, after warming up: now, and at most so far (drafting and compiling included). */
  readonly rssBytes: number;
  readonly peakRssBytes: number;
}

type Shards = readonly StageShard<Chain, Levers>[];

/** Warms up, then runs the same days again and again from one snapshot; ms a day of each repeat. */
export function measureCoreDay(one: BenchCase, shards: Shards, schedule: Schedule, log: ProductionLog): CoreDay {
  const { warmUpDays, daysPerRepeat, repeats } = schedule;
  let frameBytesPerDay = 0;
  runDays(shards, { from: 0, to: warmUpDays }, one.leversOn, ({ day, frames }) => {
    log.add(day, shards);
    frameBytesPerDay = frames.reduce((sum, { columns }) => sum + bytesOf(columns), 0);
  });
  globalThis.gc?.();
  const memory = { rssBytes: process.memoryUsage.rss(), peakRssBytes: process.resourceUsage().maxRSS * 1024 };
  const start = shards.map((shard) => snapshotOf([shard]));
  const samples = Array.from({ length: repeats }, () => {
    shards.forEach((shard, i) => restoreStage([shard], start[i]));
    return msPerDay(one, shards, warmUpDays, daysPerRepeat);
  });
  return { coreDay: timingOf(samples), frameBytesPerDay, ...memory };
}

/** The first day is left out: its frames are cut from the restored state. */
function msPerDay({ leversOn }: BenchCase, shards: Shards, from: number, days: number): number {
  let first = 0;
  let last = 0;
  runDays(shards, { from, to: from + days + 1 }, leversOn, ({ day }) => {
    last = performance.now();
    if (day === from) first = last;
  });
  return (last - first) / days;
}

function bytesOf(columns: readonly Float64Array[]): number {
  return columns.reduce((sum, column) => sum + column.byteLength, 0);
}
