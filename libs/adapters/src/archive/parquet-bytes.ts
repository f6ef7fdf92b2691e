// A table as an archive keeps it, in memory: for whoever asks for some of its rows.
import type { Columns } from '#libs/runtime';
import { Backlog } from './backlog';
import { ParquetTable } from './parquet-table';
import { ENTERPRISE_DAYS, RATES } from './tables';

export interface TableDay {
  readonly day: number;
  readonly date: string;
  readonly columns: Columns;
}

const TABLES = { rates: RATES, 'enterprise-days': ENTERPRISE_DAYS } as const;

/** @param days ascending, at least one; columns of the same names each day */
export async function parquetBytes(table: keyof typeof TABLES, days: Iterable<TableDay>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  const append = (bytes: Uint8Array): Promise<void> => {
    parts.push(bytes);
    return Promise.resolve();
  };
  const backlog = new Backlog();
  const file = new ParquetTable({ name: table, append }, backlog, TABLES[table]);
  for (const { day, date, columns } of days) file.append(day, date, columns);
  await file.finish();
  await backlog.settled();
  return Buffer.concat(parts);
}
