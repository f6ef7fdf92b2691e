// A day's enterprises as they are kept: each column one string of bytes, in the chain's order, doubles big-endian as
// PostgreSQL sends them. A row for each of 34,000 enterprises cost the server twenty times as much a day.
import type { EnterpriseColumns, EnterpriseDay } from '#libs/runtime';
import type { EntityManager } from 'typeorm';
import { rowsOf } from './database';
import { EnterpriseDayEntity, EnterpriseListEntity } from './day-entities';

const DOUBLE_BYTES = 8;

/** @returns undefined where the day is not there, or was kept without one of the columns */
export async function readColumns(
  manager: EntityManager,
  run: string,
  day: number,
): Promise<EnterpriseColumns | undefined> {
  const kept = await manager.findOneBy(EnterpriseDayEntity, { run, day });
  const names = kept && (await manager.findOneBy(EnterpriseListEntity, { run }))?.bound;
  if (!kept?.outputYuan || !kept.wantedYuan || !kept.bound || !names) return undefined;
  const { outputYuan, wantedYuan, bound } = kept;
  return { outputYuan: doublesOf(outputYuan), wantedYuan: doublesOf(wantedYuan), bound: { codes: bound, names } };
}

// Of a string of bytes that is kept uncompressed the server reads the piece that is asked for alone.
const SERIES = `
  select e.day, l.bound as names, get_byte(e.bound, $2) as code,
    substring(e.output_yuan from ${DOUBLE_BYTES} * $2 + 1 for ${DOUBLE_BYTES}) as output,
    substring(e.wanted_yuan from ${DOUBLE_BYTES} * $2 + 1 for ${DOUBLE_BYTES}) as wanted
  from enterprise_days e join enterprise_lists l on l.run = e.run
  where e.run = $1 and e.day between $3 and $4 and octet_length(e.bound) > $2
    and e.output_yuan is not null and e.wanted_yuan is not null
  order by e.day`;

interface SeriesRow {
  readonly day: number;
  readonly names: readonly string[];
  readonly code: number;
  readonly output: Buffer;
  readonly wanted: Buffer;
}

export async function readSeries(
  manager: EntityManager,
  run: string,
  position: number,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<EnterpriseDay[]> {
  const rows = await rowsOf<SeriesRow>(manager, SERIES, [run, position, from, to]);
  return rows.map(({ day, names, code, output, wanted }) => ({
    ...{ day, outputYuan: output.readDoubleBE(), wantedYuan: wanted.readDoubleBE(), bound: names[code] },
  }));
}

export function bytesOf(doubles: Float64Array): Buffer {
  return Buffer.from(doubles.slice().buffer).swap64();
}

export function doublesOf(bytes: Buffer): Float64Array {
  const doubles = new Float64Array(bytes.length / DOUBLE_BYTES);
  const own = Buffer.from(doubles.buffer);
  bytes.copy(own);
  own.swap64();
  return doubles;
}
