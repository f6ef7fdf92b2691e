// Frames on the wire: those of one writer, stream and day as one Arrow IPC stream. One row is one column of one frame:
// its name and its values, a list; which rows they belong to is known to both ends. Values keep their bits.
import type { Frame, Route } from '#libs/kernel';
import type { FrameCodec } from '#libs/runtime';
import type * as Arrow from 'apache-arrow';
import { listColumn, listVector } from './list-column';

/** Loads Arrow, which takes 0.1 s. */
export async function loadArrowFrames(): Promise<FrameCodec> {
  const arrow = await import('apache-arrow');
  const openings = new Openings(arrow);
  return {
    encode: (frames) => encode(openings, frames),
    decode: (bytes, routes, day) => framesOf(tableOf(arrow, bytes), routes, day),
  };
}

/** An end-of-stream mark, as Arrow writes it. */
const STREAM_END = Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0);

/** Values are copied once, behind the opening: their buffer is the last of the table. */
function encode(openings: Openings, frames: readonly Frame[]): Uint8Array {
  const opening = openings.of(frames);
  const lengths = frames.flatMap(({ columns }) => columns.map(({ length }) => length));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  // Not cleared, as every byte is written; a buffer of its own, so that values lie on multiples of eight.
  const bytes = Buffer.allocUnsafeSlow(opening.length + 8 * total + STREAM_END.length);
  bytes.set(opening);
  const values = new Float64Array(bytes.buffer, opening.length, total);
  let at = 0;
  for (const { columns } of frames) {
    for (const column of columns) {
      values.set(column, at);
      at += column.length;
    }
  }
  bytes.set(STREAM_END, opening.length + 8 * total);
  return bytes;
}

/** All of an Arrow stream before its values. It depends on names and lengths alone, so a writer's is made once. */
class Openings {
  readonly #known = new WeakMap<Route, { readonly shape: string; readonly opening: Uint8Array }>();

  constructor(private readonly arrow: typeof Arrow) {}

  of(frames: readonly Frame[]): Uint8Array {
    const names = frames.flatMap(({ route }) => route.columns);
    const lengths = frames.flatMap(({ columns }) => columns.map(({ length }) => length));
    const shape = JSON.stringify([names, lengths]);
    const first = frames.at(0)?.route;
    const known = first && this.#known.get(first);
    if (known?.shape === shape) return known.opening;
    const opening = this.#make(names, lengths);
    if (first) this.#known.set(first, { shape, opening });
    return opening;
  }

  #make(names: readonly string[], lengths: readonly number[]): Uint8Array {
    const { arrow } = this;
    const values = listColumn(lengths, Float64Array, () => undefined);
    const table = new arrow.Table({
      column: arrow.vectorFromArray(names, new arrow.Utf8()),
      values: listVector(arrow, values, new arrow.Float64()),
    });
    const bytes = arrow.tableToIPC(table, 'stream');
    return bytes.slice(0, bytes.length - values.items.byteLength - STREAM_END.length);
  }
}

interface WireTable {
  readonly names: readonly unknown[];
  /** The list of a row, in place. */
  readonly valuesAt: (row: number) => Float64Array;
}

/** @throws Error when the bytes are no table of names and lists of numbers, or less than one */
function tableOf(arrow: typeof Arrow, bytes: Uint8Array): WireTable {
  const table = arrow.tableFromIPC(bytes);
  const names = table.getChild('column');
  const lists = table.getChild('values');
  if (names === null || lists === null) throw new Error('frames: columns "column" and "values" are not there');
  return {
    names: Array.from(names as Iterable<unknown>),
    valuesAt: (row) => {
      const list: unknown = lists.get(row);
      const items: unknown = list instanceof arrow.Vector ? list.toArray() : undefined;
      if (!(items instanceof Float64Array)) throw new Error(`frames: row ${row} is no list of numbers`);
      return items;
    },
  };
}

function framesOf({ names, valuesAt }: WireTable, routes: readonly Route[], day: number): Frame[] {
  const expected = routes.reduce((sum, { columns }) => sum + columns.length, 0);
  if (names.length !== expected) throw new Error(`frames: ${names.length} columns, expected ${expected}`);
  let row = 0;
  return routes.map((route) => {
    const columns = route.columns.map((name) => {
      if (names[row] !== name) throw new Error(`frames: row ${row} is "${String(names[row])}", expected "${name}"`);
      const values = valuesAt(row++);
      const { senderRows } = route;
      if (senderRows !== 'all' && values.length !== senderRows.length) {
        throw new Error(`frames: ${values.length} values of "${name}", expected ${senderRows.length}`);
      }
      return values;
    });
    return { route, day, columns };
  });
}
