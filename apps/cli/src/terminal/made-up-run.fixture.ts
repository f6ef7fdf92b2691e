// Builds a whole summary from a few curves, for the specs of the drawing. No number here is a result.
import type { RunSummary, SectorSummary } from '#libs/analysis';

export interface MadeUpSector {
  readonly id: string;
  readonly name: { readonly en: string; readonly zh?: string };
  readonly valueAddedYuanPerDay: number;
  readonly capacityRecovery: (day: number) => number;
  readonly resumption?: (day: number) => number;
  readonly bound?: (day: number) => string;
}

/** A straight way from one day's value to another's, flat before and after. */
export const ramp =
  (...points: readonly (readonly [day: number, value: number])[]) =>
  (day: number): number => {
    const next = points.findIndex(([at]) => at > day);
    if (next === 0) return points[0][1];
    if (next < 0) return points[points.length - 1][1];
    const [[fromDay, from], [toDay, to]] = [points[next - 1], points[next]];
    return from + ((to - from) * (day - fromDay)) / (toDay - fromDay);
  };

/** A summary whose rates, losses, shortages and bottlenecks follow from the sectors' curves. */
export function madeUpRun(days: number, sectors: readonly MadeUpSector[], rest: Partial<RunSummary> = {}): RunSummary {
  const all = Array.from({ length: days }, (_, day) => day);
  const total = sectors.reduce((sum, { valueAddedYuanPerDay }) => sum + valueAddedYuanPerDay, 0);
  const mean = (of: (sector: MadeUpSector) => number): number =>
    total === 0 ? 1 : sectors.reduce((sum, sector) => sum + sector.valueAddedYuanPerDay * of(sector), 0) / total;
  const lost = (sector: MadeUpSector, day: number): number =>
    sector.valueAddedYuanPerDay * (1 - sector.capacityRecovery(day));
  const start = rest.start ?? '2020-02-01';
  const summaries = sectors.map((sector) => madeUpSector(sector, all));
  const valueAdded = summaries.reduce((sum, { lostValueAddedYuan }) => sum + lostValueAddedYuan, 0);
  return {
    scenario: { id: 'made-up', name: { en: 'Made-up', zh: '虚构' } },
    seed: 7,
    start,
    days,
    enterprises: 33_740,
    links: 165_925,
    digest: '9f3a61c1d2e4b785',
    modelVersion: '1',
    rates: all.map((day) => ({
      day,
      date: new Date(Date.parse(start) + day * 86_400_000).toISOString().slice(0, 10),
      resumption: mean(({ resumption, capacityRecovery }) => (resumption ?? capacityRecovery)(day)),
      returnToPost: null,
      capacityRecovery: mean(({ capacityRecovery }) => capacityRecovery(day)),
      throughput: mean(({ capacityRecovery }) => capacityRecovery(Math.max(0, day - 3))),
    })),
    weights: { sector: 'base output', chain: 'value added' },
    sectors: summaries,
    zones: [],
    stuckAt: (sectors.length === 0 ? [] : all).flatMap((day) => {
      const worst = sectors.reduce((a, b) => (lost(b, day) > lost(a, day) ? b : a));
      const sum = sectors.reduce((part, sector) => part + lost(sector, day), 0);
      return sum > total * 0.01
        ? [{ day, sector: worst.id, bound: worst.bound?.(day) ?? 'capacity', share: lost(worst, day) / sum }]
        : [];
    }),
    lostYuan: { valueAdded, finalDemand: valueAdded * 0.8 },
    losses: null,
    bottleneck: null,
    exports: {
      containersLeft: 0,
      containersShipped: 0,
      firstContainerDay: null,
      onTimeInFull: 1,
      overdueYuan: 0,
      penaltyYuan: 0,
      cancelledYuan: 0,
    },
    observations: [],
    curves: [],
    recoverability: null,
    milestones: { told: 0, counted: 0 },
    warnings: [],
    leverCosts: [],
    ...rest,
  };
}

function madeUpSector(sector: MadeUpSector, all: readonly number[]): SectorSummary {
  const { id, name, valueAddedYuanPerDay, bound, resumption } = sector;
  const capacityRecovery = all.map(sector.capacityRecovery);
  const stays = (level: number): number | null => {
    const day = all.findIndex((from) => capacityRecovery.slice(from).every((ratio) => ratio >= level));
    return day < 0 ? null : day;
  };
  const firstDay = capacityRecovery.findIndex((ratio) => ratio < 0.95);
  const lowest = Math.min(...capacityRecovery);
  const bounds = all.map((day) => (capacityRecovery[day] < 0.99 ? (bound?.(day) ?? 'capacity') : 'none'));
  const lostYuan = capacityRecovery.reduce((sum, ratio) => sum + (1 - ratio) * valueAddedYuanPerDay, 0);
  return {
    id,
    name,
    capacityRecovery,
    lostYuan: lostYuan * 2.5,
    lostValueAddedYuan: lostYuan,
    resumption: all.map(resumption ?? sector.capacityRecovery),
    returnToPost: all.map(() => null),
    day80: stays(0.8),
    heldBy: all.flatMap((day) =>
      bounds[day] !== 'none' && bounds[day] !== bounds[day - 1] ? [{ bound: bounds[day], fromDay: day }] : [],
    ),
    shortage:
      firstDay < 0 ? null : { firstDay, lowest, lowestDay: capacityRecovery.indexOf(lowest), backDay: stays(0.95) },
  };
}
