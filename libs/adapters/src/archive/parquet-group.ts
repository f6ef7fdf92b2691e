// One row group of a Parquet file: each column's dictionary and pages, and what the footer says of them.
import type { ColumnChunk, PageType, SchemaElement, Statistics, Encoding } from 'hyparquet';
import type { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { writePageHeader } from 'hyparquet-writer/src/datapage.js';

export interface SqueezedPage {
  readonly rows: number;
  readonly plainBytes: number;
  readonly bytes: Promise<Uint8Array>;
}

export interface GroupColumn {
  readonly element: SchemaElement;
  readonly encoding: Encoding;
  readonly dictionary: SqueezedPage | undefined;
  readonly pages: readonly SqueezedPage[];
  /** Least and greatest value, where readers can use it to skip the group. */
  readonly range: { readonly least: number; readonly greatest: number } | undefined;
}

/**
 * Writes a row group.
 * @param drain called after each column: moves what stands in `bytes` to the file
 */
export async function writeRowGroup(
  parquet: ParquetWriter,
  group: { readonly rows: number; readonly columns: readonly GroupColumn[] },
  bytes: ByteWriter,
  drain: () => Promise<void>,
): Promise<void> {
  const start = bytes.offset;
  const columns: ColumnChunk[] = [];
  for (const column of group.columns) {
    columns.push(await writeColumn(column, bytes));
    await drain();
  }
  const rows = BigInt(group.rows);
  parquet.num_rows += rows;
  parquet.row_groups.push({
    columns,
    num_rows: rows,
    total_byte_size: columns.reduce((sum, { meta_data }) => sum + (meta_data?.total_uncompressed_size ?? 0n), 0n),
    total_compressed_size: BigInt(bytes.offset - start),
  });
}

async function writeColumn(column: GroupColumn, bytes: ByteWriter): Promise<ColumnChunk> {
  const { element, encoding, dictionary, pages, range } = column;
  const start = bytes.offset;
  let plainBytes = dictionary ? await writePage(bytes, dictionary) : 0;
  const firstPage = bytes.offset;
  for (const page of pages) plainBytes += await writePage(bytes, page, encoding);
  if (element.type === undefined) throw new Error(`column ${element.name} has no type`);
  return {
    file_offset: BigInt(start),
    meta_data: {
      type: element.type,
      encodings: dictionary ? ['PLAIN', encoding] : [encoding],
      path_in_schema: [element.name],
      codec: 'GZIP',
      num_values: BigInt(pages.reduce((sum, { rows }) => sum + rows, 0)),
      total_uncompressed_size: BigInt(plainBytes),
      total_compressed_size: BigInt(bytes.offset - start),
      data_page_offset: BigInt(firstPage),
      ...(dictionary ? { dictionary_page_offset: BigInt(start) } : {}),
      ...(range ? { statistics: statisticsOf(range) } : {}),
    },
  };
}

/** @returns bytes of the header and of the page before squeezing */
async function writePage(bytes: ByteWriter, page: SqueezedPage, encoding?: Encoding): Promise<number> {
  const squeezed = await page.bytes;
  const start = bytes.offset;
  const type: PageType = encoding ? 'DATA_PAGE' : 'DICTIONARY_PAGE';
  const sizes = { type, uncompressed_page_size: page.plainBytes, compressed_page_size: squeezed.length };
  // Nothing is nested or missing, so the page holds no levels; their encodings must be named all the same.
  const levels = { definition_level_encoding: 'RLE', repetition_level_encoding: 'RLE' } as const;
  if (encoding) writePageHeader(bytes, { ...sizes, data_page_header: { num_values: page.rows, encoding, ...levels } });
  else writePageHeader(bytes, { ...sizes, dictionary_page_header: { num_values: page.rows, encoding: 'PLAIN' } });
  const headerBytes = bytes.offset - start;
  bytes.appendBytes(squeezed);
  return headerBytes + page.plainBytes;
}

function statisticsOf({ least, greatest }: { least: number; greatest: number }): Statistics {
  return { min_value: least, max_value: greatest, null_count: 0n };
}
