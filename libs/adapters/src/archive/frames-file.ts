// frames/day-0000.arrow: all frames of a day, exact, as one Arrow table (IPC file). One row is one column of one frame:
// who sent it to whom on which channel, the sender's rows, and the values, both as lists. So frames with different
// columns stand in one table; pandas' `explode(['rows', 'values'])` makes one line per value of it.
import type { Frame, Party } from '#libs/kernel';
import { CHANNELS, STAGES, type Channel, type Source } from '#libs/messages';
import type * as Arrow from 'apache-arrow';
import { z } from 'zod';
import { listColumn, listVector } from '../wire/list-column';

/** A frame as the archive keeps it. */
export interface ArchivedFrame {
  readonly day: number;
  readonly channel: Channel;
  readonly from: Source;
  readonly to: Party;
  /** Rows of the sender's columns. */
  readonly rows: Int32Array;
  readonly columns: readonly { readonly name: string; readonly values: Float64Array }[];
}

/** Copies the day's frames. */
export async function encodeFrames(day: number, frames: readonly Frame[]): Promise<Uint8Array> {
  // Loaded only by those who keep frames: it takes 0.1 s.
  const arrow = await import('apache-arrow');
  const lines = frames.flatMap((frame, position) =>
    frame.columns.map((values, c) => ({ position, route: frame.route, name: frame.route.columns[c], values })),
  );
  const words = (of: (line: (typeof lines)[number]) => string): Arrow.Vector =>
    arrow.vectorFromArray(lines.map(of), new arrow.Utf8());
  const numbers = (of: (line: (typeof lines)[number]) => number): Arrow.Vector =>
    arrow.makeVector(Int32Array.from(lines, of));
  const lengths = lines.map(({ values }) => values.length);
  const rows = listColumn(lengths, Int32Array, (into, line) => {
    const { senderRows } = lines[line].route;
    if (senderRows !== 'all') into.set(senderRows);
    else for (let i = 0; i < into.length; i++) into[i] = i;
  });
  const values = listColumn(lengths, Float64Array, (into, line) => into.set(lines[line].values));
  const table = new arrow.Table({
    day: numbers(() => day),
    frame: numbers(({ position }) => position),
    channel: words(({ route }) => route.channel),
    from: words(({ route }) => route.from.stage),
    fromShard: numbers(({ route }) => route.from.shard),
    to: words(({ route }) => route.to.stage),
    toShard: numbers(({ route }) => route.to.shard),
    column: words(({ name }) => name),
    rows: listVector(arrow, rows, new arrow.Int32()),
    values: listVector(arrow, values, new arrow.Float64()),
  });
  return arrow.tableToIPC(table, 'file');
}

const lineSchema = z.object({
  day: z.number(),
  frame: z.number(),
  channel: z.enum(CHANNELS),
  from: z.enum(STAGES),
  fromShard: z.number(),
  to: z.enum([...STAGES, 'recovery']),
  toShard: z.number(),
  column: z.string(),
});

/** @throws Error when the bytes are no frames file */
export async function decodeFrames(bytes: Uint8Array): Promise<readonly ArchivedFrame[]> {
  const { tableFromIPC } = await import('apache-arrow');
  const table = tableFromIPC(bytes);
  const frames = new Map<number, { frame: ArchivedFrame; columns: { name: string; values: Float64Array }[] }>();
  for (let i = 0; i < table.numRows; i++) {
    const line = lineSchema.parse(table.get(i)?.toJSON());
    const values = listAt(table, 'values', i, Float64Array);
    let entry = frames.get(line.frame);
    if (entry === undefined) {
      const columns: { name: string; values: Float64Array }[] = [];
      const { day, channel } = line;
      const from = { stage: line.from, shard: line.fromShard };
      const to = { stage: line.to, shard: line.toShard };
      entry = { columns, frame: { day, channel, from, to, rows: listAt(table, 'rows', i, Int32Array), columns } };
      frames.set(line.frame, entry);
    }
    entry.columns.push({ name: line.column, values });
  }
  return [...frames.values()].map(({ frame }) => frame);
}

function listAt<Items>(table: Arrow.Table, column: string, row: number, Type: new (...args: never[]) => Items): Items {
  const list: unknown = table.getChild(column)?.get(row);
  const items: unknown =
    typeof list === 'object' && list !== null && 'toArray' in list ? (list as Arrow.Vector).toArray() : undefined;
  if (!(items instanceof Type)) throw new Error(`column ${column} is no list of numbers`);
  return items;
}
