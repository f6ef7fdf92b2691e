// A table's columns on their way into Parquet pages: numbers as planes (BYTE_STREAM_SPLIT), words and days as positions
// in a dictionary. No column has nulls, so pages hold values only.
import type { Encoding, SchemaElement } from 'hyparquet';
import { ByteWriter } from 'hyparquet-writer';
import { writeRleBitPackedHybrid } from 'hyparquet-writer/src/encoding.js';
import { splitDoubles, splitFloats } from './planes';

/** Rows in their encoding, not squeezed yet. */
export interface PageBody {
  readonly rows: number;
  readonly bytes: Uint8Array;
}

/** Collects copies of rows until a page is cut from them. */
export interface TableColumn {
  readonly element: SchemaElement;
  readonly encoding: Encoding;
  cut(): PageBody;
  /** All entries so far; it only grows, so that a page stays good under a later dictionary. */
  dictionary(): PageBody | undefined;
}

/** 64-bit numbers, exact (DOUBLE) or to 7 digits (FLOAT). */
export class NumberColumn implements TableColumn {
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
    const parts = this.#parts;
    this.#parts = [];
    const rows = lengthOf(parts);
    if (this.type === 'FLOAT') return { rows, bytes: splitFloats(join(parts, new Float32Array(rows))) };
    const bytes = new Uint8Array(8 * rows);
    splitDoubles(join(parts, new Float64Array(rows)), bytes, 0);
    return { rows, bytes };
  }

  dictionary(): undefined {
    return undefined;
  }
}

/** Words, or whole numbers of which there are few. */
export class DictionaryColumn<Value extends string | number> implements TableColumn {
  readonly element: SchemaElement;
  readonly encoding = 'RLE_DICTIONARY';
  readonly #positions = new Map<Value, number>();
  readonly #entries = new ByteWriter();
  #lastGiven: readonly Value[] = [];
  #lastRows = new Int32Array(0);
  #parts: Int32Array[] = [];
  #lastPage: { readonly rows: Int32Array; readonly bitWidth: number; readonly page: PageBody } | undefined;

  constructor(element: SchemaElement) {
    this.element = { ...element, repetition_type: 'REQUIRED' };
  }

  /** A list that was given the day before costs nothing. */
  add(values: readonly Value[]): void {
    if (values !== this.#lastGiven) {
      this.#lastGiven = values;
      this.#lastRows = Int32Array.from(values, (value) => this.#position(value));
    }
    this.#parts.push(this.#lastRows);
  }

  addCoded(codes: Uint8Array, names: readonly Value[]): void {
    const positions = names.map((name) => this.#position(name));
    const rows = new Int32Array(codes.length);
    for (let i = 0; i < rows.length; i++) rows[i] = positions[codes[i]];
    this.#parts.push(rows);
  }

  addRepeated(value: Value, rows: number): void {
    this.#parts.push(new Int32Array(rows).fill(this.#position(value)));
  }

  /** Gives the very page of last time when it holds the same rows. */
  cut(): PageBody {
    const parts = this.#parts;
    this.#parts = [];
    const bitWidth = Math.max(1, Math.ceil(Math.log2(this.#positions.size)));
    const only = parts.length === 1 ? parts[0] : undefined;
    if (only && only === this.#lastPage?.rows && bitWidth === this.#lastPage.bitWidth) return this.#lastPage.page;
    const rows = only ?? join(parts, new Int32Array(lengthOf(parts)));
    const writer = new ByteWriter(1 << 16);
    writer.appendUint8(bitWidth);
    writeRleBitPackedHybrid(writer, rows, bitWidth);
    const page = { rows: rows.length, bytes: writer.getBytes() };
    this.#lastPage = only && { rows: only, bitWidth, page };
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

function lengthOf(parts: readonly ArrayLike<number>[]): number {
  return parts.reduce((sum, part) => sum + part.length, 0);
}

function join<Whole extends Float32Array | Float64Array | Int32Array>(
  parts: readonly ArrayLike<number>[],
  into: Whole,
): Whole {
  let offset = 0;
  for (const part of parts) {
    into.set(part, offset);
    offset += part.length;
  }
  return into;
}
