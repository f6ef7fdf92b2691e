// The stores over a real PostgreSQL server: the one that the environment names, or one of this machine's own making. Tables
// get locked and connections cut here, so the suite has a database of its own.
import { freePorts, openPostgresStores, startLocalPostgres, type LocalPostgres, type Stores } from '#libs/adapters';
import { StoreAway, type CodedColumn } from '#libs/runtime';
import {
  aDay,
  aRun,
  aSnapshot,
  enterpriseRows,
  metricStoreFeatures,
  runStoreFeatures,
  stateStoreFeatures,
  until,
} from '#libs/testing';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
// Not by the front door: nobody else is to see TypeORM.
import { dataSourceOf } from '../../libs/adapters/src/postgres/data-source';
import { scratch } from '../command';

// eslint-disable-next-line no-restricted-properties -- Where a server runs already is for whoever starts the tests to say.
const givenUrl = process.env.RESUMPTION_TEST_POSTGRES_URL;
const NAME = `resumption_test_${process.pid}_${Date.now()}`;

let server: LocalPostgres | undefined;
let serverUrl: string;
let url: string;
let stores: Stores;

beforeAll(async () => {
  if (givenUrl === undefined) server = await startLocalPostgres({ folder, port: (await freePorts(1))[0] });
  serverUrl = givenUrl ?? server?.url ?? '';
  url = databaseUrl(NAME);
  await withClient((client) => client.query(`create database ${NAME}`), serverUrl);
  stores = await openPostgresStores(url, { applicationName: 'resumption-test' });
});

afterAll(async () => {
  await stores?.close();
  await withClient((client) => client.query(`drop database ${NAME} with (force)`), serverUrl);
  await server?.stop();
});

// After the hook above, so that it is thrown away after the server is gone.
const folder = scratch();

const databaseUrl = (name: string): string => Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href;

/** A connection of our own, beside the stores'. */
async function withClient<T>(work: (client: Client) => Promise<T>, at = url): Promise<T> {
  const client = new Client({ connectionString: at });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The number of the stores' connection that waits for a lock. */
async function whoWaits(client: Client): Promise<number | undefined> {
  const sql = `select pid from pg_stat_activity where datname = '${NAME}' and wait_event_type = 'Lock'`;
  return (await client.query<{ pid: number }>(sql)).rows.at(0)?.pid;
}

describe('stores in PostgreSQL', () => {
  describe('as a store of runs', () => runStoreFeatures(() => stores));
  describe('as a store of snapshots', () => stateStoreFeatures(() => stores));
  describe('as a store of days', () => metricStoreFeatures(() => stores));

  it('tell what a run takes', async () => {
    const run = await aRun(stores.runs);
    const size = async (): Promise<object | undefined> => (await stores.sizes()).find((one) => one.run === run);
    expect(await size()).toEqual({ run, bytes: 0, createdAt: '2020-02-25T08:00:00.000Z', status: 'running' });
    await stores.states.save(aSnapshot(run));
    expect(await size()).toMatchObject({ bytes: 4096 });
    await stores.metrics.project(aDay(run, 0));
    expect(await size()).toMatchObject({ bytes: expect.any(Number) as number });
    expect(await size()).not.toMatchObject({ bytes: 4096 });
  });

  it('keep who intervened and who paused', async () => {
    const run = await aRun(stores.runs);
    const asked = { path: 'levers.masks', value: 0.25, day: 3, idempotencyKey: 'one', by: 'wang' };
    await stores.runs.intervene(run, asked);
    await stores.runs.intervene(run, asked);
    await stores.runs.play(run, { mode: 'paused', by: 'li' });
    const sql = 'select asked_by, action, detail from audit where run = $1 order by id';
    const { rows } = await withClient((client) => client.query(sql, [run]));
    const detail = { seq: 1, path: 'levers.masks', value: 0.25, effectiveDay: 3, askedDay: 3, idempotencyKey: 'one' };
    expect(rows).toEqual([
      { asked_by: 'wang', action: 'intervene', detail },
      { asked_by: 'li', action: 'play', detail: { mode: 'paused' } },
    ]);
  });
});

describe('a day whose transaction is cut in the middle', () => {
  it('is not there at all, and whole when it comes again', async () => {
    const run = await aRun(stores.runs);
    await stores.metrics.project(aDay(run, 0));
    await withClient(async (client) => {
      await client.query('begin');
      await client.query('lock table enterprise_days in access exclusive mode');
      const projecting = stores.metrics.project(aDay(run, 1)).catch((error: unknown) => error);
      await until(async () => (await whoWaits(client)) !== undefined);
      await client.query('select pg_terminate_backend($1)', [await whoWaits(client)]);
      expect(await projecting).toBeInstanceOf(StoreAway);
      await client.query('rollback');
    });
    expect((await stores.runs.row(run))?.projectedDay).toBe(0);
    expect(await stores.metrics.digests(run)).toHaveLength(1);
    expect(await stores.metrics.rates(run, { from: 1, to: 1 })).toEqual([]);
    expect(await stores.metrics.milestones(run, { from: 1, to: 1 })).toEqual([]);
    expect(await stores.metrics.enterpriseDays(run, 1)).toEqual([]);
    expect(await stores.metrics.project(aDay(run, 1))).toBe(true);
    expect(await stores.metrics.enterpriseDays(run, 1)).toEqual(enterpriseRows(1));
  });

  it('leaves nothing when the database refuses a part of it', async () => {
    const run = await aRun(stores.runs);
    const refused = { ...aDay(run, 0).rates, id: ['small', 'no text holds \0', 'park'] };
    const refusal = await stores.metrics.project(aDay(run, 0, { rates: refused })).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: '22021' });
    expect(refusal).not.toBeInstanceOf(StoreAway);
    expect(await stores.metrics.digests(run)).toEqual([]);
    expect(await stores.metrics.project(aDay(run, 0))).toBe(true);
  });
});

