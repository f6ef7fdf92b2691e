// The tables that each day adds rows to, by column. Every store keeps exactly these: a column that is not here would be
// lost somewhere, so it is refused everywhere.
import type { CodedColumn, Columns, Row } from '#libs/runtime';

interface DayColumn {
  /** As in Columns and in rows, e.g. `lostYuan`. */
  readonly name: string;
  /** As in a database, e.g. `lost_yuan`. */
  readonly field: string;
  /** A code is a number for a name; `listed` is the same on every day of a run. */
  readonly kind: 'double' | 'text' | 'code' | 'listed';
}

export interface DayTable {
  /** As in a database. */
  readonly name: string;
  readonly columns: readonly DayColumn[];
}

/** One row per scope: the chain, each sector, each zone. What a sector is held by is empty for the others. */
export const RATES: DayTable = {
  name: 'rates',
  columns: [
    ...columns('text', 'scope', 'id'),
    ...columns('double', 'resumption', 'returnToPost', 'capacityRecovery', 'throughput'),
    ...columns('double', 'lostYuan', 'lostValueAddedYuan', 'missedFinalYuan'),
    ...columns('text', 'heldBy'),
  ],
};

/** One row per sector that loses, root cause, and sector where it arose. */
export const LOSSES: DayTable = {
  name: 'losses',
  columns: [...columns('text', 'sector', 'cause', 'origin'), ...columns('double', 'lostYuan', 'lostValueAddedYuan')],
};

/** One row per enterprise, in the chain's order. */
export const ENTERPRISE_DAYS: DayTable = {
  name: 'enterprise_days',
  columns: [
    ...columns('listed', 'enterprise', 'sector'),
    ...columns('double', 'outputYuan', 'wantedYuan'),
    ...columns('code', 'bound'),
  ],
};

function columns(kind: DayColumn['kind'], ...names: string[]): DayColumn[] {
  return names.map((name) => ({
    name,
    field: name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    kind,
  }));
}

type Values = Columns[string];

/**
 * Counts a table's rows.
 * @throws Error for a column that the table does not have or that is of another kind, and for columns of several lengths
 */
export function countRows(table: DayTable, values: Columns): number {
  for (const [name, column] of Object.entries(values)) {
    const kind = table.columns.find((known) => known.name === name)?.kind;
    if (kind === undefined) throw new Error(`${table.name} has no column ${name}: add it to day-tables.ts and migrate`);
    const fits = kind === 'double' ? column instanceof Float64Array : kind !== 'code' || isCoded(column);
    if (!fits) throw new Error(`${table.name}.${name} takes columns of the kind ${kind}`);
  }
  const lengths = new Set(Object.values(values).map(lengthOf));
  if (lengths.size > 1) throw new Error(`${table.name} has columns of ${[...lengths].join(' and ')} rows`);
  return [...lengths][0] ?? 0;
}

/** A table's rows as plain objects; null where a column was not given. */
export function rowsOf(table: DayTable, values: Columns): Row[] {
  return Array.from({ length: countRows(table, values) }, (_, row) =>
    Object.fromEntries(table.columns.map(({ name }) => [name, cellOf(values[name], row)])),
  );
}

/** A copy that stays as it is when the day's arrays are used again. */
export function copyOf(values: Columns): Columns {
  return Object.fromEntries(
    Object.entries(values).map(([name, column]): [string, Values] => {
      if (column instanceof Float64Array) return [name, column.slice()];
      return [name, isCoded(column) ? { codes: column.codes.slice(), names: column.names } : column];
    }),
  );
}

/** The words of a column of text, a word per row. */
export function wordsOf(column: Values): readonly string[] {
  if (column instanceof Float64Array) throw new Error('a column of numbers has no words');
  return isCoded(column) ? Array.from(column.codes, (code) => column.names[code]) : column;
}

export function isCoded(column: Values): column is CodedColumn {
  return 'codes' in column;
}

function lengthOf(column: Values): number {
  return isCoded(column) ? column.codes.length : column.length;
}

function cellOf(column: Values | undefined, row: number): string | number | null {
  if (column === undefined) return null;
  return isCoded(column) ? column.names[column.codes[row]] : column[row];
}
