import { enterprisePageSchema, enterpriseSchema, milestoneToldSchema, rowsSchema } from '#libs/api';
import type { Row } from '#libs/runtime';
import { compileTexts } from '#libs/scenario';
import { parquetReadObjects } from 'hyparquet';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { csvOf } from './csv';
import type { MetricsAsked, MetricsFile } from './metrics';
import { ranMini, storesAfter, type Ran } from './ran.fixture';
import { Results } from './results';

const ALL = { from: 0, to: 3650 };
const PAGE = { offset: 0, limit: 100 };

let ran: Ran;
let results: Results;
beforeAll(async () => {
  ran = await ranMini();
  results = new Results({ stores: await storesAfter(ran), compile: compileTexts });
});

describe('the enterprises of a day', () => {
  const asked = { day: 12, sort: 'worst', ...PAGE } as const;

  it('are what the API promises, by page', async () => {
    const page = await results.enterprises('mini', { ...asked, limit: 7 });
    expect(enterprisePageSchema.parse(page)).toEqual(page);
    const next = await results.enterprises('mini', { ...asked, offset: 5, limit: 7 });
    expect(next.rows.slice(0, 2)).toEqual(page.rows.slice(5));
    const { sectors } = await results.chain('mini');
    expect(page.total).toBe(sectors.reduce((sum, { enterprises }) => sum + enterprises, 0));
  });

  it('have the numbers of the field', async () => {
    const bytes = await results.fieldDay('mini', 12);
    const { rows } = await results.enterprises('mini', { ...asked, limit: 1000 });
    for (const { row, ratio } of rows) expect(bytes[row]).toBe(Math.floor(200 * ratio + 1e-9));
  });

  it('stand in the order asked for', async () => {
    const sorted = async (sort: 'worst' | 'lost' | 'base' | 'id'): Promise<unknown[]> => {
      const { rows } = await results.enterprises('mini', { ...asked, sort, limit: 1000 });
      const keyOf = (one: (typeof rows)[number]): unknown => {
        if (sort === 'lost') return Math.min(0, one.outputYuan - one.baseYuan);
        if (sort === 'base') return -one.baseYuan;
        return sort === 'worst' ? one.ratio : one.id;
      };
      return rows.map(keyOf);
    };
    for (const sort of ['worst', 'lost', 'base'] as const) {
      const keys = (await sorted(sort)) as number[];
      expect(keys).toEqual([...keys].sort((a, b) => a - b));
      expect(new Set(keys).size).toBeGreaterThan(1);
    }
    const ids = await sorted('id');
    expect(ids).toEqual([...ids].sort());
  });

  it('are filtered by sector, zone, constraint and a part of the id', async () => {
    const { rows } = await results.enterprises('mini', { ...asked, limit: 1000 });
    const [{ sector, zone, bound, id }] = rows;
    for (const filter of [{ sector }, { zone }, { bound }, { sector, bound }, { search: id.slice(1).toUpperCase() }]) {
      const some = await results.enterprises('mini', { ...asked, ...filter, limit: 1000 });
      const { search, ...exact } = filter as { search?: string };
      const wanted = rows.filter(
        (one) =>
          Object.entries(exact).every(([name, value]) => one[name as keyof typeof one] === value) &&
          one.id.toUpperCase().includes(search ?? ''),
      );
      expect(some.rows).toEqual(wanted);
      expect(some.total).toBeGreaterThan(0);
    }
    expect((await results.enterprises('mini', { ...asked, sector: 'nowhere' })).total).toBe(0);
  });

  it('of a day that is not sealed are refused', async () => {
    await expect(results.enterprises('mini', { ...asked, day: 24 })).rejects.toThrow('API_DAY_NOT_SEALED');
  });
});

describe('one enterprise', () => {
  it('is told over its days, with whom it deals', async () => {
    const { rows } = await results.enterprises('mini', { day: 12, sort: 'worst', ...PAGE });
    const told = await results.enterprise('mini', rows[0].id);
    expect(enterpriseSchema.parse(told)).toEqual(told);
    expect(told.ratio).toHaveLength(24);
    const { ratio, outputYuan, bound, ...who } = told;
    expect(rows[0]).toMatchObject({ ratio: ratio[12], outputYuan: outputYuan[12], bound: bound[12] });
    for (const { id } of who.suppliers) {
      const supplier = await results.enterprise('mini', id);
      expect(supplier.buyers.map((buyer) => buyer.id)).toContain(told.id);
    }
    expect(who.suppliers.length + who.buyers.length).toBeGreaterThan(0);
  });

  it('that is not there is refused, with what may have been meant', async () => {
    await expect(results.enterprise('mini', 'nobody')).rejects.toThrow('API_UNKNOWN_ENTERPRISE');
  });
});

