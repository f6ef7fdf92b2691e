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
  /** Staff on post over normal staff, of sectors or of an enterprise; null where no staff is modelled. */
  readonly returnToPost: (sectors: readonly number[], enterprise: number, day: number) => number | null;
  /** Of observations of the meter, by id. */
  readonly electricity: ReadonlyMap<string, number>;
  /** First day from which a sector stays at half of base or above; null if never. */
  readonly halfwayDay: (sector: number) => number | null;
  /** First day on which a constraint holds one of the sectors, for two days at least; null if never. */
  readonly firstHeldBy: (sectors: readonly number[], bound: string) => number | null;
  readonly shopsOpen: readonly number[];
  readonly turnoverYuan: readonly number[];
  readonly visitors: readonly number[];
  readonly containers: readonly number[];
  readonly passesHeld: readonly number[];
  readonly outputOf: (enterprise: number) => readonly number[];
  readonly lever: (path: string, day: number) => number | null;
  readonly marketOpening: number | null;
}

type Unit = ObservedAgainstSimulated['unit'];

const UNITS: Record<Observation['metric'], Unit> = {
  capacityRecovery: 'ratio',
  resumption: 'ratio',
  returnToPost: 'ratio',
  throughput: 'ratio',
  shopsOpen: 'shops',
  turnover: 'yuan',
  visitors: 'visitors',
  firstContainer: 'day',
  marketOpening: 'day',
  containers: 'containers',
  daysAbove: 'days',
  electricityAbove: 'enterprises',
  electricityPanel: 'ratio',
  halfwayLag: 'days',
  boundLag: 'days',
  passesHeld: 'passes',
  lever: 'value',
};

/** The part of it that no run changes. */
export function observed(
  one: Observation,
): Omit<ObservedAgainstSimulated, 'simulated' | 'within' | 'tolerance' | 'source'> {
  const { id, role, metric, subject, atLeast, value } = one;
  const unit = UNITS[metric];
  return { id, role, metric, subject, unit, day: unit === 'day' ? null : one.on, observed: value, atLeast };
}

export function observe(observations: readonly Observation[], seen: Observables): ObservedAgainstSimulated[] {
  return observations.map((one) => {
    const simulated = simulate(one, seen);
    return {
      ...observed(one),
      simulated,
      within: one.within === undefined || simulated === null ? null : isWithin(one, simulated, seen),
      tolerance: one.within ?? null,
      source: one.source ?? null,
    };
  });
}

/** The simulated value; null when the run does not reach the day, or the thing did not happen. */
export function simulate(one: Observation, seen: Observables): number | null {
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
    case 'returnToPost':
      return seen.returnToPost(one.sectors, one.enterprise, one.on);
    case 'electricityAbove':
    case 'electricityPanel':
      return seen.electricity.get(one.id) ?? null;
    case 'halfwayLag':
      return lag(seen.halfwayDay(one.after), seen.halfwayDay(one.sectors[0]));
    case 'boundLag':
      return lag(seen.firstHeldBy(one.sectors, one.bounds[0]), seen.firstHeldBy(one.sectors, one.bounds[1]));
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
    case 'passesHeld':
      return seen.passesHeld[one.on];
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

/** Days from one to the other; null where one of them never comes. */
function lag(first: number | null, second: number | null): number | null {
  return first === null || second === null ? null : second - first;
}

function isWithin(one: Observation, simulated: number, seen: Observables): boolean {
  const gap = one.atLeast ? Math.max(0, one.value - simulated) : Math.abs(simulated - one.value);
  return gap <= toleranceOf(one, seen);
}

/** The tolerance in the metric's own unit; Infinity where none is given. */
export function toleranceOf({ metric, value, within }: Observation, { shopCount }: Observables): number {
  if (within === undefined) return Infinity;
  if ('days' in within) return within.days;
  if ('percent' in within) return (within.percent / 100) * value;
  return (within.points / 100) * (metric === 'shopsOpen' ? shopCount : 1);
}
