// What the core aims at on one core of a two-core machine, and whether it got there. Machines differ by a factor of three:
// times are also told in core days of the smallest network on the same machine, which do not.
import type { Measured } from './measure';
import type { LossesMeasured } from './losses';
import type { ThreadsMeasured } from './threads';
import type { WholeRun } from './whole-run';

/** Measured beside the networks; undefined is what was not measured, or failed. */
export interface Beside {
  readonly wholeRun?: WholeRun | undefined;
  readonly losses?: LossesMeasured | undefined;
  readonly threads?: ThreadsMeasured | undefined;
}

export interface Target {
  readonly name: string;
  readonly value: number;
  /** Milliseconds in one unit of the value; 0 where it is no time. */
  readonly unitMs: number;
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
export function targetsOf(measured: readonly Measured[], { wholeRun: whole, losses, threads }: Beside): Target[] {
  const by = (name: string): Measured | undefined => measured.find(({ network }) => network === name);
  const [small, large, keqiao] = [by('30k'), by('1m'), by('keqiao')];
  const buffers = Math.max(0, ...measured.map((one) => one.allocations.bufferBytesPerDay));
  const objects = large?.objectGraphDay && large.objectGraphDay.bestMs / large.coreDay.bestMs;
  const rows: Row[] = [
    ['30k core, ms a day', small?.coreDay.bestMs, { atMost: 4 }, 1],
    ['1m core, ms a day', large?.coreDay.bestMs, { atMost: 250 }, 1],
    ['1m memory at most, MB', large && large.peakRssBytes / 2 ** 20, { atMost: 1024 }],
    ['1m object graph over core', objects, { atLeast: 10 }],
    ['growth exponent in links', growthExponent(measured), { atMost: 1.25 }],
    ['heap bytes a day per further link', heapGrowthPerLink(measured), { atMost: 0.01 }],
    ['buffer bytes a day', buffers, { atMost: 0 }],
    ['keqiao heap bytes a day', keqiao?.allocations.heapBytesPerDay, { atMost: 65_536 }],
    ['keqiao compile, s', seconds(whole?.compile.bestMs), { atMost: 0.5 }, SECOND],
    ['goods chain alone, rates and digests, s', seconds(whole?.goodsRatesAndDigests.bestMs), { atMost: 0.6 }, SECOND],
    ['keqiao, rates and digests, s', seconds(whole?.ratesAndDigests.bestMs), { atMost: 0.9 }, SECOND],
    ['keqiao, with milestones and archive, s', seconds(whole?.withArchive.bestMs), { atMost: 2.5 }, SECOND],
    ['keqiao archive, MB', whole && whole.archiveBytes / 1e6, { atMost: 80 }],
    ['keqiao, what losses add to a run, ms a day', addedMs(threads), { atMost: 100 }, 1],
    ['keqiao why, first time, s for 22 days', seconds(losses && 22 * losses.tapeMsPerDay), { atMost: 5 }, SECOND],
    ['keqiao relief of a day, two workers, s', seconds(threads?.reliefMs), { atMost: 3 }, SECOND],
    ['two workers over one', threads && threads.oneWorkerMs / threads.twoWorkersMs, { atLeast: 1.7 }],
  ];
  return rows.flatMap(([name, value, bound, unitMs = 0]) =>
    value === undefined
      ? []
      : [{ name, value, unitMs, bound, isMet: 'atMost' in bound ? value <= bound.atMost : value >= bound.atLeast }],
  );
}

type Row = readonly [name: string, value: number | undefined, bound: Target['bound'], unitMs?: number];

const SECOND = 1000;

function addedMs(threads: ThreadsMeasured | undefined): number | undefined {
  return threads && (threads.runWithLossesMs - threads.runMs) / threads.days;
}

function seconds(ms: number | undefined): number | undefined {
  return ms === undefined ? undefined : ms / SECOND;
}
