// A table's columns on their way into Parquet pages: numbers as planes (BYTE_STREAM_SPLIT) or plain, words and small
// whole numbers as positions in a dictionary. No column has nulls, so pages hold values only.
import type { Encoding, SchemaElement } from 'hyparquet';
import { ByteWriter } from 'hyparquet-writer';
import { writeRleBitPackedHybrid } from 'hyparquet-writer/src/encoding.js';
import { splitDoubles, splitFloats } from './planes';

/** Rows in their encoding, not squeezed yet. */
export interface PageBody {
  readonly rows: number;
  readonly bytes: Uint8Array;
}

/** Collects rows until a page is cut from them. */
export interface TableColumn<Values> {
  readonly element: SchemaElement;
  readonly encoding: Encoding;
  /** Takes a copy. */
  add(values: Values): void;
  cut(): PageBody;
  /** All entries so far; it only grows, so that a page stays good under a later dictionary. */
  dictionary(): PageBody | undefined;
}

/** 64-bit numbers, exact or (FLOAT) to 7 digits. */
export class NumberColumn implements TableColumn<Float64Array> {
  readonly element: SchemaElement;
  readonly encoding = 'BYTE_STREAM_SPLIT';
  #parts: (Float32Array | Float64Array)[] = [];

  constructor(
    name: string,
    readonly type: 'FLOAT' | 'DOUBLE',
  ) {
    this.element = { name, type, repetition_type: 'REQUIRED' };
  }

  add(values: Float64Array): void {
    this.#parts.push(this.type === 'FLOAT' ? new Float32Array(values) : values.slice());
  }

  cut(): PageBody {
    const rows = this.#parts.reduce((sum, part) => sum + part.length, 0);
    const whole = this.type === 'FLOAT' ? new Float32Array(rows) : new Float64Array(rows);
    join(this.#parts, whole);
    this.#parts = [];
    if (whole instanceof Float32Array) return { rows, bytes: splitFloats(whole) };
    const bytes = new Uint8Array(8 * rows);
    splitDoubles(whole, bytes, 0);
    return { rows, bytes };
  }

  dictionary(): undefined {
    return undefined;
  }
}

/** 32-bit whole numbers as they are. */
export class IntegerColumn implements TableColumn<Int32Array> {
  readonly element: SchemaElement;
  readonly encoding = 'PLAIN';
  #parts: Int32Array[] = [];

  constructor(name: string) {
    this.element = { name, type: 'INT32', repetition_type: 'REQUIRED' };
  }

  add(values: Int32Array): void {
    this.#parts.push(values.slice());
  }

  cut(): PageBody {
    const rows = this.#parts.reduce((sum, part) => sum + part.length, 0);
    const whole = new Int32Array(rows);
    join(this.#parts, whole);
    this.#parts = [];
    return { rows, bytes: new Uint8Array(whole.buffer) };
  }

  dictionary(): undefined {
    return undefined;
  }
}

/** Words, or whole numbers of which there are few. Days that repeat the day before cost one comparison a row. */
export class DictionaryColumn<Value extends string | number> implements TableColumn<ArrayLike<Value>> {
  readonly element: SchemaElement;
  readonly encoding = 'RLE_DICTIONARY';
  readonly #positions = new Map<Value, number>();
  readonly #entries = new ByteWriter();
  #last: { readonly values: readonly Value[]; readonly rows: Int32Array } = { values: [], rows: new Int32Array(0) };
  #parts: Int32Array[] = [];
  #lastPage: { readonly rows: Int32Array; readonly bitWidth: number; readonly page: PageBody } | undefined;

  constructor(element: SchemaElement) {
    this.element = { ...element, repetition_type: 'REQUIRED' };
  }

  add(values: ArrayLike<Value>): void {
    if (!isSame(values, this.#last.values)) {
      const copy = Array.from(values);
      this.#last = { values: copy, rows: Int32Array.from(copy, (value) => this.#position(value)) };
    }
    this.#parts.push(this.#last.rows);
  }

  /** Gives the very page of last time when it holds the same rows. */
  cut(): PageBody {
    const parts = this.#parts;
    this.#parts = [];
    const bitWidth = Math.max(1, Math.ceil(Math.log2(this.#positions.size)));
    if (parts.length === 1 && parts[0] === this.#lastPage?.rows && bitWidth === this.#lastPage.bitWidth) {
      return this.#lastPage.page;
    }
    const rows = new Int32Array(parts.reduce((sum, part) => sum + part.length, 0));
    join(parts, rows);
    const writer = new ByteWriter(rows.length * 4 + 64);
    writer.appendUint8(bitWidth);
    writeRleBitPackedHybrid(writer, rows, bitWidth);
    const page = { rows: rows.length, bytes: writer.getBytes() };
    this.#lastPage = parts.length === 1 ? { rows: parts[0], bitWidth, page } : undefined;
    return page;
  }

  dictionary(): PageBody {
    return { rows: this.#positions.size, bytes: this.#entries.getBytes().slice() };
  }

  #position(value: Value): number {
    const known = this.#positions.get(value);
    if (known !== undefined) return known;
    const position = this.#positions.size;
    this.#positions.set(value, position);
    if (typeof value === 'number') this.#entries.appendInt32(value);
    else {
      const bytes = Buffer.from(value);
      this.#entries.appendUint32(bytes.length);
      this.#entries.appendBytes(bytes);
    }
    return position;
  }
}

function isSame<Value>(values: ArrayLike<Value>, others: readonly Value[]): boolean {
  if (values.length !== others.length) return false;
  for (let i = 0; i < others.length; i++) if (values[i] !== others[i]) return false;
  return true;
}

function join(parts: readonly ArrayLike<number>[], into: Float32Array | Float64Array | Int32Array): void {
  let offset = 0;
  for (const part of parts) {
    into.set(part, offset);
    offset += part.length;
  }
}
