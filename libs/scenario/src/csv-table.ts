// A CSV file as rows of named cells: separated by commas, UTF-8, columns by name in any order. A wrong cell is told with
// line and column of the text, and with the column's name.
import { InputError } from '#libs/messages';
import { CsvError, parse } from 'csv-parse/sync';
import { Faults } from './faults';
import { didYouMean, quoted } from './nearest';

/** Some 2 million links; beyond it the rows would not fit into the memory of a process. */
export const MAX_TABLE_BYTES = 64 * 1024 * 1024;
const MAX_ROW_CHARACTERS = 100_000;

export interface CsvTable {
  readonly text: string;
  readonly name: string;
}

export interface Columns {
  readonly needed: readonly string[];
  readonly optional: readonly string[];
}

interface Range {
  readonly least: number;
  readonly most: number;
}

/**
 * Reads a table row by row; of each row that is wrong the first wrong cell is told.
 * @param make turns the cells of a row into what is kept
 * @throws InputError CSV_... with file, line and column
 */
export function readTable<T>(table: CsvTable, columns: Columns, most: number, make: (cells: Cells) => T): T[] {
  const fail = failureIn(table.name);
  if (table.text.length > MAX_TABLE_BYTES) {
    const reason = `the file has more than ${MAX_TABLE_BYTES / 1024 / 1024} MB.`;
    throw fail('CSV_TOO_LARGE', 1, reason, 'Leave small enterprises to populations.');
  }
  if (table.text.includes('\u0000') || table.text.includes('\uFFFD')) {
    throw fail('CSV_NOT_TEXT', 1, 'the file is not UTF-8 text.', 'Save it as CSV UTF-8 (not UTF-16 or GBK).');
  }
  const rows: T[] = [];
  const faults = new Faults();
  let cells: Cells | undefined;
  const read = (record: string[], line: number): void => {
    if (!cells) cells = new Cells(table, headerOf(record, table.text, columns, fail));
    else if (rows.length === most)
      throw fail('SCN_TOO_MANY', line, `more than ${most} rows.`, 'Leave small enterprises to populations.');
    else {
      const row = cells;
      const made = faults.read(() => make(row.at(record, line)));
      if (made !== undefined) rows.push(made);
    }
  };
  eachRecord(table.text, fail, read);
  faults.settle();
  if (rows.length === 0)
    throw fail('CSV_EMPTY', 1, 'the file has no rows.', `The header is ${columns.needed.join(',')}.`);
  return rows;
}

type Failure = (code: string, line: number, reason: string, mend: string, column?: number) => InputError;

function failureIn(file: string): Failure {
  return (code, line, reason, mend, column = 1) =>
    new InputError({ code, place: { file, line, column }, reason, mend });
}

