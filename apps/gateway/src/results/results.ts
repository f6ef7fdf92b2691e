// What runs came to, as the API tells it: read from the store, never simulated here. Sealed days do not change, so what
// is made of them is kept, within bounds.
import type { Chain, DayResult, Enterprise, EnterpriseDay, Field, Lever, MilestoneTold } from '#libs/api';
import type { Stores } from '#libs/adapters';
import { InputError } from '#libs/messages';
import type { Row, RunManifest, RunRow } from '#libs/runtime';
import { intervene, type CompiledScenario } from '#libs/scenario';
import { asInterventions } from '#libs/simulation';
import { leversIn } from '../compiling/levers';
import { noSuchRun } from '../http/api-error';
import { chainOf, fieldOf } from './chain';
import { DayBooks, notSealed } from './day-books';
import { DayResults } from './day-results';
import { enterpriseDay, enterpriseOf, rowOf, rowsAsked, type EnterprisesAsked } from './enterprises';
import { Metrics, type MetricsAsked, type MetricsFile } from './metrics';
import { milestonesOf, refuseUnknownType, toldOf, type MilestonesAsked } from './milestones';
import { RunBooks, type Compile, type RunBook } from './run-books';
import { RunLosses } from './run-losses';

export interface ResultsOptions {
  readonly stores: Pick<Stores, 'runs' | 'metrics'>;
  readonly compile: Compile;
}

export interface Days {
  readonly from: number;
  readonly to: number;
}

/** Most bytes of one heat map: all of 34,000 enterprises over 1,800 days. */
const MOST_HEAT_BYTES = 64 * 2 ** 20;

export class Results {
  readonly #books: RunBooks;
  readonly #dayBooks: DayBooks;
  readonly #losses: RunLosses;
  readonly #days: DayResults;
  readonly #metrics: Metrics;

  constructor(private readonly options: ResultsOptions) {
    const { runs, metrics } = options.stores;
    this.#books = new RunBooks(runs, options.compile);
    this.#dayBooks = new DayBooks(metrics);
    this.#losses = new RunLosses(metrics);
    this.#days = new DayResults(metrics, this.#dayBooks, this.#losses);
    this.#metrics = new Metrics(metrics, this.#dayBooks);
  }