describe('the milestones of a run', () => {
  it('are those of its days and the path of its bottleneck, as sentences in two languages', async () => {
    const { total, rows } = await results.milestones('mini', { ...ALL, ...PAGE, limit: 1000 });
    expect(z.array(milestoneToldSchema).parse(rows)).toEqual(rows);
    const kept = ran.days.flatMap(({ milestones }) => milestones.map(({ id }) => id));
    expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining(kept));
    const path = rows.filter(({ type }) => type.startsWith('Bottleneck'));
    expect(path.length).toBeGreaterThan(0);
    expect(total).toBe(kept.length + path.length);
    expect(rows.every(({ text, date }) => text.en.startsWith(`${date}: `) && text.zh?.startsWith(`${date}：`))).toBe(
      true,
    );
    const days = rows.map(({ day }) => day);
    expect(days).toEqual([...days].sort((a, b) => a - b));
  });

  it('are filtered by day, type and whom they name, and come by page', async () => {
    const { rows } = await results.milestones('mini', { ...ALL, ...PAGE, limit: 1000 });
    const sector = rows.find((one) => one.sector !== null)?.sector ?? '';
    const of = async (more: object): Promise<unknown> =>
      (await results.milestones('mini', { ...ALL, ...PAGE, limit: 1000, ...more })).rows;
    expect(await of({ entity: sector, type: 'EnterpriseResumed' })).toEqual(
      rows.filter((one) => one.type === 'EnterpriseResumed' && one.sector === sector),
    );
    expect(await of({ from: 3, to: 5 })).toEqual(rows.filter(({ day }) => day >= 3 && day <= 5));
    expect(await of({ offset: 2, limit: 3 })).toEqual(rows.slice(2, 5));
    await expect(of({ type: 'EnterpriseResumd' })).rejects.toThrow('Did you mean');
  });
});

describe('the metrics of a run', () => {
  const of = (asked: Partial<MetricsAsked>): Promise<Row[] | MetricsFile> =>
    results.metrics('mini', { ...ALL, scope: 'chain', format: 'json', ...asked });
  const readParquet = async (file: MetricsFile): Promise<Record<string, unknown>[]> =>
    parquetReadObjects({
      file: Uint8Array.from(file.bytes as Uint8Array).buffer,
      compressors: { GZIP: (page) => gunzipSync(page) },
    });

  it.each(['chain', 'sector', 'zone'] as const)('of a %s are the same rows in each format', async (scope) => {
    const rows = (await of({ scope })) as Row[];
    expect(rowsSchema.parse(rows)).toEqual(rows);
    expect(rows.length).toBeGreaterThanOrEqual(24);
    const csv = (await of({ scope, format: 'csv' })) as MetricsFile;
    const [header, ...lines] = String(csv.bytes).trimEnd().split('\r\n');
    expect(header).toBe(Object.keys(rows[0]).join(','));
    expect(lines).toEqual(rows.map((row) => Object.values(row).join(',')));
    const parquet = await readParquet((await of({ scope, format: 'parquet' })) as MetricsFile);
    expect(parquet).toHaveLength(rows.length);
    parquet.forEach((row, at) => {
      expect({ ...row, date: (row.date as Date).toISOString().slice(0, 10) }).toMatchObject(
        Object.fromEntries(Object.entries(rows[at]).map(([name, value]) => [name, value ?? NaN])),
      );
    });
  });

  it('of the chain are what the command line says', async () => {
    const rows = (await of({})) as Row[];
    expect(rows.map(({ capacityRecovery }) => capacityRecovery)).toEqual(
      ran.summary.rates.map(({ capacityRecovery }) => capacityRecovery),
    );
  });

  it('of enterprises are their days, all or one', async () => {
    const day = (await of({ scope: 'enterprise', from: 12, to: 12 })) as Row[];
    const id = String(day[3].enterprise);
    const one = (await of({ scope: 'enterprise', id })) as Row[];
    expect(one).toHaveLength(24);
    expect(one[12]).toEqual(day[3]);
    const parquet = await readParquet((await of({ scope: 'enterprise', format: 'parquet', to: 1 })) as MetricsFile);
    expect(parquet).toHaveLength(2 * day.length);
    expect(Object.keys(parquet[0])).toEqual(Object.keys(day[0]));
  });

  it('of what is not there are refused', async () => {
    await expect(of({ scope: 'sector', id: 'nowhere' })).rejects.toThrow('API_UNKNOWN_SCOPE');
    await expect(of({ scope: 'enterprise', id: 'nobody' })).rejects.toThrow('API_UNKNOWN_ENTERPRISE');
  });

  it('are no formula to a spreadsheet', () => {
    const rows = [{ id: '=1+1', name: 'a "b", c', yuan: -3 }];
    expect(csvOf(['id', 'name', 'yuan'], rows)).toBe('id,name,yuan\r\n\'=1+1,"a ""b"", c",-3\r\n');
    for (const text of ['+1', '-1', '@x', '\tx']) expect(csvOf(['id'], [{ id: text }])).toContain(`'${text}`);
  });
});