function eachRecord(text: string, fail: Failure, read: (record: string[], line: number) => void): void {
  let lastLine = 0;
  try {
    parse(text, {
      bom: true,
      skip_empty_lines: true,
      trim: true,
      relax_column_count: true,
      max_record_size: MAX_ROW_CHARACTERS,
      // Keeps no second list of all records: what is not returned is not collected.
      on_record: (record: string[], { lines }) => {
        read(record, lines);
        lastLine = lines;
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (error.code === 'CSV_MAX_RECORD_SIZE') {
      const reason = `the row has more than ${MAX_ROW_CHARACTERS} characters; perhaps a quote (") is not closed.`;
      throw fail('CSV_NOT_CSV', lastLine + 1, reason, 'Close it.');
    }
    if (error.code === 'CSV_QUOTE_NOT_CLOSED') {
      throw fail(
        'CSV_NOT_CSV',
        lastLine + 1,
        'a quote (") is not closed.',
        'Close it, or write it twice inside quotes.',
      );
    }
    const line = (error as { lines?: number }).lines ?? lastLine + 1;
    throw fail(
      'CSV_NOT_CSV',
      line,
      'a quote (") stands inside a cell.',
      'Put the whole cell between quotes, inner quotes twice.',
    );
  }
}

function headerOf(
  record: readonly string[],
  text: string,
  { needed, optional }: Columns,
  fail: Failure,
): readonly string[] {
  const all = [...needed, ...optional];
  const separator = [';', '\t', '|'].find((one) => record.length === 1 && record[0].includes(one));
  if (separator !== undefined) {
    const name = { ';': 'semicolons', '\t': 'tabs', '|': 'bars' }[separator];
    throw fail(
      'CSV_SEPARATOR',
      1,
      `the cells are separated by ${name}.`,
      'Save it with commas (CSV UTF-8, comma separated).',
    );
  }
  const at = (name: string): number => columnIn(text, 1, record.indexOf(name));
  const unknown = record.find((name) => !all.includes(name));
  if (unknown !== undefined)
    throw fail('CSV_UNKNOWN_COLUMN', 1, `unknown column ${quoted(unknown)}.`, didYouMean(unknown, all), at(unknown));
  const twice = record.find((name, i) => record.indexOf(name) !== i);
  if (twice !== undefined)
    throw fail('CSV_DUPLICATE_COLUMN', 1, `the column "${twice}" stands twice.`, 'Give it once.');
  const missing = needed.find((name) => !record.includes(name));
  if (missing !== undefined)
    throw fail('CSV_MISSING_COLUMN', 1, `the column "${missing}" is missing.`, `The header is ${all.join(',')}.`);
  return record;
}

/** The cells of one row at a time. */
export class Cells {
  #record: readonly string[] = [];
  #line = 0;

  constructor(
    private readonly table: CsvTable,
    private readonly header: readonly string[],
  ) {}

  get line(): number {
    return this.#line;
  }

  at(record: readonly string[], line: number): this {
    [this.#record, this.#line] = [record, line];
    if (record.length !== this.header.length) {
      const reason = `the row has ${record.length} ${record.length === 1 ? 'cell' : 'cells'}, the header ${this.header.length}.`;
      throw failureIn(this.table.name)('CSV_CELLS', line, reason, 'Every row needs as many cells as the header.');
    }
    return this;
  }

  optional(column: string): string | undefined {
    const cell = this.#record[this.header.indexOf(column)] as string | undefined;
    return cell === '' ? undefined : cell;
  }

  text(column: string): string {
    const cell = this.optional(column);
    if (cell === undefined) throw this.error('CSV_MISSING', column, 'the cell is empty.', 'Fill it.');
    return cell;
  }

  number(column: string, { least, most }: Range): number | undefined {
    const cell = this.optional(column);
    if (cell === undefined) return undefined;
    const value = /^[-+]?[\d.]+(e[-+]?\d+)?$/i.test(cell) ? Number(cell) : NaN;
    const mend = `Give a number from ${least} to ${most}.`;
    if (Number.isNaN(value)) throw this.error('CSV_BAD_NUMBER', column, `${quoted(cell)} is no number.`, mend);
    if (value < least || value > most) {
      throw this.error(
        'CSV_OUT_OF_RANGE',
        column,
        `${quoted(cell)} is too ${value < least ? 'small' : 'large'}.`,
        mend,
      );
    }
    return value;
  }

  whole(column: string, range: Range): number | undefined {
    const value = this.number(column, range);
    if (value === undefined || Number.isInteger(value)) return value;
    const mend = `Give a whole number from ${range.least} to ${range.most}.`;
    throw this.error('CSV_BAD_NUMBER', column, `${value} is no whole number.`, mend);
  }

  flag(column: string): boolean {
    const cell = this.optional(column) ?? 'no';
    if (!['yes', 'no', 'true', 'false', '1', '0'].includes(cell)) {
      throw this.error('CSV_WRONG_VALUE', column, `${quoted(cell)} is neither yes nor no.`, 'Write yes or no.');
    }
    return ['yes', 'true', '1'].includes(cell);
  }

  word<T extends string>(column: string, valid: readonly T[]): T | undefined {
    const cell = this.optional(column);
    if (cell === undefined || valid.includes(cell as T)) return cell as T | undefined;
    throw this.error('CSV_WRONG_VALUE', column, `${quoted(cell)} is not valid here.`, didYouMean(cell, valid));
  }

  error(code: string, column: string, reason: string, mend: string): InputError {
    return this.errorIn(this.#line, code, column, reason, mend);
  }

  /** An error in the cell of that line. */
  errorIn(line: number, code: string, column: string, reason: string, mend: string): InputError {
    const place = { file: this.table.name, line, column: columnIn(this.table.text, line, this.header.indexOf(column)) };
    return new InputError({ code, place, path: column, reason, mend });
  }
}

/** Where a cell begins in its line, counted from 1; looked up only when there is an error. */
function columnIn(text: string, line: number, cell: number): number {
  const lineText =
    text
      .split('\n', line)
      .at(line - 1)
      ?.replace('\uFEFF', '') ?? '';
  let isQuoted = false;
  let commas = 0;
  for (let i = 0; i < lineText.length; i++) {
    if (commas === cell) return i + 1;
    if (lineText[i] === '"') isQuoted = !isQuoted;
    else if (lineText[i] === ',' && !isQuoted) commas++;
  }
  return commas === cell ? lineText.length + 1 : 1;
}
