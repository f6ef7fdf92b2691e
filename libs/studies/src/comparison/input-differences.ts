// What went into runs differently.
import { basename } from 'node:path';
import { Calendar, keyDifferences } from '#libs/scenario';
import type { PastRun } from '../past-run';

type Inputs = Pick<PastRun, 'texts' | 'overrides' | 'interventions' | 'start' | 'modelVersion'>;

/** One thing that the runs were given differently; one value a run, null where it was not given. */
export interface InputDifference {
  /** Key of the file; laid over it; decided during the run; a table; the model. */
  readonly kind: 'scenario' | 'set' | 'decided' | 'table' | 'model';
  readonly path: string;
  readonly values: readonly (string | null)[];
}

export function inputDifferences(runs: readonly Inputs[]): InputDifference[] {
  const texts = runs.map((run) => run.texts);
  const laid = runs.map(({ overrides }) => new Map(overrides.map(({ path, value }) => [path, value])));
  const decided = runs.map(
    ({ interventions, start }) =>
      new Map(interventions.map(({ path, day, value }) => [`${path} ${new Calendar(start).dateOf(day)}`, `${value}`])),
  );
  const tables = texts.map(({ tables: own }) => new Map(own.map(({ name, text }) => [basename(name), text])));
  const models = runs.map(({ modelVersion }) => new Map([['version', modelVersion]]));
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

/** Whether one draw falls on the same enterprise in all runs. */
export function randomNumbersOf(
  runs: readonly { readonly seed: number }[],
  inputs: readonly InputDifference[],
): 'same' | 'other seeds' | 'other chains' {
  if (runs.some(({ seed }) => seed !== runs[0].seed)) return 'other seeds';
  const isChain = ({ kind, path }: InputDifference): boolean =>
    kind === 'table' || (kind !== 'decided' && CHAIN_KEYS.test(path));
  return inputs.some(isChain) ? 'other chains' : 'same';
}
