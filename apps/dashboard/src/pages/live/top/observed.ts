// What sources observed of the rates of the chain, or of all plants, markets or exporters together.
import type { Chain } from '#libs/api';

export interface RateObserved {
  readonly id: string;
  readonly metric: string;
  readonly subject: string | null;
  readonly day: number;
  readonly observed: number;
  readonly atLeast: boolean;
}

const RATES = ['capacityRecovery', 'resumption', 'returnToPost'];
const STAGES = ['plants', 'markets', 'exporters'] as const;

export function isOfStage(subject: string | null): subject is (typeof STAGES)[number] {
  return STAGES.some((stage) => stage === subject);
}

/** Targets first: they are what the scenario was fitted to. */
export function ratesObserved({ observations, sectors }: Chain): readonly RateObserved[] {
  const ids = new Set(sectors.map(({ id }) => id));
  return observations
    .filter(
      ({ metric, subject, unit }) =>
        RATES.includes(metric) && unit === 'ratio' && (subject === null || (isOfStage(subject) && !ids.has(subject))),
    )
    .flatMap(({ id, metric, subject, day, observed, atLeast, role }) =>
      day === null ? [] : [{ id, metric, subject, day, observed, atLeast, role }],
    )
    .sort((one, other) => Number(other.role === 'target') - Number(one.role === 'target'));
}

/** Of single sectors. */
export function sectorsObserved({ observations, sectors }: Chain): readonly RateObserved[] {
  const ids = new Set(sectors.map(({ id }) => id));
  return observations.flatMap(({ id, metric, subject, day, observed, atLeast, unit }) =>
    RATES.includes(metric) && unit === 'ratio' && day !== null && subject !== null && ids.has(subject)
      ? [{ id, metric, subject, day, observed, atLeast }]
      : [],
  );
}
