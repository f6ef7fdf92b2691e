// What the core aims at on one core of a two-core machine, and whether it got there.
import type { Measured } from './measure';
import type { WholeRun } from './whole-run';

export interface Target {
  readonly name: string;
  readonly value: number;
  readonly bound: { readonly atMost: number } | { readonly atLeast: number };
  readonly isMet: boolean;
}

/** Slope of ms a day against links, both as logarithms, from the smallest synthetic network to the largest. */
export function growthExponent(measured: readonly Measured[]): number | undefined {
  const ends = synthetic(measured);
  if (!ends) return undefined;
  const { small, large } = ends;
  return Math.log(large.coreDay.bestMs / small.coreDay.bestMs) / Math.log(large.links / small.links);
}

/** Bytes of heap that a day allocates more per link more. */
function heapGrowthPerLink(measured: readonly Measured[]): number | undefined {
  const ends = synthetic(measured);
  if (!ends) return undefined;
  const { small, large } = ends;
  return (large.allocations.heapBytesPerDay - small.allocations.heapBytesPerDay) / (large.links - small.links);
}

function synthetic(measured: readonly Measured[]): { small: Measured; large: Measured } | undefined {
  const sorted = measured.filter((one) => one.objectGraphDay).sort((a, b) => a.links - b.links);
  const [small, large] = [sorted.at(0), sorted.at(-1)];
  return small && large && small !== large ? { small, large } : undefined;
}

/** The targets that these networks can tell. */
export function targetsOf(measured: readonly Measured[], whole?: WholeRun): Target[] {
  const by = (name: string): Measured | undefined => measured.find(({ network }) => network === name);
  const [small, large, keqiao] = [by('30k'), by('1m'), by('keqiao')];
  const buffers = Math.max(0, ...measured.map((one) => one.allocations.bufferBytesPerDay));
  const objects = large?.objectGraphDay && large.objectGraphDay.bestMs / large.coreDay.bestMs;
  const rows: [string, number | undefined, Target['bound']][] = [
    ['30k core, ms a day', small?.coreDay.bestMs, { atMost: 4 }],
    ['1m core, ms a day', large?.coreDay.bestMs, { atMost: 250 }],
    ['1m memory at most, MB', large && large.peakRssBytes / 2 ** 20, { atMost: 1024 }],
    ['1m object graph over core', objects, { atLeast: 10 }],
    ['growth exponent in links', growthExponent(measured), { atMost: 1.25 }],
    ['heap bytes a day per further link', heapGrowthPerLink(measured), { atMost: 0.01 }],
    ['buffer bytes a day', buffers, { atMost: 0 }],
    ['keqiao heap bytes a day', keqiao?.allocations.heapBytesPerDay, { atMost: 65_536 }],
    ['keqiao compile, s', whole && whole.compile.bestMs / 1000, { atMost: 0.5 }],
    ['keqiao, rates and digests, s', whole && whole.ratesAndDigests.bestMs / 1000, { atMost: 0.6 }],
    ['keqiao, with milestones and archive, s', whole && whole.withArchive.bestMs / 1000, { atMost: 2 }],
    ['keqiao archive, MB', whole && whole.archiveBytes / 1e6, { atMost: 60 }],
  ];
  return rows.flatMap(([name, value, bound]) =>
    value === undefined
      ? []
      : [{ name, value, bound, isMet: 'atMost' in bound ? value <= bound.atMost : value >= bound.atLeast }],
  );
}
