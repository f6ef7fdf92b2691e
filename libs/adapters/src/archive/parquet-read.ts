// A table of an archive, read whole: for tables of some thousand rows.
import { parquetReadObjects } from 'hyparquet';
import { gunzipSync } from 'node:zlib';

/** A row by column: numbers, texts, and dates. */
export type TableRow = Readonly<Record<string, unknown>>;

/** @throws Error when the bytes are no Parquet file */
export function readTable(bytes: Buffer): Promise<TableRow[]> {
  const file = Uint8Array.from(bytes).buffer;
  return parquetReadObjects({ file, compressors: { GZIP: (page) => gunzipSync(page) } });
}
