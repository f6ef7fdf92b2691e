// What a day allocates, as the median over days of how far the heap grew (on a day with a collection it shrinks). Buffers:
// how far array buffers grew over all of those days, which must be 0. A few kilobytes a day are the exchange's and the
// measurement's own; what must not be is growth with enterprises or links.
import { runDays, type StageShard } from '#libs/kernel';
import type { Chain, Levers } from '#libs/model';
import type { BenchCase } from './case';
import type { Schedule } from './networks';

export interface Allocations {
  readonly heapBytesPerDay: number;
  readonly bufferBytesPerDay: number;
}

/** Days looked at. */
const DAYS = 15;

export function measureAllocations(
  { leversOn }: BenchCase,
  shards: readonly StageShard<Chain, Levers>[],
  { warmUpDays }: Schedule,
): Allocations {
  const heap = new Float64Array(DAYS + 1);
  const buffers = new Float64Array(DAYS + 1);
  runDays(shards, { from: warmUpDays, to: warmUpDays + DAYS + 1 }, leversOn, ({ day }) => {
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    heap[day - warmUpDays] = heapUsed;
    buffers[day - warmUpDays] = arrayBuffers;
  });
  const grown = heap
    .subarray(1)
    .map((used, day) => used - heap[day])
    .sort();
  return { heapBytesPerDay: grown[Math.floor(DAYS / 2)], bufferBytesPerDay: (buffers[DAYS] - buffers[0]) / DAYS };
}
