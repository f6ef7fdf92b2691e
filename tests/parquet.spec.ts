// The archive's tables, read by somebody else's code: DuckDB, as the README shows.
import { DuckDBInstance } from '@duckdb/node-api';
import { join } from 'node:path';
import { resumption, scratch } from './command';

const archive = join(scratch(), 'mini');

describe('the tables of an archive', () => {
  beforeAll(() => {
    expect(resumption('run', 'seeds/keqiao/mini.yaml', '--out', archive).code).toBe(0);
  });

  async function ask(sql: string): Promise<Record<string, unknown>[]> {
    const connection = await (await DuckDBInstance.create()).connect();
    return (await connection.runAndReadAll(sql)).getRowObjectsJson();
  }

  it('have one row per enterprise and day, and per scope and day', async () => {
    const [days] = await ask(
      `select count(*)::int n, count(distinct enterprise)::int e, max(day)::int d from '${archive}/enterprise-days.parquet'`,
    );
    const run = JSON.parse(resumption('validate', 'seeds/keqiao/mini.yaml', '--json').out) as {
      enterprises: number;
      days: number;
    };
    expect(days).toEqual({ n: run.enterprises * run.days, e: run.enterprises, d: run.days - 1 });
  });

  it('hold the rates that --json prints, to the last bit', async () => {
    const run = JSON.parse(resumption('run', 'seeds/keqiao/mini.yaml', '--no-archive', '--json').out) as {
      rates: { capacityRecovery: number; date: string }[];
    };
    const rows = await ask(
      `select capacityRecovery, date from '${archive}/rates.parquet' where scope = 'chain' order by day`,
    );
    expect(rows.map((row) => row['capacityRecovery'])).toEqual(run.rates.map((day) => day.capacityRecovery));
    expect(String(rows[17]['date'])).toContain('2020-02-18');
  });

  it('tell staff on post, and have no number where no staff is modelled', async () => {
    const rows = await ask(
      `select id, returnToPost from '${archive}/rates.parquet' where day = 29 and id in ('dyeing', 'market')`,
    );
    const of = (id: string): unknown => rows.find((row) => row['id'] === id)?.['returnToPost'];
    expect(of('dyeing')).toBeGreaterThan(0.5);
    expect(of('market')).toBe('NaN');
  });

  it('name the binding constraint of every enterprise-day', async () => {
    const rows = await ask(`select distinct bound from '${archive}/enterprise-days.parquet' order by 1`);
    expect(rows.map((row) => row['bound'])).toEqual(expect.arrayContaining(['capacity', 'demand', 'gate']));
  });
});
