// Whatever is killed on the way, the run ends by itself with the digest of one process; no day is missing, no command lost.
import { resumption } from '../command';
import { KEQIAO_DIGEST, KEQIAO_FILE } from '../keqiao';
import { miniDigest, MINI_DAYS, MINI_DIGEST, MINI_LEVER, miniManifest } from '../mini';
import { pause, StackForTests } from './stack';

const SERVICES = ['plants', 'logistics', 'markets', 'exporters', 'support', 'control', 'recovery'];
const WITHIN_MS = 120_000;
/** Slow enough that a run of 60 days is hit many times. */
const DAYS_PER_SECOND = 5;

jest.setTimeout(240_000);

describe('a run on the stack', () => {
  let stack: StackForTests;

  beforeAll(async () => {
    stack = await StackForTests.up();
  });

  afterAll(() => stack.down());

  /** Ends as it should. */
  async function endsWell(run: string, digest = MINI_DIGEST): Promise<void> {
    const row = await stack.over(run, WITHIN_MS);
    const days = (await stack.stores.metrics.digests(run)).map(({ day }) => day);
    expect({ status: row.status, failure: row.failure, digest: row.digest }).toEqual({
      ...{ status: 'ended', failure: null, digest },
    });
    expect(days).toEqual(Array.from({ length: MINI_DAYS }, (_, day) => day));
  }

  /** Nothing was missing on the log: where a new attempt began, it was because somebody took long to come back. */
  function nothingWasMissing(run: string): void {
    expect(stack.healed(run).filter((why) => why !== 'nothing moved')).toEqual([]);
  }

  /** Kills one after the other while the run goes on, which may then go on as fast as it can; returns how many were hit. */
  async function killWhile(run: string, nextName: () => string, most: number): Promise<number> {
    let kills = 0;
    while (kills < most && (await stack.row(run))?.status === 'running') {
      if (stack.signal(nextName(), 'SIGKILL')) kills++;
      await pause(300 + ((kills * 7919) % 700));
    }
    await stack.hurry(run);
    return kills;
  }

  it('has the digest of one process, of all of Keqiao', () => {
    const { out } = resumption('run', KEQIAO_FILE, '--no-losses', '--stack', stack.folder, '--json');
    expect(JSON.parse(out)).toMatchObject({ digest: KEQIAO_DIGEST, days: 60 });
  });

  it('survives kill -9 of each service in turn, and misses nothing on the log', async () => {
    await stack.stores.runs.create(miniManifest('in-turn', { accountsForLosses: true }), {
      daysPerSecond: DAYS_PER_SECOND,
    });
    await stack.projected('in-turn', 2);
    let turn = 0;
    expect(await killWhile('in-turn', () => SERVICES[turn++ % SERVICES.length], SERVICES.length)).toBe(SERVICES.length);
    await endsWell('in-turn');
    nothingWasMissing('in-turn');
  });

  it('survives 50 kills of services at random over five runs, with the commands given meanwhile', async () => {
    // Any order will do; this one can be told again.
    let state = 20_200_218;
    const random = (): string => SERVICES[(state = (state * 48_271) % 2_147_483_647) % SERVICES.length];
    let kills = 0;
    for (let round = 0; kills < 50; round++) {
      const run = `random-${round}`;
      await stack.stores.runs.create(miniManifest(run, { shards: 1 + (round % 2) }), {
        daysPerSecond: DAYS_PER_SECOND,
      });
      await stack.projected(run, 1);
      const asked = { path: MINI_LEVER, value: 0, day: 20, idempotencyKey: `${run}-1`, by: 'test' };
      const command = await stack.stores.runs.intervene(run, asked);
      expect(command?.effectiveDay).toBe(20);
      kills += await killWhile(run, random, 12);
      await endsWell(run, await miniDigest([{ path: MINI_LEVER, day: 20, value: 0 }]));
      nothingWasMissing(run);
      expect(round).toBeLessThan(10);
    }
  });

  it.each(['kafka-1', 'postgres', 'redis'])('survives kill -9 of %s, which is started again', async (server) => {
    const run = `without-${server}`;
    await stack.stores.runs.create(miniManifest(run), { daysPerSecond: DAYS_PER_SECOND });
    await stack.projected(run, 5);
    expect(stack.signal(server, 'SIGKILL')).toBe(true);
    await stack.projected(run, 10);
    await stack.hurry(run);
    await endsWell(run);
    nothingWasMissing(run);
  });

  it('lets a stopped service wake after its successor has taken over', async () => {
    await stack.stores.runs.create(miniManifest('zombie'), { daysPerSecond: DAYS_PER_SECOND });
    await stack.projected('zombie', 8);
    const old = stack.pid('plants') ?? 0;
    process.kill(old, 'SIGSTOP');
    await pause(1500);
    const successor = stack.startAnother('plants');
    await stack.projected('zombie', 20);
    process.kill(old, 'SIGCONT');
    await stack.hurry('zombie');
    await endsWell('zombie');
    nothingWasMissing('zombie');
    successor.kill('SIGKILL');
  });

  it('survives the deletion of a topic', async () => {
    await stack.stores.runs.create(miniManifest('no-topic'), { daysPerSecond: DAYS_PER_SECOND });
    await stack.projected('no-topic', 12);
    await stack.deleteTopic('orders', 'plants');
    await stack.hurry('no-topic');
    await endsWell('no-topic');
  });
});
