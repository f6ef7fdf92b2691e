// Days as rows, with the columns and numbers of an archive's tables: JSON, CSV or Parquet.
import { parquetBytes, type TableDay } from '#libs/adapters';
import { InputError } from '#libs/messages';
import type { Columns, EnterpriseColumns, MetricStore, Row } from '#libs/runtime';
import { csvOf } from './csv';
import { type DayBooks } from './day-books';
import { rowOf } from './enterprises';
import type { RunBook } from './run-books';

export interface MetricsAsked {
  readonly from: number;
  readonly to: number;
  readonly scope: 'chain' | 'sector' | 'zone' | 'enterprise';
  readonly id?: string | undefined;
  readonly format: 'json' | 'csv' | 'parquet';
}

/** A file with what it is called, and what it is. */
export interface MetricsFile {
  readonly name: string;
  readonly content: string;
  readonly bytes: string | Uint8Array;
}

/** Rows of one answer: a day of 34,000 enterprises as JSON, a week of them as CSV, two as Parquet. */
const MOST_ROWS = { json: 50_000, csv: 250_000, parquet: 500_000 } as const;
const RATES = [
  ...['resumption', 'returnToPost', 'capacityRecovery', 'throughput', 'lostYuan', 'lostValueAddedYuan'],
  'missedFinalYuan',
];

export class Metrics {
  constructor(
    private readonly metrics: MetricStore,
    private readonly books: DayBooks,
  ) {}

  /** @param asked `to` a sealed day. @returns rows for JSON, a file for the others */
  async of(book: RunBook, asked: MetricsAsked): Promise<Row[] | MetricsFile> {
    const isEnterprises = asked.scope === 'enterprise';
    const days = isEnterprises ? await this.#enterpriseDays(book, asked) : await this.#rates(book, asked);
    const { format, scope, id } = asked;
    const name = [book.manifest.id, scope, ...(id === undefined ? [] : [id.replace(/[^\w.-]/g, '_')])].join('-');
    if (format === 'parquet') {
      const bytes = await parquetBytes(isEnterprises ? 'enterprise-days' : 'rates', days);
      return { name: `${name}.parquet`, content: 'application/vnd.apache.parquet', bytes };
    }
    const rows = days.flatMap(plainRows);
    if (format === 'json') return rows;
    const own = isEnterprises
      ? ['enterprise', 'sector', 'outputYuan', 'wantedYuan', 'bound']
      : ['scope', 'id', ...RATES, 'heldBy'];
    return { name: `${name}.csv`, content: 'text/csv; charset=utf-8', bytes: csvOf(['day', 'date', ...own], rows) };
  }

  async #rates({ manifest }: RunBook, { from, to, scope, id }: MetricsAsked): Promise<TableDay[]> {
    const rows = await this.metrics.rates(manifest.id, { from, to });
    const wanted = rows.filter((row) => row.scope === scope && (id === undefined || row.id === id));
    if (id !== undefined && wanted.length === 0 && rows.length > 0) throw unknownScope(scope, id);
    return byDay(wanted).map((ofDay) => ({
      day: Number(ofDay[0].day),
      date: String(ofDay[0].date),
      columns: ratesOf(ofDay),
    }));
  }

  async #enterpriseDays(book: RunBook, { from, to, id, format }: MetricsAsked): Promise<TableDay[]> {
    const { compiled, manifest } = book;
    const { ids, sector, count } = compiled.chain.enterprises;
    const perDay = id === undefined ? count : 1;
    const days = Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
    if (days.length * perDay > MOST_ROWS[format])
      throw tooManyRows(Math.max(1, Math.floor(MOST_ROWS[format] / perDay)));
    const sectorOf = (row: number): string => compiled.chain.sectors[sector[row]].id;
    const tableDay = (day: number, names: Columns, { outputYuan, wantedYuan, bound }: EnterpriseColumns): TableDay => {
      return { day, date: compiled.calendar.dateOf(day), columns: { ...names, outputYuan, wantedYuan, bound } };
    };
    if (id === undefined) {
      const names = { enterprise: ids, sector: ids.map((_, row) => sectorOf(row)) };
      const read: TableDay[] = [];
      for (const day of days) read.push(tableDay(day, names, await this.books.columns(book, day)));
      return read;
    }
    const row = rowOf(book, id);
    const names = { enterprise: [id], sector: [sectorOf(row)] };
    const series = await this.metrics.enterpriseSeries(manifest.id, row, { from, to });
    return series.map(({ day, outputYuan, wantedYuan, bound }) =>
      tableDay(day, names, {
        ...{ outputYuan: Float64Array.of(outputYuan), wantedYuan: Float64Array.of(wantedYuan) },
        bound: { codes: Uint8Array.of(0), names: [bound] },
      }),
    );
  }
}

/** Rows stand by day, ascending. */
function byDay(rows: readonly Row[]): Row[][] {
  const days: Row[][] = [];
  for (const row of rows) {
    const last = days.at(-1);
    if (last && last[0].day === row.day) last.push(row);
    else days.push([row]);
  }
  return days;
}

/** As in an archive: not a number where a quantity is not modelled, for these tables know no nulls. */
function ratesOf(rows: readonly Row[]): Columns {
  const numbers = RATES.map((name) => [name, Float64Array.from(rows, (row) => Number(row[name] ?? NaN))] as const);
  return {
    scope: rows.map((row) => String(row.scope)),
    id: rows.map((row) => String(row.id)),
    ...Object.fromEntries(numbers),
    heldBy: rows.map((row) => String(row.heldBy ?? '')),
  };
}

/** Null where it is no number: JSON knows none. */
function plainRows({ day, date, columns }: TableDay): Row[] {
  const entries = Object.entries(columns);
  const [first] = entries.map(([, column]) => ('codes' in column ? column.codes.length : column.length));
  return Array.from({ length: first ?? 0 }, (_, row) => ({
    ...{ day, date },
    ...Object.fromEntries(
      entries.map(([name, column]) => {
        const value = 'codes' in column ? column.names[column.codes[row]] : column[row];
        return [name, typeof value === 'number' && !Number.isFinite(value) ? null : value];
      }),
    ),
  }));
}

function unknownScope(scope: string, id: string): InputError {
  const mend = 'GET …/chain names sectors and zones; the chain needs no id.';
  return new InputError({ code: 'API_UNKNOWN_SCOPE', path: 'id', reason: `there is no ${scope} ${id}.`, mend });
}

function tooManyRows(days: number): InputError {
  const mend = `Ask for at most ${days} days at once, or take the run's archive, which has them all.`;
  return new InputError({ code: 'API_TOO_MANY_ROWS', path: 'to', reason: 'that is too much for one answer.', mend });
}
