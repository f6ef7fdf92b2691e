// What happens when PostgreSQL is killed under its stores and started again on its data. The server is always of this
// machine's own making: others may need the one that the environment names.
import { freePorts, openPostgresStores, startLocalPostgres, type LocalPostgres, type Stores } from '#libs/adapters';
import { InputError } from '#libs/messages';
import { StoreAway } from '#libs/runtime';
import { aDay, aRun, aSnapshot, enterpriseRows, runManifest, until } from '#libs/testing';
import { statSync } from 'node:fs';
import { scratch } from '../command';

const ALL = { from: -1, to: 100 };

let server: LocalPostgres;
let stores: Stores;

beforeAll(async () => {
  server = await startLocalPostgres({ folder, port: (await freePorts(1))[0] });
  stores = await openPostgresStores(server.url, { applicationName: 'resumption-test' });
});

afterAll(async () => {
  await stores?.close();
  await server?.stop();
});

// After the hook above, so that they are thrown away after the server is gone.
const [folder, otherFolder] = [scratch(), scratch()];

describe('a server that is started twice on its folder', () => {
  it('is one server: the one before is ended first, and its data is there', async () => {
    const run = await aRun(stores.runs);
    const before = server;
    server = await startLocalPostgres({ folder, port: Number(new URL(server.url).port) });
    await before.exited;
    expect(server.pid).not.toBe(before.pid);
    expect((await stores.runs.row(run))?.id).toBe(run);
  });

  it('is refused where another program has its port', async () => {
    const port = Number(new URL(server.url).port);
    const refusal = await startLocalPostgres({ folder: otherFolder, port }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(InputError);
    expect((refusal as InputError).fault).toMatchObject({ code: 'LOCAL_POSTGRES_FAILED' });
    expect((refusal as InputError).message).toContain('Address already in use');
  });

  it('keeps its data to itself', () => {
    expect(statSync(`${folder}/data`).mode & 0o077).toBe(0);
  });
});

describe('a server that is killed and started again', () => {
  const killAndRestart = async (meanwhile: () => Promise<void>): Promise<void> => {
    await server.kill();
    await meanwhile();
    server = await startLocalPostgres({ folder, port: Number(new URL(server.url).port) });
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
        () => openPostgresStores(server.url),
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
