// snapshots/day-0010-plants.bin: one stage after one day, exact. 'RSNP', the header's length (uint32, low byte first),
// the header (JSON: columns and their lengths), one raw deflate stream of the columns' planes in that order.
// Some columns mostly repeat an earlier one (capacity and output of a plant that nothing else holds): these are kept as
// the bits that differ from it, which saves a tenth (Keqiao: 47.4 MB -> 43.1 MB in 6 days).
import type { StageSnapshot } from '#libs/kernel';
import { STAGES } from '#libs/messages';
import { z } from 'zod';
import { deflatePlanes, inflatePlanes } from './deflate';
import { joinDoubles, splitDoubles } from './planes';

const MAGIC = 'RSNP';
const VERSION = 1;
/** Rows looked at to find an earlier column that is alike. */
const SAMPLE = 256;
/** Longest column, in rows: far above any chain, far below what memory takes. */
const MAX_ROWS = 1 << 28;

const headerSchema = z.strictObject({
  version: z.literal(VERSION),
  day: z.number().int(),
  stage: z.enum(STAGES),
  columns: z.array(
    z.strictObject({
      name: z.string(),
      length: z.number().int().min(0).max(MAX_ROWS),
      /** Position of the earlier column whose bits were taken off. */
      base: z.number().int().min(0).optional(),
    }),
  ),
});
type Header = z.infer<typeof headerSchema>;

/** A snapshot as planes of bytes, ready to be squeezed. */
export interface SnapshotPlanes {
  readonly head: Buffer;
  readonly planes: Uint8Array;
}

/**
 * Copies the snapshot; nothing of it is needed afterwards.
 * @param room gives memory of at least so many bytes, with anything in it
 */
export function planesOf(snapshot: StageSnapshot, day: number, room: (bytes: number) => Uint8Array): SnapshotPlanes {
  const { stage } = snapshot;
  const columns = snapshot.columns.map(({ name, values }, at) => {
    const base = alike(snapshot, at);
    return { name, length: values.length, ...(base >= 0 ? { base } : {}) };
  });
  const bytes = 8 * columns.reduce((sum, { length }) => sum + length, 0);
  const planes = room(bytes).subarray(0, bytes);
  let offset = 0;
  columns.forEach(({ length, base }, at) => {
    splitDoubles(
      snapshot.columns[at].values,
      planes,
      offset,
      base === undefined ? undefined : snapshot.columns[base].values,
    );
    offset += 8 * length;
  });
  return { head: headOf({ version: VERSION, day, stage, columns }), planes };
}

/** @returns the file, in two pieces */
export async function encodeSnapshot({ head, planes }: SnapshotPlanes): Promise<readonly Uint8Array[]> {
  return [head, await deflatePlanes(planes)];
}

/** @throws Error when the bytes are no snapshot file */
export async function decodeSnapshot(bytes: Buffer): Promise<StageSnapshot & { readonly day: number }> {
  if (bytes.length < 8 || bytes.toString('latin1', 0, 4) !== MAGIC) throw new Error('no snapshot file');
  const end = 8 + bytes.readUInt32LE(4);
  const header = headerSchema.parse(JSON.parse(bytes.toString('utf8', 8, end)));
  const length = 8 * header.columns.reduce((sum, column) => sum + column.length, 0);
  const planes = await inflatePlanes(bytes.subarray(end), length);
  if (planes.length !== length) throw new Error(`${planes.length} bytes of columns, not ${length}`);
  const columns: { name: string; values: Float64Array }[] = [];
  let offset = 0;
  for (const { name, length: rows, base } of header.columns) {
    columns.push({
      name,
      values: joinDoubles(planes, offset, rows, base === undefined ? undefined : columns[base].values),
    });
    offset += 8 * rows;
  }
  return { day: header.day, stage: header.stage, columns };
}

function headOf(header: Header): Buffer {
  const text = Buffer.from(JSON.stringify(header));
  const head = Buffer.alloc(8);
  head.write(MAGIC, 'latin1');
  head.writeUInt32LE(text.length, 4);
  return Buffer.concat([head, text]);
}

/** The earlier column of equal length that has the same value in most of the sampled rows; zeros squeeze by themselves. */
function alike({ columns }: StageSnapshot, at: number): number {
  const { values } = columns[at];
  const step = Math.max(1, Math.floor(values.length / SAMPLE));
  for (let other = 0; other < at; other++) {
    const base = columns[other].values;
    if (base.length !== values.length) continue;
    let same = 0;
    let filled = 0;
    for (let row = 0; row < values.length; row += step) {
      if (values[row] === 0 && base[row] === 0) continue;
      filled++;
      if (values[row] === base[row]) same++;
    }
    if (2 * same > filled) return other;
  }
  return -1;
}
