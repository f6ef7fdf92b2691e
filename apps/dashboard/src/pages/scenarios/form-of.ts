// What the form shows of a scenario's text: values as they are written, each under its path.
import { isMap, isScalar, type Document, type Node } from 'yaml';
import { documentOf, entryOf, nodeAt, writtenAt } from './text-edit';

/** A value that the form can change. */
export interface Field {
  /** Parts of the path, as in `--set`: a date never holds a dot. */
  readonly path: readonly string[];
  readonly text: string;
}

/** A curve or a lever: what it acts on, and its dated values. */
export interface SeriesFields {
  readonly path: readonly string[];
  readonly acts: string;
  /** Whom it acts on, as written; empty where on all. */
  readonly on: string;
  readonly isLinear: boolean;
  readonly values: readonly (Field & { readonly date: string })[];
}

interface ShockFields {
  readonly path: readonly string[];
  readonly on: string;
  readonly fields: readonly Field[];
}

export interface ScenarioForm {
  readonly basics: readonly Field[];
  readonly levers: readonly SeriesFields[];
  readonly curves: readonly SeriesFields[];
  readonly shocks: readonly ShockFields[];
  readonly market: readonly Field[];
  /** Names of tables, by what they hold. */
  readonly files: Readonly<Partial<Record<'enterprises' | 'links', string>>>;
}

const BASICS = [['name', 'en'], ['name', 'zh'], ['id'], ['start'], ['days'], ['seed']] as const;
const SHOCK = ['from', 'days', 'leaves', 'recoveryDays'] as const;
const MARKET = ['opens', 'firstDayShare', 'dailyHazard', 'visitorsPerDay', 'basketYuan'] as const;

/** The form of a text; undefined while the text cannot be read. */
export function formOf(text: string): ScenarioForm | undefined {
  const document = documentOf(text);
  if (!document) return undefined;
  const field = (path: readonly string[]): Field => ({ path, text: writtenAt(text, nodeAt(document, path)) });
  const series = (section: string): SeriesFields[] =>
    keysAt(document, [section]).map((id) => seriesOf(text, document, [section, id]));
  const market = isMap(nodeAt(document, ['market'])) ? MARKET.filter((key) => nodeAt(document, ['market', key])) : [];
  return {
    basics: BASICS.map((path) => field(path)),
    levers: series('levers'),
    curves: series('curves'),
    shocks: keysAt(document, ['shocks']).map((id) => ({
      path: ['shocks', id],
      on: writtenAt(text, nodeAt(document, ['shocks', id, 'on'])),
      fields: SHOCK.map((key) => field(['shocks', id, key])),
    })),
    market: market.map((key) => field(['market', key])),
    files: Object.fromEntries(
      (['enterprises', 'links'] as const).flatMap((key) => {
        const name = writtenAt(text, nodeAt(document, ['files', key]));
        return name === '' ? [] : [[key, name]];
      }),
    ),
  };
}

function seriesOf(text: string, document: Document, path: readonly string[]): SeriesFields {
  const below = (key: string): Node | null | undefined => nodeAt(document, [...path, key]);
  return {
    path,
    acts: writtenAt(text, below('acts')),
    on: writtenAt(text, below('on')),
    isLinear: writtenAt(text, below('shape')) === 'linear',
    values: keysAt(document, [...path, 'values']).map((date) => ({
      date,
      path: [...path, 'values', date],
      text: writtenAt(text, entryOf(below('values'), date)?.value),
    })),
  };
}

function keysAt(document: Document, path: readonly string[]): string[] {
  const map = nodeAt(document, path);
  if (!isMap(map)) return [];
  return map.items.flatMap(({ key }) => (isScalar(key) ? [String(key.value)] : []));
}
