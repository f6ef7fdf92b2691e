// What the core aims at on one core of a two-core machine, and whether it got there.
import type { Measured } from './measure';

export interface Target {
  readonly name: string;
  readonly value: number;
  readonly limit: number;
  readonly isMet: boolean;
}

/** Slope of ms a day against links, both as logarithms, from the smallest synthetic network to the largest. */
export function growthExponent(measured: readonly Measured[]): number | undefined {
  const synthetic = measured.filter((one) => one.objectGraphDay).sort((a, b) => a.links - b.links);
  const [small, large] = [synthetic.at(0), synthetic.at(-1)];
  if (!small || !large || small === large) return undefined;
  return Math.log(large.coreDay.bestMs / small.coreDay.bestMs) / Math.log(large.links / small.links);
}

/** Bytes of heap that a day allocates more per link more, from the smallest synthetic network to the largest. */
function heapGrowthPerLink(measured: readonly Measured[]): number | undefined {
  const synthetic = measured.filter((one) => one.objectGraphDay).sort((a, b) => a.links - b.links);
  const [small, large] = [synthetic.at(0), synthetic.at(-1)];
  if (!small || !large || small === large) return undefined;
  return (large.allocations.heapBytesPerDay - small.allocations.heapBytesPerDay) / (large.links - small.links);
}

/** The targets that these networks can tell. */
export function targetsOf(measured: readonly Measured[]): Target[] {
  const by = (name: string): Measured | undefined => measured.find(({ network }) => network === name);
  const [small, large, keqiao] = [by('30k'), by('1m'), by('keqiao')];
  const rows: [string, number | undefined, number][] = [
    ['30k core, ms a day', small?.coreDay.bestMs, 4],
    ['1m core, ms a day', large?.coreDay.bestMs, 250],
    ['1m peak memory, MB', large && large.peakRssBytes / 2 ** 20, 1024],
    ['growth exponent in links', growthExponent(measured), 1.25],
    ['heap bytes a day per further link', heapGrowthPerLink(measured), 0.01],
    ['buffer bytes a day', Math.max(...measured.map((one) => one.allocations.bufferBytesPerDay)), 0],
    ['keqiao digest, ms a day', keqiao?.digest.bestMs, 2.5],
  ];
  return rows.flatMap(([name, value, limit]) => (value === undefined ? [] : [{ name, value, limit, isMet: value <= limit }]));
}
