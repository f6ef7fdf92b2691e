// enterprises.csv and links.csv: one's own county. Columns by name, in any order; unknown columns are errors.
import { InputError } from '#libs/messages';
import { parse } from 'csv-parse/sync';
import { didYouMean } from './nearest';

const MAX_CSV_CHARACTERS = 256 * 1024 * 1024;

export interface CsvRow {
  /** An error in this row. */
  error(code: string, column: string, reason: string, mend: string): InputError;
}

export interface EnterpriseRow extends CsvRow {
  readonly id: string;
  readonly sector: string;
  readonly zone?: string | undefined;
  readonly staff: number;
  readonly isNotable: boolean;
  readonly finalYuanPerDay?: number | undefined;
  readonly finishedDays?: number | undefined;
  /** Stock on the eve over cover, when the observed state differs from the sector's. */
  readonly stockRatio?: number | undefined;
}

export interface LinkRow extends CsvRow {
  readonly from: string;
  readonly to: string;
  readonly yuanPerDay: number;
  readonly isDirect: boolean;
  readonly leadDays?: number | undefined;
  readonly coverDays?: number | undefined;
  readonly restoreDays?: number | undefined;
  readonly priority?: number | undefined;
  readonly need?: 'critical' | 'important' | 'none' | undefined;
}

/** Columns of enterprises.csv; `id` and `sector` must be there. */
export const ENTERPRISE_COLUMNS = [
  'id',
  'sector',
  'zone',
  'staff',
  'notable',
  'finalYuanPerDay',
  'finishedDays',
  'stockRatio',
];
/** Columns of links.csv; the first three must be there. */
export const LINK_COLUMNS = [
  'from',
  'to',
  'yuanPerDay',
  'direct',
  'leadDays',
  'coverDays',
  'restoreDays',
  'priority',
  'need',
];

/** @throws InputError CSV_... with file and line */
export function parseEnterprises(text: string, file: string): EnterpriseRow[] {
  return rowsOf(text, file, ENTERPRISE_COLUMNS, ['id', 'sector']).map((row) => ({
    error: row.error,
    id: row.id(),
    sector: row.text('sector'),
    zone: row.optional('zone'),
    staff: row.number('staff', { least: 0.001, most: 1e7 }) ?? 10,
    isNotable: row.flag('notable'),
    finalYuanPerDay: row.number('finalYuanPerDay', { least: 0, most: 1e15 }),
    finishedDays: row.number('finishedDays', { least: 0, most: 400 }),
    stockRatio: row.number('stockRatio', { least: 0, most: 100 }),
  }));
}

/** @throws InputError CSV_... with file and line */
export function parseLinks(text: string, file: string): LinkRow[] {
  return rowsOf(text, file, LINK_COLUMNS, ['from', 'to', 'yuanPerDay']).map((row) => {
    const yuanPerDay = row.number('yuanPerDay', { least: 0, most: 1e15 });
    if (yuanPerDay === undefined || yuanPerDay === 0)
      throw row.error('CSV_OUT_OF_RANGE', 'yuanPerDay', 'the flow is 0.', 'Leave the row out, or give a flow above 0.');
    const need = row.optional('need');
    if (need !== undefined && need !== 'critical' && need !== 'important' && need !== 'none') {
      throw row.error(
        'CSV_WRONG_VALUE',
        'need',
        `"${need}" is no need.`,
        didYouMean(need, ['critical', 'important', 'none']),
      );
    }
    return {
      error: row.error,
      from: row.text('from'),
      to: row.text('to'),
      yuanPerDay,
      isDirect: row.flag('direct'),
      leadDays: row.number('leadDays', { least: 1, most: 60 }),
      coverDays: row.number('coverDays', { least: 0, most: 400 }),
      restoreDays: row.number('restoreDays', { least: 1, most: 400 }),
      priority: row.number('priority', { least: 0, most: 6 }),
      need,
    };
  });
}

class Row {
  constructor(
    private readonly cells: Record<string, string>,
    private readonly file: string,
    private readonly line: number,
  ) {}

  readonly error = (code: string, column: string, reason: string, mend: string): InputError =>
    new InputError({ code, place: { file: this.file, line: this.line }, path: column, reason, mend });

  optional(column: string): string | undefined {
    const cell = this.cells[column]?.trim();
    return cell === undefined || cell === '' ? undefined : cell;
  }

  text(column: string): string {
    const cell = this.optional(column);
    if (cell === undefined) throw this.error('CSV_MISSING', column, 'the cell is empty.', 'Fill it.');
    return cell;
  }

  id(): string {
    const id = this.text('id');
    if (id.length > 64 || /[\s,;"'/\\@]/.test(id))
      throw this.error('CSV_BAD_ID', 'id', `"${id.slice(0, 80)}" is no id.`, 'Use up to 64 letters, digits, - and _.');
    return id;
  }

  number(column: string, { least, most }: { least: number; most: number }): number | undefined {
    const cell = this.optional(column);
    if (cell === undefined) return undefined;
    const value = /^[-+]?[\d.]+(e[-+]?\d+)?$/i.test(cell) ? Number(cell) : NaN;
    if (!(value >= least && value <= most)) {
      throw this.error(
        'CSV_OUT_OF_RANGE',
        column,
        `"${cell.slice(0, 60)}" is not valid.`,
        `Give a number from ${least} to ${most}.`,
      );
    }
    return value;
  }

  flag(column: string): boolean {
    const cell = this.optional(column) ?? 'no';
    if (!['yes', 'no', 'true', 'false', '1', '0'].includes(cell))
      throw this.error('CSV_WRONG_VALUE', column, `"${cell}" is neither yes nor no.`, 'Write yes or no.');
    return ['yes', 'true', '1'].includes(cell);
  }
}

function rowsOf(text: string, file: string, columns: readonly string[], needed: readonly string[]): Row[] {
  const fail = (code: string, line: number, reason: string, mend: string): InputError =>
    new InputError({ code, place: { file, line }, reason, mend });
  if (text.length > MAX_CSV_CHARACTERS)
    throw fail('CSV_TOO_LARGE', 1, 'the file has more than 256 MB.', 'Cut it down.');
  if (text.includes('\u0000') || text.includes('\uFFFD'))
    throw fail('CSV_NOT_TEXT', 1, 'the file is not UTF-8 text.', 'Save it as CSV, UTF-8.');
  let table: { record: Record<string, string>; info: { lines: number } }[];
  try {
    table = parse(text, {
      columns: true,
      info: true,
      bom: true,
      skip_empty_lines: true,
      trim: true,
      max_record_size: 100_000,
    });
  } catch (error) {
    const line = (error as { lines?: number }).lines ?? 1;
    throw fail('CSV_NOT_CSV', line, `${(error as Error).message}.`, 'Every row needs as many cells as the header.');
  }
  if (table.length === 0) throw fail('CSV_EMPTY', 1, 'the file has no rows.', `The header is ${columns.join(',')}.`);
  const header = Object.keys(table[0].record);
  const unknown = header.find((name) => !columns.includes(name));
  if (unknown !== undefined)
    throw fail('CSV_UNKNOWN_COLUMN', 1, `unknown column "${unknown}".`, didYouMean(unknown, columns));
  const missing = needed.find((name) => !header.includes(name));
  if (missing !== undefined)
    throw fail('CSV_MISSING_COLUMN', 1, `the column "${missing}" is missing.`, `The header is ${columns.join(',')}.`);
  return table.map(({ record, info }) => new Row(record, file, info.lines));
}
