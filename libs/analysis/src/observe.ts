// Observed against simulated: each metric of a scenario's observations, from the folded days.
import type { Observation } from '#libs/scenario';
import type { ObservedAgainstSimulated } from './summary';

/** What observations are computed from; all series one value a day. */
export interface Observables {
  readonly days: number;
  readonly shopCount: number;
  /** Rates of one day over sectors (positions in chain.sectors). */
  readonly capacityRecovery: (sectors: readonly number[], day: number) => number;
  readonly resumption: (sectors: readonly number[], day: number) => number;
  readonly throughput: (sectors: readonly number[], day: number) => number;
  readonly shopsOpen: readonly number[];
  readonly turnoverYuan: readonly number[];
  readonly visitors: readonly number[];
  readonly containers: readonly number[];
  readonly outputOf: (enterprise: number) => readonly number[];
  readonly lever: (path: string, day: number) => number | null;
  readonly marketOpening: number | null;
}

type Unit = ObservedAgainstSimulated['unit'];

const UNITS: Record<Observation['metric'], Unit> = {
  capacityRecovery: 'ratio',
  resumption: 'ratio',
  throughput: 'ratio',
  shopsOpen: 'shops',
  turnover: 'yuan',
  visitors: 'visitors',
  firstContainer: 'day',
  marketOpening: 'day',
  containers: 'containers',
  daysAbove: 'days',
  lever: 'value',
};

export function observe(observations: readonly Observation[], seen: Observables): ObservedAgainstSimulated[] {
  return observations.map((one) => {
    const unit = UNITS[one.metric];
    const simulated = simulate(one, seen);
    return {
      id: one.id,
      role: one.role,
      metric: one.metric,
      subject: one.subject,
      unit,
      day: unit === 'day' ? null : one.on,
      observed: one.value,
      atLeast: one.atLeast,
      simulated,
      within: one.within === undefined || simulated === null ? null : isWithin(one, simulated, seen),
      tolerance: one.within ?? null,
      source: one.source ?? null,
    };
  });
}

function simulate(one: Observation, seen: Observables): number | null {
  if (UNITS[one.metric] !== 'day' && one.on >= seen.days) return null;
  const sum = (series: readonly number[]): number =>
    series.slice(one.from, one.on + 1).reduce((total, value) => total + value, 0);
  switch (one.metric) {
    case 'capacityRecovery':
      return seen.capacityRecovery(one.sectors, one.on);
    case 'resumption':
      return seen.resumption(one.sectors, one.on);
    case 'throughput':
      return seen.throughput(one.sectors, one.on);
    case 'shopsOpen':
      return seen.shopsOpen[one.on];
    case 'turnover':
      return sum(seen.turnoverYuan);
    case 'visitors':
      return sum(seen.visitors);
    case 'containers':
      return sum(seen.containers);
    case 'daysAbove':
      return seen
        .outputOf(one.enterprise)
        .slice(one.from, one.on + 1)
        .filter((yuan) => yuan >= one.aboveYuan).length;
    case 'firstContainer': {
      const day = seen.containers.findIndex((count) => count > 0);
      return day < 0 ? null : day;
    }
    case 'marketOpening':
      return seen.marketOpening;
    case 'lever':
      return seen.lever(one.lever ?? '', one.on);
    default:
      return one.metric satisfies never;
  }
}

function isWithin(
  { metric, value, atLeast, within }: Observation,
  simulated: number,
  { shopCount }: Observables,
): boolean {
  const gap = atLeast ? Math.max(0, value - simulated) : Math.abs(simulated - value);
  if (within === undefined) return true;
  if ('days' in within) return gap <= within.days;
  if ('percent' in within) return gap <= (within.percent / 100) * value;
  return gap <= (within.points / 100) * (metric === 'shopsOpen' ? shopCount : 1);
}
