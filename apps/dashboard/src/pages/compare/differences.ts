// Differences by day: a run's rate over the first run's, for the shading and for where it shows.
import type { Comparison, Rate } from './shape';

export interface Spread {
  /** By day, fork less base. */
  readonly by: readonly number[];
  readonly mostDay: number;
  /** The largest difference, whichever way. */
  readonly most: number;
}

export function spreadOf(base: readonly number[], fork: readonly number[], days: number): Spread {
  const by = Array.from({ length: days }, (_, day) => (fork[day] ?? 0) - (base[day] ?? 0));
  let mostDay = 0;
  by.forEach((value, day) => {
    if (Math.abs(value) > Math.abs(by[mostDay])) mostDay = day;
  });
  return { by, mostDay, most: by[mostDay] ?? 0 };
}

export interface SectorSpread extends Spread {
  readonly sector: string;
}

/** By sector in chain order. */
export function sectorSpreads({ sectors, days }: Comparison, at: number, rate: Rate): SectorSpread[] {
  const base = sectors[0] ?? [];
  return base.flatMap((scope) => {
    const other = (sectors[at] ?? []).find(({ sector }) => sector === scope.sector);
    if (scope.sector === null || !other) return [];
    return [{ sector: scope.sector, ...spreadOf(scope[rate], other[rate], days) }];
  });
}

/** Differences below this are rounding. */
export const ROUNDING = 0.0005;
