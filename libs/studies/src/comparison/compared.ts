// Runs side by side, out of what is kept of their days: nothing is computed again.
import { compareScopes, keyDaysOf, type ScopeComparison, type ScopeFigures } from '#libs/analysis';
import { Calendar, type ScenarioSpec } from '#libs/scenario';
import { firstDifferingDay } from '../archived';
import type { PastRun } from '../past-run';
import { compareLosses, type ComparedLoss } from './compared-losses';
import { inputDifferences, randomNumbersOf, type InputDifference } from './input-differences';

/** A row of an archive's or a store's table of days. */
type DayRow = Readonly<Record<string, unknown>>;

/** What is kept of a run, and where it is. */
export interface KeptRun<Place extends object> {
  readonly place: Place;
  readonly run: Pick<
    PastRun,
    'texts' | 'overrides' | 'interventions' | 'forkedFrom' | 'start' | 'days' | 'modelVersion'
  >;
  readonly spec: ScenarioSpec;
  readonly seed: number;
  /** Null while the run goes on. */
  readonly digest: string | null;
  /** Days that are there. */
  readonly daysKept: number;
  readonly rates: readonly DayRow[];
  /** Undefined where the run accounts for none. */
  readonly losses: readonly DayRow[] | undefined;
  readonly digests: readonly { readonly state: string; readonly flow: string }[];
}

type ComparedRun<Place> = Place & {
  readonly scenario: { readonly id: string; readonly name: ScenarioSpec['name'] };
  readonly seed: number;
  readonly start: string;
  readonly days: number;
  readonly modelVersion: string;
  readonly digest: string | null;
  readonly forkedFrom: { readonly digest: string; readonly day: number } | null;
};

export interface Comparison<Place extends object> {
  readonly runs: readonly ComparedRun<Place>[];
  /** Whether one draw falls on the same enterprise in all runs. */
  readonly randomNumbers: ReturnType<typeof randomNumbersOf>;
  readonly inputs: readonly InputDifference[];
  /** Days that all runs have; what comes later is left out. */
  readonly days: number;
  /** By run, the first day that differs from the first run; null where none does. */
  readonly firstDifferingDay: readonly (number | null)[];
  readonly keyDays: readonly number[];
  readonly scopes: readonly ScopeComparison[];
  /** Value added lost by root cause, the largest first; empty where no run accounted for it. */
  readonly losses: readonly ComparedLoss[];
  /** By run, the chain's rates by day. */
  readonly chains: readonly ScopeFigures[];
  /** By run, the same of each sector. */
  readonly sectors: readonly (readonly ScopeFigures[])[];
  readonly sectorNames: Readonly<Record<string, ScenarioSpec['name']>>;
}

/** @param runs two or more; the others are held against the first */
export function compareRuns<Place extends object>(runs: readonly KeptRun<Place>[]): Comparison<Place> {
  const [{ spec, digests }] = runs;
  const figures = runs.map(({ rates }) => figuresOf(rates));
  const days = Math.min(...runs.map(({ daysKept }) => daysKept));
  const inputs = inputDifferences(runs.map(({ run }) => run));
  const differing = runs.map((own) => differingDay(digests, own.digests));
  const observed = Object.values(spec.observations).flatMap(({ role, on }) =>
    role === 'input' || on === undefined ? [] : [new Calendar(spec.start).dayOf(on)],
  );
  return {
    runs: runs.map(toldRun),
    randomNumbers: randomNumbersOf(runs, inputs),
    inputs,
    days,
    firstDifferingDay: differing,
    keyDays: keyDaysOf(days, [...differing.flatMap((day) => day ?? []), ...new Set(observed)]),
    scopes: compareScopes(figures, days),
    losses: compareLosses(
      runs.map(({ losses }) => losses),
      days,
    ),
    chains: figures.map((scopes) => scopes[0]),
    sectors: figures.map((scopes) => scopes.slice(1)),
    sectorNames: Object.fromEntries(Object.entries(spec.sectors).map(([id, { name }]) => [id, name ?? { en: id }])),
  };
}

function toldRun<Place extends object>({ place, run, spec, seed, digest }: KeptRun<Place>): ComparedRun<Place> {
  const { start, days, modelVersion, forkedFrom = null } = run;
  const { id, name } = spec;
  return { ...place, scenario: { id, name }, seed, start, days, modelVersion, digest, forkedFrom };
}

type Digests = KeptRun<object>['digests'];

function differingDay(first: Digests, own: Digests): number | null {
  const day = firstDifferingDay(first, own);
  return day === first.length && day === own.length ? null : day;
}

/** The chain, then the sectors in the order of the table. */
function figuresOf(rows: readonly DayRow[]): ScopeFigures[] {
  const byScope = new Map<string | null, DayRow[]>();
  for (const row of rows) {
    if (row['scope'] === 'zone') continue;
    const sector = row['scope'] === 'chain' ? null : String(row['id']);
    const days = byScope.get(sector);
    if (days) days.push(row);
    else byScope.set(sector, [row]);
  }
  return [...byScope].map(([sector, days]) => {
    const series = (name: string): number[] => days.map((row) => Number(row[name]));
    return {
      sector,
      resumption: series('resumption'),
      capacityRecovery: series('capacityRecovery'),
      throughput: series('throughput'),
      lostValueAddedYuan: series('lostValueAddedYuan'),
      missedFinalYuan: days.every((row) => typeof row['missedFinalYuan'] === 'number')
        ? series('missedFinalYuan')
        : null,
    };
  });
}
