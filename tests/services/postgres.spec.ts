// The stores over a real PostgreSQL server: of this machine's own making, or the one that the environment names.
import { freePorts, openPostgresStores, startLocalPostgres, type LocalPostgres, type Stores } from '#libs/adapters';
import { StoreAway } from '#libs/runtime';
import {
  aDay,
  aRun,
  aSnapshot,
  enterpriseRows,
  metricStoreFeatures,
  runManifest,
  runStoreFeatures,
  stateStoreFeatures,
  until,
} from '#libs/testing';
import { Client } from 'pg';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// Not by the front door: nobody else is to see TypeORM.
import { dataSourceOf } from '../../libs/adapters/src/postgres/data-source';

// eslint-disable-next-line no-restricted-properties -- Where a server runs already is for whoever starts the tests to say.
const givenUrl = process.env.RESUMPTION_TEST_POSTGRES_URL;
const withOwnServer = givenUrl === undefined ? describe : describe.skip;
const ALL = { from: -1, to: 100 };

let folder: string | undefined;
let server: LocalPostgres | undefined;
let url: string;
let stores: Stores;

async function startServer(port: number): Promise<LocalPostgres> {
  folder ??= mkdtempSync(join(tmpdir(), 'resumption-postgres-test-'));
  return (server = await startLocalPostgres({ folder, port }));
}

beforeAll(async () => {
  url = givenUrl ?? (await startServer((await freePorts(1))[0])).url;
  stores = await openPostgresStores(url, { applicationName: 'resumption-test' });
});

afterAll(async () => {
  await stores?.close();
  await server?.stop();
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
});

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
  const sql = `select pid from pg_stat_activity where application_name = 'resumption-test' and wait_event_type = 'Lock'`;
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
  const name = `fresh_${Date.now()}`;
  const fresh = (): string => url.replace(/\/[^/]*$/, `/${name}`);
  beforeAll(() => withClient((client) => client.query(`create database ${name}`)));
  afterAll(() => withClient((client) => client.query(`drop database ${name} with (force)`)));

  it('gets its tables once, however many open it at the same moment', async () => {
    const opened = await Promise.all([1, 2, 3].map(() => openPostgresStores(fresh())));
    const run = await aRun(opened[0].runs);
    expect((await opened[2].runs.row(run))?.id).toBe(run);
    await Promise.all(opened.map((one) => one.close()));
    const { rows } = await withClient((client) => client.query('select name from migrations order by id'), fresh());
    expect(rows).toEqual([{ name: 'Runs1795824000000' }, { name: 'Days1795824000001' }]);
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

withOwnServer('a server that is killed and started again', () => {
  const killAndRestart = async (meanwhile: () => Promise<void>): Promise<void> => {
    const port = Number(new URL(url).port);
    await server?.kill();
    await meanwhile();
    await startServer(port);
  };

  it('has kept what was accepted; calls in between are told that it is away, later ones work', async () => {
    const run = await aRun(stores.runs);
    const asked = { path: 'levers.masks', value: 1 / 3, day: 3, idempotencyKey: 'one', by: 'wang' };
    const command = await stores.runs.intervene(run, asked);
    await stores.states.save(aSnapshot(run));
    await stores.metrics.project(aDay(run, 0));
    await killAndRestart(async () => {
      const calls = [
        () => stores.runs.intervene(run, asked),
        () => stores.runs.row(run),
        () => stores.runs.create(runManifest()),
        () => stores.states.save(aSnapshot(run)),
        () => stores.metrics.project(aDay(run, 1)),
        () => openPostgresStores(url),
      ];
      for (const call of calls) await expect(call()).rejects.toBeInstanceOf(StoreAway);
    });
    expect(await stores.runs.intervene(run, asked)).toEqual(command);
    expect(await stores.states.newest(run, { stage: 'plants', shard: 0 }, { attempt: 1, startDay: -1 })).toEqual(
      aSnapshot(run),
    );
    expect(await stores.metrics.enterpriseDays(run, 0)).toEqual(enterpriseRows(0));
    expect(await stores.metrics.project(aDay(run, 1))).toBe(true);
  });

  it('under calls that are under way: each is answered or told that it is away, and no number is missing', async () => {
    const run = await aRun(stores.runs);
    const asked = (i: number) => ({ path: 'levers.masks', value: i, day: 3, idempotencyKey: `${i}`, by: 'wang' });
    const intervene = (i: number): Promise<unknown> =>
      stores.runs.intervene(run, asked(i)).catch((error: unknown) => error);
    const project = async (): Promise<unknown> => {
      for (let day = 0; day < 1000; day++) {
        const kept = await stores.metrics.project(aDay(run, day)).catch((error: unknown) => error);
        if (kept !== true) return kept;
      }
      return undefined;
    };
    const projecting = project();
    const before = Array.from({ length: 40 }, (_, i) => intervene(i));
    await Promise.race(before);
    await killAndRestart(async () => {
      for (const answer of await Promise.all(before)) {
        if (answer instanceof Error) expect(answer).toBeInstanceOf(StoreAway);
      }
      expect(await projecting).toBeInstanceOf(StoreAway);
    });
    for (let i = 0; i < 40; i++) await stores.runs.intervene(run, asked(i));
    const commands = await stores.runs.commands(run);
    expect(commands.map(({ seq }) => seq)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
    const projectedDay = (await stores.runs.row(run))?.projectedDay ?? -1;
    expect(await stores.metrics.digests(run)).toHaveLength(projectedDay + 1);
    expect(await stores.metrics.rates(run, ALL)).toHaveLength(3 * (projectedDay + 1));
  });

  it('is listened to again by whoever watches', async () => {
    const [run, quiet] = [await aRun(stores.runs), await aRun(stores.runs)];
    const seen: string[] = [];
    const stop = stores.runs.watch((changed) => seen.push(changed));
    try {
      await until(() => seen.includes(run));
      await killAndRestart(() => Promise.resolve());
      seen.length = 0;
      await stores.runs.openDay(run, { day: 0, attempt: 1 });
      await until(() => seen.includes(run));
      expect(seen).not.toContain(quiet);
      // By then it listens again, or looks every second: either is soon.
      seen.length = 0;
      await stores.runs.openDay(run, { day: 1, attempt: 1 });
      await until(() => seen.includes(run));
    } finally {
      stop();
    }
  });
});
