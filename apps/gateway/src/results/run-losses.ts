// Losses by root cause, folded in the order of the days by the same fold as everywhere: what a day lost, what of it is
// each sector's, and since when the same cause has led. Kept by day, so that any sealed day is told without its past.
import type { DayLoss } from '#libs/api';
import { LossFold, ROADS, type FoldedLosses, type LossSummary } from '#libs/analysis';
import type { MetricStore, Row } from '#libs/runtime';
import type { RunBook } from './run-books';

/** Losses of a sector that are told. */
const MOST_OF_SECTOR = 5;
/** Runs whose losses are kept; each day takes some 5 KB. */
const MOST_RUNS = 24;
/** Days read from the store at once. */
const READ_DAYS = 64;
const NONE: readonly DayLoss[] = [];

export interface LossDay extends FoldedLosses {
  /** By sector id, the largest first. */
  readonly ofSector: ReadonlyMap<string, readonly DayLoss[]>;
}

export interface Accounted {
  /** Days accounted for without a gap, from the first on. */
  readonly days: readonly LossDay[];
  /** Each day's largest, as in a run's summary. */
  readonly bottleneck: LossSummary['bottleneck'];
}

export class RunLosses {
  readonly #runs = new Map<string, Folding>();

  constructor(private readonly metrics: MetricStore) {}

  /** Reads on as far as losses are accounted for. */
  async upTo(book: RunBook): Promise<Accounted> {
    const { id } = book.manifest;
    if (!book.hasLosses) return { days: [], bottleneck: [] };
    const known = this.#runs.get(id) ?? new Folding(book);
    this.#runs.delete(id);
    this.#runs.set(id, known);
    const [oldest] = this.#runs.keys();
    if (this.#runs.size > MOST_RUNS) this.#runs.delete(oldest);
    await known.readOn(this.metrics);
    return known;
  }

  forget(run: string): void {
    this.#runs.delete(run);
  }
}

class Folding implements Accounted {
  readonly days: LossDay[] = [];
  readonly #fold: LossFold;
  readonly #numbers: ReadonlyMap<string, number>;
  #reading: Promise<void> | undefined;

  constructor(private readonly book: RunBook) {
    const { causes, compiled } = book;
    this.#fold = new LossFold(compiled.chain, causes);
    const originOf = (sector: number): string => (sector === ROADS ? 'roads' : compiled.chain.sectors[sector].id);
    this.#numbers = new Map(causes.map(({ cause, sector }, k) => [`${cause}/${originOf(sector)}`, k]));
  }

  get bottleneck(): Accounted['bottleneck'] {
    return this.#fold.summary().bottleneck;
  }

  /** One reader at a time: the fold takes each day once. */
  readOn(metrics: MetricStore): Promise<void> {
    this.#reading ??= this.#read(metrics).finally(() => (this.#reading = undefined));
    return this.#reading;
  }

  async #read(metrics: MetricStore): Promise<void> {
    const run = this.book.manifest.id;
    const kept = new Set(await metrics.lossDays(run));
    const from = this.days.length;
    let end = from;
    while (kept.has(end)) end++;
    for (let first = from; first < end; first += READ_DAYS) {
      const last = Math.min(end, first + READ_DAYS) - 1;
      const rows = await metrics.losses(run, { from: first, to: last });
      for (let day = first; day <= last; day++) this.#take(day, rowsOfDay(rows, day));
    }
  }

  #take(day: number, rows: readonly Row[]): void {
    const { chain } = this.book.compiled;
    const width = this.#numbers.size;
    const sectorOf = new Map(chain.sectors.map(({ id }, sector) => [id, sector]));
    const valueAddedYuan = new Float64Array(chain.sectors.length * width);
    const grossYuan = new Float64Array(valueAddedYuan.length);
    for (const { sector, cause, origin, lostYuan, lostValueAddedYuan } of rows) {
      const at = (sectorOf.get(String(sector)) ?? NaN) * width + (this.#numbers.get(`${cause}/${origin}`) ?? NaN);
      if (Number.isNaN(at)) throw new Error(`day ${day} lost to ${cause} of ${origin}, which the chain does not have`);
      grossYuan[at] = Number(lostYuan);
      valueAddedYuan[at] = Number(lostValueAddedYuan);
    }
    const folded = this.#fold.fold({ day, grossYuan, valueAddedYuan });
    const ofSector = new Map(
      chain.sectors.map(({ id }, s) => [id, this.#ranked(valueAddedYuan.subarray(s * width, (s + 1) * width))]),
    );
    this.days.push({ ...folded, ofSector });
  }

  #ranked(yuan: Float64Array): readonly DayLoss[] {
    const all = yuan.reduce((sum, one) => sum + one, 0);
    if (!(all > 0)) return NONE;
    const { causes, compiled } = this.book;
    const idOf = (sector: number): string | null => (sector === ROADS ? null : compiled.chain.sectors[sector].id);
    return causes
      .map(({ cause, sector }, k) => ({ cause, sector: idOf(sector), yuan: yuan[k], share: yuan[k] / all }))
      .filter((one) => one.yuan > 0)
      .sort((a, b) => b.yuan - a.yuan)
      .slice(0, MOST_OF_SECTOR);
  }
}

/** Rows stand by day, ascending. */
function rowsOfDay(rows: readonly Row[], day: number): readonly Row[] {
  const first = rows.findIndex((row) => row.day === day);
  const next = rows.findIndex((row) => Number(row.day) > day);
  return first < 0 ? [] : rows.slice(first, next < 0 ? undefined : next);
}
