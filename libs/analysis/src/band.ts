// Several runs of one scenario as a median and a band around it. Of 20 runs and more the band leaves out the lowest and
// the highest twentieth; of fewer it holds all. Each figure is one that a run had: of an even number of runs the median is
// the lower of the two in the middle.

/** Runs from which the outer ones can be left out. */
const ENOUGH_RUNS = 20;
const OUTER_SHARE = 0.05;

export type BandKind = '5-95 %' | 'min-max';

export interface Band {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/** One value a day. */
export interface BandByDay {
  readonly low: readonly number[];
  readonly median: readonly number[];
  readonly high: readonly number[];
}

export const bandKindOf = (runs: number): BandKind => (runs >= ENOUGH_RUNS ? '5-95 %' : 'min-max');

/** @param values one a run, at least one; Infinity for what never came */
export function bandOf(values: readonly number[]): Band {
  const sorted = [...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const last = sorted.length - 1;
  const outer = bandKindOf(values.length) === 'min-max' ? 0 : Math.floor(OUTER_SHARE * values.length);
  return { low: sorted[outer], median: sorted[Math.floor(last / 2)], high: sorted[last - outer] };
}

/** @param runs one series a run, equally long */
export function bandByDay(runs: readonly (readonly number[])[]): BandByDay {
  const days = runs[0].map((_, day) => bandOf(runs.map((series) => series[day])));
  return {
    low: days.map(({ low }) => low),
    median: days.map(({ median }) => median),
    high: days.map(({ high }) => high),
  };
}
