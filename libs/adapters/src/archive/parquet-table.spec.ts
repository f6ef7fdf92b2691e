import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Columns } from '#libs/runtime';
import { parquetMetadata, parquetReadObjects, parquetSchema } from 'hyparquet';
import { gunzipSync } from 'node:zlib';
import { ArchiveFile } from './archive-file';
import { Backlog } from './backlog';
import { ParquetTable } from './parquet-table';
import { DAYS, recordOf, writeRun } from './small-run.fixture';

let root: string;
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'parquet-'))));
afterEach(() => rmSync(root, { recursive: true }));

const bytesOf = (name: string): ArrayBuffer => new Uint8Array(readFileSync(join(root, name))).buffer;
const compressors = { GZIP: (bytes: Uint8Array): Uint8Array => new Uint8Array(gunzipSync(bytes)) };
const rowsOf = (name: string): Promise<Record<string, unknown>[]> =>
  parquetReadObjects({ file: bytesOf(name), compressors });
const typesOf = (name: string): string[] =>
  parquetSchema(parquetMetadata(bytesOf(name))).children.map(({ element }) =>
    [element.name, element.type, element.converted_type].filter((part) => part !== undefined).join(' '),
  );

/** The rows as a reader should see them. */
function expected(table: 'rates' | 'enterprises', number: (value: number) => number): Record<string, unknown>[] {
  return Array.from({ length: DAYS }, (_, day) => recordOf(day)).flatMap((record) => {
    const columns = Object.entries(record[table]).map(([name, values]) => ({
      name,
      values:
        'codes' in values
          ? Array.from(values.codes, (code) => values.names[code])
          : Array.from<string | number>(values),
    }));
    return columns[0].values.map((_, row) => ({
      day: record.day,
      date: new Date(record.date),
      ...Object.fromEntries(
        columns.map(({ name, values: { [row]: value } }) => [name, typeof value === 'number' ? number(value) : value]),
      ),
    }));
  });
}

describe("a run's tables, read by another reader", () => {
  beforeEach(() => writeRun(root));

  it('rates are exact', async () => {
    expect(typesOf('rates.parquet')).toEqual([
      ...[
        'day INT32',
        'date INT32 DATE',
        'scope BYTE_ARRAY UTF8',
        'id BYTE_ARRAY UTF8',
        'resumption DOUBLE',
        'throughput DOUBLE',
      ],
    ]);
    expect(await rowsOf('rates.parquet')).toEqual(expected('rates', (value) => value));
  });

  it('enterprise-days are good to 7 digits and name what binds', async () => {
    expect(typesOf('enterprise-days.parquet')).toEqual([
      ...[
        'day INT32',
        'date INT32 DATE',
        'enterprise BYTE_ARRAY UTF8',
        'outputYuan FLOAT',
        'wantedYuan FLOAT',
        'bound BYTE_ARRAY UTF8',
      ],
    ]);
    expect(await rowsOf('enterprise-days.parquet')).toEqual(expected('enterprises', Math.fround));
  });
});

describe('a table of many rows', () => {
  async function write(days: number, columnsOf: (day: number) => Columns): Promise<void> {
    const file = await ArchiveFile.open(root, 'table.parquet');
    const table = new ParquetTable(file, new Backlog(), { numbers: 'DOUBLE', note: '' });
    try {
      for (let day = 0; day < days; day++)
        table.append(day, `2020-03-${String(day + 1).padStart(2, '0')}`, columnsOf(day));
      await table.finish();
    } finally {
      await file.close();
    }
  }

  it('is cut into row groups that tell their days', async () => {
    const ids = Array.from({ length: 120_000 }, (_, i) => `e${i}`);
    await write(10, (day) => ({ id: ids, x: new Float64Array(ids.length).fill(day / 7) }));
    const { row_groups: groups } = parquetMetadata(bytesOf('table.parquet'));
    const days = groups.map(({ columns }) => columns[0].meta_data?.statistics);
    expect(days).toMatchObject([
      { min_value: 0, max_value: 4 },
      { min_value: 5, max_value: 9 },
    ]);
    const row = { file: bytesOf('table.parquet'), compressors, rowStart: 1_199_999, rowEnd: 1_200_000 };
    expect(await parquetReadObjects(row)).toEqual([{ day: 9, date: new Date('2020-03-10'), id: 'e119999', x: 9 / 7 }]);
  });

  it('keeps words that come later, also where the number of bits changes', async () => {
    const wordsOn = (day: number): string[] =>
      Array.from({ length: 25_000 }, (_, i) => `w${(i * 31) % (2 + day * 300)}`);
    await write(4, (day) => ({ word: wordsOn(day) }));
    const words = (await rowsOf('table.parquet')).map(({ word }) => word);
    expect(words).toEqual([0, 1, 2, 3].flatMap(wordsOn));
  });

  it('may have no day, and days without a row', async () => {
    await write(0, () => ({}));
    expect(typesOf('table.parquet')).toEqual(['day INT32', 'date INT32 DATE']);
    await write(2, (day) => ({ x: new Float64Array(day) }));
    expect(await rowsOf('table.parquet')).toEqual([{ day: 1, date: new Date('2020-03-02'), x: 0 }]);
  });

  it('refuses a day with columns of different lengths', async () => {
    await expect(write(1, () => ({ x: new Float64Array(2), y: new Float64Array(3) }))).rejects.toThrow(/day 0/);
  });
});
