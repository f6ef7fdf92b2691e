// What every enterprise did on a sealed day, read once: its columns, and the bytes that the field and the heat map draw.
import { fieldBytes } from '#libs/analysis';
import { InputError } from '#libs/messages';
import type { EnterpriseColumns, MetricStore } from '#libs/runtime';
import { BytesCache } from './bytes-cache';
import type { RunBook } from './run-books';

/** 34,000 enterprises take 600 KB a day as columns, 34 KB as bytes. */
const COLUMNS_BYTES = 16 * 2 ** 20;
const FIELD_BYTES = 32 * 2 ** 20;
/** Days that are read from the store at once. */
const READ_DAYS = 64;

interface Days {
  readonly from: number;
  readonly to: number;
}

export class DayBooks {
  readonly #columns = new BytesCache<EnterpriseColumns>({
    mostBytes: COLUMNS_BYTES,
    sizeOf: ({ outputYuan }) => 17 * outputYuan.length,
  });
  readonly #fields = new BytesCache<Uint8Array>({ mostBytes: FIELD_BYTES, sizeOf: ({ length }) => length });

  constructor(private readonly metrics: MetricStore) {}

  /** @throws InputError API_DAY_NOT_SEALED */
  columns(book: RunBook, day: number): Promise<EnterpriseColumns> {
    const { id } = book.manifest;
    return this.#columns.once(keyOf(id, day), async () => {
      const columns = await this.metrics.enterpriseColumns(id, day);
      if (!columns) throw notSealed(id, day);
      return columns;
    });
  }

  /** Byte i is the enterprise of row i. @throws InputError API_DAY_NOT_SEALED */
  field(book: RunBook, day: number): Promise<Uint8Array> {
    const { id } = book.manifest;
    // Every page asks when a day closes: the store is asked once.
    return this.#fields.once(keyOf(id, day), async () => {
      const [kept] = await this.metrics.fields(id, { from: day, to: day });
      return (kept as typeof kept | undefined)?.field ?? this.#drawn(book, day);
    });
  }

  /** Of each of the days, both included. */
  async fields(book: RunBook, { from, to }: Days): Promise<Uint8Array[]> {
    const found: Uint8Array[] = [];
    for (let first = from; first <= to; first += READ_DAYS) {
      found.push(...(await this.#some(book, { from: first, to: Math.min(to, first + READ_DAYS - 1) })));
    }
    return found;
  }

  /** What is not at hand is read at once, from the first that is missing to the last. */
  async #some(book: RunBook, { from, to }: Days): Promise<Uint8Array[]> {
    const { id } = book.manifest;
    const days = Array.from({ length: to - from + 1 }, (_, at) => from + at);
    const fields = new Map(days.map((day) => [day, this.#fields.get(keyOf(id, day))]));
    const missing = days.filter((day) => !fields.get(day));
    if (missing.length > 0) {
      const read = await this.metrics.fields(id, { from: missing[0], to: missing[missing.length - 1] });
      for (const { day, field } of read) fields.set(day, this.#fields.set(keyOf(id, day), field));
    }
    return Promise.all(days.map(async (day) => fields.get(day) ?? (await this.field(book, day))));
  }

  /** Of a day that was projected before fields were kept. */
  async #drawn(book: RunBook, day: number): Promise<Uint8Array> {
    const { outputYuan } = await this.columns(book, day);
    return fieldBytes({ chain: book.compiled.chain, outputYuan });
  }

  forget(run: string): void {
    this.#columns.forget(`${run}/`);
    this.#fields.forget(`${run}/`);
  }
}

export function notSealed(run: string, day: number): InputError {
  const reason = `day ${day} of ${run} is not sealed yet.`;
  return new InputError({ code: 'API_DAY_NOT_SEALED', path: 'day', reason, mend: 'Ask for a day that has passed.' });
}

function keyOf(run: string, day: number): string {
  return `${run}/${day}`;
}
