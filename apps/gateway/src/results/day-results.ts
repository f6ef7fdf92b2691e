// What a sealed day came to, put together from the store: rates, what holds each sector, losses once they are accounted
// for. A day with its losses never changes again, and is kept.
import type { DayResult, SectorDay } from '#libs/api';
import { holdingOf, type Scopes } from '#libs/analysis';
import { BINDING_CONSTRAINTS, type BindingConstraint } from '#libs/messages';
import type { EnterpriseColumns, MetricStore, Row } from '#libs/runtime';
import { BytesCache } from './bytes-cache';
import { notSealed, type DayBooks } from './day-books';
import type { RunBook } from './run-books';
import type { LossDay, RunLosses } from './run-losses';

/** A day of 13 sectors takes some 10 KB. */
const DAYS_BYTES = 32 * 2 ** 20;
const SECTOR_BYTES = 900;
/** Days put together at once. */
const AT_ONCE = 4;

type Rates = DayResult['chain'];

export class DayResults {
  readonly #kept = new BytesCache<DayResult>({
    mostBytes: DAYS_BYTES,
    sizeOf: ({ sectors, losses }) => SECTOR_BYTES * (sectors.length + 1) + 120 * (losses?.length ?? 0),
  });

  constructor(
    private readonly metrics: MetricStore,
    private readonly books: DayBooks,
    private readonly losses: RunLosses,
  ) {}

  /** @param days sealed, both included */
  async days(book: RunBook, { from, to }: { readonly from: number; readonly to: number }): Promise<DayResult[]> {
    const all = Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
    const missing = all.filter((day) => !this.#kept.get(keyOf(book, day)));
    const made = new Map<number, DayResult>();
    for (let at = 0; at < missing.length; at += AT_ONCE) {
      const few = missing.slice(at, at + AT_ONCE);
      for (const result of await this.#make(book, few)) made.set(result.day, result);
    }
    return all.map((day) => {
      const result = made.get(day) ?? this.#kept.get(keyOf(book, day));
      if (!result) throw notSealed(book.manifest.id, day);
      return result;
    });
  }

  forget(run: string): void {
    this.#kept.forget(`${run}/`);
  }

  async #make(book: RunBook, days: readonly number[]): Promise<DayResult[]> {
    const run = book.manifest.id;
    const span = { from: days[0], to: days[days.length - 1] };
    const [rates, milestones, losses] = await Promise.all([
      this.metrics.rates(run, span),
      this.metrics.milestones(run, span),
      this.losses.upTo(book),
    ]);
    return Promise.all(
      days.map(async (day) => {
        const rows = rates.filter((row) => row.day === day);
        const told = milestones.filter((one) => one.day === day).length;
        const lost = losses.days.at(day);
        const heldBy = await this.#heldBy(book, day, rows);
        const result = dayOf(book, { rows, heldBy, lost, milestones: told });
        if (lost !== undefined || !book.hasLosses) this.#kept.set(keyOf(book, day), result);
        return result;
      }),
    );
  }

  /** By sector. Days that were projected before it was kept with the rates know it from their enterprises alone. */
  async #heldBy(book: RunBook, day: number, rows: readonly Row[]): Promise<ReadonlyMap<string, BindingConstraint>> {
    const ofSectors = rows.filter(({ scope }) => scope === 'sector');
    if (ofSectors.every(({ heldBy }) => typeof heldBy === 'string'))
      return new Map(ofSectors.map(({ id, heldBy }) => [String(id), heldBy as BindingConstraint]));
    return heldByOf(book, await this.books.columns(book, day), new Map(ofSectors.map((row) => [String(row.id), row])));
  }
}

interface Read {
  readonly rows: readonly Row[];
  readonly heldBy: ReadonlyMap<string, BindingConstraint>;
  readonly lost: LossDay | undefined;
  readonly milestones: number;
}

function dayOf(book: RunBook, { rows, heldBy, lost, milestones }: Read): DayResult {
  const chain = rows.find(({ scope }) => scope === 'chain');
  if (!chain) throw new Error(`a sealed day of ${book.manifest.id} has no rates of the chain`);
  const sectors = new Map(rows.flatMap((row) => (row.scope === 'sector' ? [[String(row.id), row] as const] : [])));
  return {
    day: Number(chain.day),
    date: String(chain.date),
    chain: ratesOf(chain),
    sectors: book.compiled.chain.sectors.flatMap(({ id }): SectorDay[] => {
      const row = sectors.get(id);
      if (!row) return [];
      return [{ id, ...ratesOf(row), heldBy: heldBy.get(id) ?? 'none', losses: [...(lost?.ofSector.get(id) ?? [])] }];
    }),
    losses: lost ? [...lost.losses] : null,
    bottleneck: lost?.bottleneck ?? null,
    milestones,
  };
}

/** By the rule of every run: the constraint of most lost output, where 1 % and more is lost. */
function heldByOf(
  { compiled: { chain }, scopes }: { readonly compiled: RunBook['compiled']; readonly scopes: Scopes },
  { outputYuan, bound: { codes, names } }: EnterpriseColumns,
  rows: ReadonlyMap<string, Row>,
): Map<string, BindingConstraint> {
  const of = (name: keyof Rates): Float64Array =>
    Float64Array.from(chain.sectors, ({ id }) => Number(rows.get(id)?.[name] ?? 0));
  const numberOf = names.map((name) => BINDING_CONSTRAINTS.indexOf(name as BindingConstraint));
  const bound = Float64Array.from(codes, (code) => numberOf[code]);
  const rates = { lostYuan: of('lostYuan'), lostValueAddedYuan: of('lostValueAddedYuan') };
  const held = holdingOf({ chain, outputYuan, bound }, scopes, rates).bound;
  return new Map(chain.sectors.map(({ id }, sector) => [id, BINDING_CONSTRAINTS[held[sector]]]));
}

function ratesOf(row: Row): Rates {
  const of = (name: keyof Rates): number => Number(row[name]);
  const onPost = of('returnToPost');
  return {
    resumption: of('resumption'),
    returnToPost: row.returnToPost === null || Number.isNaN(onPost) ? null : onPost,
    capacityRecovery: of('capacityRecovery'),
    throughput: of('throughput'),
    lostYuan: of('lostYuan'),
    lostValueAddedYuan: of('lostValueAddedYuan'),
    missedFinalYuan: of('missedFinalYuan'),
  };
}

function keyOf({ manifest: { id } }: RunBook, day: number): string {
  return `${id}/${day}`;
}
