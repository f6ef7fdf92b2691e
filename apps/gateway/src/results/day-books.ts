// What every enterprise did on a sealed day, read once: its columns, and the bytes that the field and the heat map draw.
import { InputError } from '#libs/messages';
import type { EnterpriseColumns, MetricStore } from '#libs/runtime';
import { BytesCache } from './bytes-cache';
import type { RunBook } from './run-books';

/** 34,000 enterprises take 600 KB a day as columns, 34 KB as bytes. */
const COLUMNS_BYTES = 16 * 2 ** 20;
const FIELD_BYTES = 32 * 2 ** 20;
/** Days that are read from the store at once. */
const READ_AT_ONCE = 3;
/** Half per cents of base output. */
const FULL = 200;
const OUTSIDE = 255;

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
    const key = keyOf(id, day);
    return this.#columns.once(key, async () => {
      const columns = await this.metrics.enterpriseColumns(id, day);
      if (!columns) throw notSealed(id, day);
      // The bytes cost next to nothing now, and reading the day again much later.
      if (!this.#fields.get(key)) this.#fields.set(key, fieldOf(book, columns));
      return columns;
    });
  }

  /** Byte i is the enterprise of row i. @throws InputError API_DAY_NOT_SEALED */
  field(book: RunBook, day: number): Promise<Uint8Array> {
    return this.#fields.once(keyOf(book.manifest.id, day), async () => fieldOf(book, await this.columns(book, day)));
  }

  /** In the order of the days. */
  async fields(book: RunBook, days: readonly number[]): Promise<Uint8Array[]> {
    const found: Uint8Array[] = [];
    for (let at = 0; at < days.length; at += READ_AT_ONCE) {
      found.push(...(await Promise.all(days.slice(at, at + READ_AT_ONCE).map((day) => this.field(book, day)))));
    }
    return found;
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

/** Output over base in half per cents, rounded down so that only who lost nothing is full. */
function fieldOf({ compiled: { chain } }: RunBook, { outputYuan }: EnterpriseColumns): Uint8Array {
  const { sector, baseOutputYuan, count } = chain.enterprises;
  const isOutside = chain.sectors.map(({ outside }) => outside);
  const bytes = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    bytes[i] = isOutside[sector[i]] ? OUTSIDE : Math.floor(FULL * ratioOf(outputYuan[i], baseOutputYuan[i]) + 1e-9);
  }
  return bytes;
}

/** At most 1; 1 where there is nothing to compare with. */
export function ratioOf(outputYuan: number, baseYuan: number): number {
  return outputYuan < baseYuan ? outputYuan / baseYuan : 1;
}

function keyOf(run: string, day: number): string {
  return `${run}/${day}`;
}
