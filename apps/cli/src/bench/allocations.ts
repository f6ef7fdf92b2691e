// What a day allocates. On the heap: growth of heapUsed over runs of days short enough that nothing is collected, so
// that growth is all that was allocated; the median of several runs. Buffers: growth of array buffers, which must be 0.
import { runDays, type StageShard } from '#libs/kernel';
import type { Chain, Levers } from '#libs/model';
import type { BenchCase } from './case';
import type { Schedule } from './networks';

export interface Allocations {
  readonly heapBytesPerDay: number;
  readonly bufferBytesPerDay: number;
}

const RUNS = 5;

/** Needs `node --expose-gc`; without it a collection may fall into a run, and its figure is too low. */
export function measureAllocations(
  { leversOn }: BenchCase,
  shards: readonly StageShard<Chain, Levers>[],
  { warmUpDays, daysPerRepeat }: Schedule,
): Allocations {
  const heap: number[] = [];
  const buffers: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    globalThis.gc?.();
    const start = { heap: 0, buffers: 0 };
    const end = { heap: 0, buffers: 0 };
    runDays(shards, { from: warmUpDays, to: warmUpDays + daysPerRepeat + 1 }, leversOn, ({ day }) => {
      if (day === warmUpDays) read(start);
      else if (day === warmUpDays + daysPerRepeat) read(end);
    });
    heap.push((end.heap - start.heap) / daysPerRepeat);
    buffers.push((end.buffers - start.buffers) / daysPerRepeat);
  }
  return { heapBytesPerDay: median(heap), bufferBytesPerDay: median(buffers) };
}

function read(into: { heap: number; buffers: number }): void {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  into.heap = heapUsed;
  into.buffers = arrayBuffers;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
