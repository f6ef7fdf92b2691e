// Finished runs side by side: when the chain and each sector were back, what was lost, rates on the days that matter.
import { staysAbove } from './sector-story';

/** One scope of a run, by day. */
export interface ScopeFigures {
  /** The sector; null for the chain. */
  readonly sector: string | null;
  readonly resumption: readonly number[];
  readonly capacityRecovery: readonly number[];
  readonly throughput: readonly number[];
  readonly lostValueAddedYuan: readonly number[];
  /** Null in archives from before it was kept. */
  readonly missedFinalYuan: readonly number[] | null;
}

/** Shares of base at which a scope counts as back. */
export const BACK_LEVELS = [0.8, 0.9, 0.95] as const;

/** A scope in several runs; one value a run, null where there is none. */
export interface ScopeComparison {
  readonly sector: string | null;
  /** First day from which capacity recovery stays at or above 80, 90, 95 %. */
  readonly day80: readonly (number | null)[];
  readonly day90: readonly (number | null)[];
  readonly day95: readonly (number | null)[];
  readonly lostValueAddedYuan: readonly (number | null)[];
  readonly missedFinalYuan: readonly (number | null)[];
}

/**
 * Compares scopes by sector, in the order of the first run; the chain comes first.
 * @param runs  the scopes of each run, the chain first
 * @param days  that all runs have: what comes later is left out
 */
export function compareScopes(runs: readonly (readonly ScopeFigures[])[], days: number): ScopeComparison[] {
  const sectors = [...new Set(runs.flatMap((scopes) => scopes.map(({ sector }) => sector)))];
  return sectors.map((sector) => {
    const each = <T>(value: (scope: ScopeFigures) => T | null): (T | null)[] =>
      runs.map((scopes) => {
        const scope = scopes.find((one) => one.sector === sector);
        return scope ? value(scope) : null;
      });
    const back = (level: number): (number | null)[] =>
      each(({ capacityRecovery }) => staysAbove(capacityRecovery.slice(0, days), level));
    const total = (series: readonly number[]): number => series.slice(0, days).reduce((sum, value) => sum + value, 0);
    const [day80, day90, day95] = BACK_LEVELS.map(back);
    return {
      sector,
      ...{ day80, day90, day95 },
      lostValueAddedYuan: each(({ lostValueAddedYuan }) => total(lostValueAddedYuan)),
      missedFinalYuan: each(({ missedFinalYuan }) => missedFinalYuan && total(missedFinalYuan)),
    };
  });
}

const MOST_KEY_DAYS = 6;

/** Days to show rates of: the first that differs, those that were observed, the last; quarters where these are few. */
export function keyDaysOf(days: number, wanted: readonly number[]): number[] {
  const chosen = new Set<number>();
  for (const day of [days - 1, ...wanted, ...[1, 2, 3].map((quarter) => Math.floor((days * quarter) / 4))]) {
    if (day >= 0 && day < days && chosen.size < MOST_KEY_DAYS) chosen.add(day);
  }
  return [...chosen].sort((a, b) => a - b);
}

/** What a comparison can be held to: by how much a run is worse than the first. */
export const COMPARED_METRICS = ['day80', 'day90', 'day95', 'lostValueAdded', 'missedFinalDemand'] as const;
export type ComparedMetric = (typeof COMPARED_METRICS)[number];

/** By run, how much worse the chain is than in the first: days later (infinite: never), or the share lost more. */
export function worseBy(chain: ScopeComparison, metric: ComparedMetric): number[] {
  const later = (days: readonly (number | null)[]): number[] =>
    days.map((day) => (day === days[0] ? 0 : (day ?? Infinity) - (days[0] ?? Infinity)));
  const more = (yuan: readonly (number | null)[]): number[] =>
    yuan.map((value) => {
      const gap = (value ?? 0) - (yuan[0] ?? 0);
      return gap === 0 ? 0 : gap / (yuan[0] ?? 0);
    });
  switch (metric) {
    case 'day80':
    case 'day90':
    case 'day95':
      return later(chain[metric]);
    case 'lostValueAdded':
      return more(chain.lostValueAddedYuan);
    case 'missedFinalDemand':
      return more(chain.missedFinalYuan);
    default:
      return metric satisfies never;
  }
}