describe('an intervention while a day is being projected', () => {
  it('does not wait for it', async () => {
    const run = await aRun(stores.runs);
    await withClient(async (client) => {
      await client.query('begin');
      await client.query('lock table enterprise_days in access exclusive mode');
      const projecting = stores.metrics.project(aDay(run, 0));
      await until(async () => (await whoWaits(client)) !== undefined);
      const asked = { path: 'levers.masks', value: 0.25, day: 3, idempotencyKey: 'one', by: 'wang' };
      expect(await stores.runs.intervene(run, asked)).toMatchObject({ seq: 1 });
      expect(await stores.runs.openDay(run, { day: 0, attempt: 1 })).toBe(true);
      await client.query('rollback');
      expect(await projecting).toBe(true);
    });
  });
});

describe('a database that nobody has used', () => {
  const name = `${NAME}_fresh`;
  const fresh = (): string => databaseUrl(name);
  beforeAll(() => withClient((client) => client.query(`create database ${name}`)));
  afterAll(() => withClient((client) => client.query(`drop database ${name} with (force)`)));

  it('gets its tables once, however many open it at the same moment', async () => {
    const opened = await Promise.all([1, 2, 3].map(() => openPostgresStores(fresh())));
    const run = await aRun(opened[0].runs);
    expect((await opened[2].runs.row(run))?.id).toBe(run);
    await Promise.all(opened.map((one) => one.close()));
    const { rows } = await withClient((client) => client.query('select name from migrations order by id'), fresh());
    expect(rows.map(({ name }) => name as string)).toEqual(
      ['Runs', 'Days', 'ToldDays', 'EnterprisesByColumn'].map((name, at) => `${name}${1795824000000 + at}`),
    );
  });

  it('gets from the migrations what the entities describe', async () => {
    const source = dataSourceOf(fresh(), {});
    await source.initialize();
    try {
      const { upQueries } = await source.driver.createSchemaBuilder().log();
      expect(upQueries.map(({ query }) => query)).toEqual([]);
    } finally {
      await source.destroy();
    }
  });
});

describe('a database from before enterprises were kept by column', () => {
  const name = `${NAME}_rows`;
  beforeAll(() => withClient((client) => client.query(`create database ${name}`)));
  afterAll(() => withClient((client) => client.query(`drop database ${name} with (force)`)));

  it('has its days by column once it is opened, with every bit', async () => {
    const { options } = dataSourceOf(databaseUrl(name), {});
    const migrations = Object.values(options.migrations ?? []).slice(0, -1);
    const old = await new DataSource({ ...options, migrations }).initialize();
    await old.runMigrations();
    await keepAsRows(old, 'before', [0, 1]);
    await old.destroy();
    const opened = await openPostgresStores(databaseUrl(name));
    try {
      const days = await Promise.all([0, 1].map((day) => opened.metrics.enterpriseDays('before', day)));
      expect(days).toEqual([0, 1].map(enterpriseRows));
      expect(await opened.metrics.enterpriseSeries('before', 4, { from: 0, to: 9 })).toHaveLength(2);
    } finally {
      await opened.close();
    }
  });

  /** As the rows were that stood there. */
  async function keepAsRows(old: DataSource, run: string, days: readonly number[]): Promise<void> {
    await old.query(
      `insert into runs (id, idempotency_key, manifest, created_at, days, projected_day) values ($1, 'a', '{}', '', 9, $2)`,
      [run, days.length - 1],
    );
    for (const day of days) {
      const { enterprise, sector, outputYuan, wantedYuan, bound } = aDay(run, day).enterprises;
      const { codes, names } = bound as CodedColumn;
      if (day === 0)
        await old.query('insert into enterprise_lists values ($1, $2, $3, $4)', [run, enterprise, sector, names]);
      const rows = [outputYuan, wantedYuan, codes].map((column) => Array.from(column as Float64Array, written));
      await old.query(
        `insert into enterprise_days select r.number, $2, e.at - 1, e.output, e.wanted, e.bound
         from runs r, unnest($3::float8[], $4::float8[], $5::smallint[]) with ordinality as e (output, wanted, bound, at)
         where r.id = $1`,
        [run, day, ...rows],
      );
    }
  }

  /** The driver would write -0 as 0. */
  function written(value: number): string {
    return Object.is(value, -0) ? '-0' : String(value);
  }
});