  async chain(run: string): Promise<Chain> {
    return chainOf(await this.#books.of(run));
  }

  /** As the run's texts have it, before anything was decided. @throws InputError SCN_..., CSV_... */
  compiled(manifest: RunManifest): Promise<CompiledScenario> {
    return this.#books.compiled(manifest);
  }

  /** As decided so far. */
  async levers(run: string): Promise<Lever[]> {
    const { compiled } = await this.#books.of(run);
    return leversIn(intervene(compiled, asInterventions(await this.options.stores.runs.commands(run))));
  }

  /** Sealed days among those asked for, in order. */
  async days(run: string, { from, to }: Days): Promise<DayResult[]> {
    const [book, row] = await this.#found(run);
    return this.#days.days(book, { from, to: Math.min(to, row.projectedDay) });
  }

  /** Days of which the losses are known, from the first on; all there will be where none are accounted for. */
  async accountedDays(run: string): Promise<number> {
    const book = await this.#books.of(run);
    return book.hasLosses ? (await this.#losses.upTo(book)).days.length : Infinity;
  }

  async digests(run: string): Promise<{ readonly day: number; readonly state: string; readonly flow: string }[]> {
    await this.#books.of(run);
    return this.options.stores.metrics.digests(run);
  }

  async field(run: string): Promise<Field> {
    return fieldOf(await this.#books.of(run));
  }

  /** One byte an enterprise. @throws InputError API_DAY_NOT_SEALED */
  async fieldDay(run: string, day: number): Promise<Uint8Array> {
    const [book, { projectedDay }] = await this.#found(run);
    if (day > projectedDay) throw notSealed(run, day);
    return this.#dayBooks.field(book, day);
  }

  /** One byte an enterprise and day, day after day: the sealed ones among those asked for. */
  async heat(run: string, { sector, from, to }: Days & { readonly sector?: string | undefined }): Promise<Uint8Array> {
    const [book, { projectedDay }] = await this.#found(run);
    const { first, count } = rowsOf(book, sector);
    const last = Math.min(to, projectedDay);
    const days = Math.max(0, last - from + 1);
    if (days * count > MOST_HEAT_BYTES) throw tooManyDays(Math.floor(MOST_HEAT_BYTES / count));
    const bytes = new Uint8Array(days * count);
    const fields = await this.#dayBooks.fields(book, { from, to: last });
    fields.forEach((field, at) => bytes.set(field.subarray(first, first + count), at * count));
    return bytes;
  }

  /** Rows for JSON; a file for CSV and Parquet. @throws InputError API_UNKNOWN_SCOPE, API_TOO_MANY_ROWS */
  async metrics(run: string, asked: MetricsAsked): Promise<Row[] | MetricsFile> {
    const [book, { projectedDay }] = await this.#found(run);
    return this.#metrics.of(book, { ...asked, to: Math.min(asked.to, projectedDay) });
  }

  /** A page of what happened. @throws InputError API_BAD_TYPE */
  async milestones(
    run: string,
    asked: MilestonesAsked,
  ): Promise<{ readonly total: number; readonly rows: MilestoneTold[] }> {
    refuseUnknownType(asked.type);
    const book = await this.#books.of(run);
    const [kept, { bottleneck, days }] = await Promise.all([
      this.options.stores.metrics.milestones(run, asked),
      this.#losses.upTo(book),
    ]);
    const { total, milestones } = milestonesOf(kept, { bottleneck, accounted: days.length }, asked);
    return { total, rows: toldOf(book, milestones) };
  }

  /** A page of a day's enterprises. @throws InputError API_DAY_NOT_SEALED */
  async enterprises(
    run: string,
    asked: EnterprisesAsked,
  ): Promise<{ readonly day: number; readonly total: number; readonly rows: EnterpriseDay[] }> {
    const [book, { projectedDay }] = await this.#found(run);
    const { day, offset, limit } = asked;
    if (day > projectedDay) throw notSealed(run, day);
    const columns = await this.#dayBooks.columns(book, day);
    const rows = rowsAsked(book, columns, asked);
    const page = Array.from(rows.subarray(offset, offset + limit), (row) => enterpriseDay(book, columns, row));
    return { day, total: rows.length, rows: page };
  }

  /** One over its days. @throws InputError API_UNKNOWN_ENTERPRISE */
  async enterprise(run: string, id: string): Promise<Enterprise> {
    const [book, { projectedDay }] = await this.#found(run);
    const row = rowOf(book, id);
    const { metrics } = this.options.stores;
    return enterpriseOf(book, row, await metrics.enterpriseSeries(run, row, { from: 0, to: projectedDay }));
  }

  /** When a run is removed. */
  forget(run: string): void {
    this.#books.forget(run);
    this.#dayBooks.forget(run);
    this.#losses.forget(run);
    this.#days.forget(run);
  }

  async #found(run: string): Promise<[RunBook, RunRow]> {
    const [book, row] = await Promise.all([this.#books.of(run), this.options.stores.runs.row(run)]);
    if (!row) throw noSuchRun(run);
    return [book, row];
  }
}

/** Rows of a sector, which lie together; all without one. @throws InputError API_UNKNOWN_SECTOR */
function rowsOf(book: RunBook, sector: string | undefined): { readonly first: number; readonly count: number } {
  const { count, groups } = fieldOf(book);
  if (sector === undefined) return { first: 0, count };
  const group = groups.find((one) => one.sector === sector);
  if (group) return group;
  const mend = `Sectors with enterprises are ${groups.map((one) => one.sector).join(', ')}.`;
  throw new InputError({ code: 'API_UNKNOWN_SECTOR', path: 'sector', reason: `there is no sector ${sector}.`, mend });
}

function tooManyDays(most: number): InputError {
  const reason = 'that many days of that many enterprises are too large for one answer.';
  return new InputError({
    code: 'API_TOO_MANY_DAYS',
    path: 'to',
    reason,
    mend: `Ask for at most ${most} days at once.`,
  });
}
