// Finished runs side by side, read from their archives: nothing is computed again.
import { basename } from 'node:path';
import { readArchive, type Archive, type ArchivedDigests, type TableRow } from '#libs/adapters';
import { compareScopes, keyDaysOf, type ScopeComparison, type ScopeFigures } from '#libs/analysis';
import { Calendar, keyDifferences, parseScenario, type ScenarioSpec } from '#libs/scenario';
import { compareLosses, type ComparedLoss } from './compared-losses';
import { archivedTexts, firstDifferingDay } from './archived';

type Manifest = Archive['manifest'];

interface ComparedRun {
  readonly folder: string;
  readonly scenario: { readonly id: string; readonly name: ScenarioSpec['name'] };
  readonly seed: number;
  readonly start: string;
  readonly days: number;
  readonly modelVersion: string;
  readonly digest: string;
  readonly forkedFrom: Manifest['forkedFrom'] | null;
}

/** One thing that the runs were given differently; one value a run, null where it was not given. */
export interface InputDifference {
  /** Key of the file; laid over it; decided during the run; a table; the model. */
  readonly kind: 'scenario' | 'set' | 'decided' | 'table' | 'model';
  readonly path: string;
  readonly values: readonly (string | null)[];
}

export interface Comparison {
  readonly runs: readonly ComparedRun[];
  /** Whether one draw falls on the same enterprise in all runs. */
  readonly randomNumbers: 'same' | 'other seeds' | 'other chains';
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
  readonly sectorNames: Readonly<Record<string, ScenarioSpec['name']>>;
}

/** @throws InputError ARC_... */
export async function compareArchives(folders: readonly string[]): Promise<Comparison> {
  const archives = await Promise.all(folders.map((folder) => readArchive(folder)));
  const figures = await Promise.all(archives.map(async (archive) => figuresOf(await archive.rates())));
  const digests = await Promise.all(archives.map((archive) => archive.digests()));
  const specs = specsOf(archives);
  const days = Math.min(...archives.map(({ manifest }) => manifest.daysWritten));
  const inputs = inputDifferences(archives);
  const differing = digests.map((own) => differingDay(digests[0], own));
  const observed = Object.values(specs[0].observations).flatMap(({ role, on }) =>
    role === 'input' || on === undefined ? [] : [new Calendar(specs[0].start).dayOf(on)],
  );
  return {
    runs: archives.map(({ manifest }, at) => runOf(folders[at], manifest, specs[at])),
    randomNumbers: randomNumbersOf(archives, inputs),
    inputs,
    days,
    firstDifferingDay: differing,
    keyDays: keyDaysOf(days, [...differing.flatMap((day) => day ?? []), ...new Set(observed)]),
    scopes: compareScopes(figures, days),
    losses: await compareLosses(archives, days),
    chains: figures.map((scopes) => scopes[0]),
    sectorNames: Object.fromEntries(Object.entries(specs[0].sectors).map(([id, { name }]) => [id, name ?? { en: id }])),
  };
}

/** Runs of one text, as forks are, share what is read of it. */
function specsOf(archives: readonly Archive[]): ScenarioSpec[] {
  const known = new Map<string, ScenarioSpec>();
  return archives.map(({ scenarioText, manifest: { scenario, overrides } }) => {
    const key = JSON.stringify([overrides, scenarioText]);
    const spec = known.get(key) ?? parseScenario(scenarioText, scenario, overrides).spec;
    known.set(key, spec);
    return spec;
  });
}

function runOf(folder: string, manifest: Manifest, { id, name }: ScenarioSpec): ComparedRun {
  const { seed, start, days, modelVersion, digest, forkedFrom = null } = manifest;
  return { folder, scenario: { id, name }, seed, start, days, modelVersion, digest, forkedFrom };
}

function differingDay(first: readonly ArchivedDigests[], own: readonly ArchivedDigests[]): number | null {
  const day = firstDifferingDay(first, own);
  return day === first.length && day === own.length ? null : day;
}

/** The chain, then the sectors in the order of the table. */
function figuresOf(rows: readonly TableRow[]): ScopeFigures[] {
  const byScope = new Map<string | null, TableRow[]>();
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
      missedFinalYuan: days.every((row) => row['missedFinalYuan'] !== undefined) ? series('missedFinalYuan') : null,
    };
  });
}

function inputDifferences(archives: readonly Archive[]): InputDifference[] {
  const texts = archives.map(archivedTexts);
  const laid = archives.map(({ manifest }) => new Map(manifest.overrides.map(({ path, value }) => [path, value])));
  const decided = archives.map(
    ({ manifest: { interventions, start } }) =>
      new Map(interventions.map(({ path, day, value }) => [`${path} ${new Calendar(start).dateOf(day)}`, `${value}`])),
  );
  const tables = texts.map(({ tables: own }) => new Map(own.map(({ name, text }) => [basename(name), text])));
  const models = archives.map(({ manifest }) => new Map([['version', manifest.modelVersion]]));
  return [
    ...keyDifferences(texts).map(({ path, values }) => ({ kind: 'scenario' as const, path, values })),
    ...differingEntries('set', laid),
    ...differingEntries('decided', decided),
    ...differingEntries('table', tables).map(({ values, ...rest }) => ({
      ...rest,
      values: values.map((text) => (text === null ? null : `${text.split('\n').length - 1} rows`)),
    })),
    ...differingEntries('model', models),
  ];
}

function differingEntries(
  kind: InputDifference['kind'],
  runs: readonly ReadonlyMap<string, string>[],
): InputDifference[] {
  const paths = [...new Set(runs.flatMap((entries) => [...entries.keys()]))];
  return paths
    .map((path) => ({ kind, path, values: runs.map((entries) => entries.get(path) ?? null) }))
    .filter(({ values }) => values.some((value) => value !== values[0]));
}

/** What settles which enterprises there are: draws go by their number. */
const CHAIN_KEYS = /^(sectors|zones|parks|enterprises|files)(\.|$)/;

function randomNumbersOf(
  archives: readonly Archive[],
  inputs: readonly InputDifference[],
): Comparison['randomNumbers'] {
  if (archives.some(({ manifest }) => manifest.seed !== archives[0].manifest.seed)) return 'other seeds';
  const isChain = ({ kind, path }: InputDifference): boolean =>
    kind === 'table' || (kind !== 'decided' && CHAIN_KEYS.test(path));
  return inputs.some(isChain) ? 'other chains' : 'same';
}
