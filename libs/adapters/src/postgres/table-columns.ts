// How the columns of a day become cells of a table, and are read back by the names that they came with.
import type { Columns } from '#libs/runtime';
import { wordsOf, type DayTable } from '../day-tables';
import type { CopyColumn } from './binary-copy';

/** Columns of a table whose rows are kept by run, day and ordinal. */
export function cellsOf(table: DayTable, run: string, day: number, columns: Columns): CopyColumn[] {
  return [
    { field: 'run', cells: { type: 'same text', value: run } },
    { field: 'day', cells: { type: 'same integer', value: day } },
    { field: 'ordinal', cells: { type: 'position' } },
    ...table.columns.map(({ name, field }): CopyColumn => ({ field, cells: valuesOf(columns[name]) })),
  ];
}

function valuesOf(column: Columns[string] | undefined): CopyColumn['cells'] {
  if (column === undefined) return { type: 'null' };
  if (column instanceof Float64Array) return { type: 'double', values: column };
  return { type: 'text', values: wordsOf(column) };
}

/** Columns of the table `t` by the names that rows have. */
export function selected(table: DayTable): string {
  return table.columns.map(({ name, field }) => `t.${field} as "${name}"`).join(', ');
}
