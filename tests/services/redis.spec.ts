// The live feed over a real Redis: what every live feed does, and what happens when the server goes and comes back.
import { freePorts, RedisLiveFeed, startLocalRedis, type LocalRedis } from '#libs/adapters';
import type { LiveFeed } from '#libs/runtime';
import { liveDay, liveFeedFeatures, until } from '#libs/testing';
import { Redis } from 'ioredis';
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { scratch } from '../command';

// eslint-disable-next-line no-restricted-properties -- where a server runs already is for whoever starts the tests to say
const { RESUMPTION_TEST_REDIS_URL: givenUrl, REQUIRE_SERVICES } = process.env;
const isInstalled = spawnSync('redis-server', ['--version']).status === 0;
const isRequired = REQUIRE_SERVICES === '1';
const withServer = givenUrl !== undefined || isInstalled || isRequired ? describe : describe.skip;
const withOwnServer = isInstalled || isRequired ? describe : describe.skip;

/** Closed after each test, whichever way it went: what stays connected keeps the test runner from ending. */
const opened: { close(): Promise<unknown> }[] = [];
afterEach(() => Promise.all(opened.splice(0).map((open) => open.close())));

const PREFIX = `test-${randomUUID()}`;
const DAY_SECONDS = 86_400;

withServer('the live feed over Redis', () => {
  const folder = scratch();
  let server: LocalRedis | undefined;
  let url: string;
  beforeAll(async () => {
    const [port] = await freePorts(1);
    if (givenUrl === undefined) server = await startLocalRedis({ folder, port });
    url = givenUrl ?? `redis://127.0.0.1:${port}`;
  });
  afterAll(() => server?.stop());

  liveFeedFeatures(async () => ({ publisher: await openFeed(url), reader: await openFeed(url) }));

  describe('a run of which nothing more is told', () => {
    it('is forgotten after a day', async () => {
      const run = randomUUID();
      const feed = await openFeed(url);
      const redis = rawRedis(url);
      await feed.publish(liveDay(run, 0));
      const seconds = await redis.ttl(`resumption:${PREFIX}:live:${run}`);
      expect(seconds).toBeGreaterThan(DAY_SECONDS - 60);
      expect(seconds).toBeLessThanOrEqual(DAY_SECONDS);
    });
  });

  describe('installations with two prefixes on one server', () => {
    it('do not see each other', async () => {
      const run = randomUUID();
      const ours = await openFeed(url);
      const theirs = await openFeed(url, `${PREFIX}-other`);
      const heard: number[] = [];
      await theirs.subscribe(run, ({ day }) => heard.push(day));
      await ours.publish(liveDay(run, 5));
      await theirs.publish(liveDay(run, 0));
      await until(() => heard.length > 0);
      expect([heard, (await theirs.latest(run))?.day, (await ours.latest(run))?.day]).toEqual([[0], 0, 5]);
    });
  });

  describe('a hash that is no day', () => {
    it('counts as none, is told as trouble, and the next day takes its place', async () => {
      const run = randomUUID();
      const troubles: string[] = [];
      const feed = await openFeed(url, PREFIX, ({ message }) => troubles.push(message));
      const redis = rawRedis(url);
      await redis.hset(`resumption:${PREFIX}:live:${run}`, { day: '0', text: '{"day":' });
      expect(await feed.latest(run)).toBeUndefined();
      expect(troubles).toEqual(['Redis holds a live day that is none']);
      await feed.publish(liveDay(run, 1));
      expect(await feed.latest(run)).toEqual(liveDay(run, 1));
    });
  });
});

withOwnServer('a Redis that fails', () => {
  const folder = scratch();
  let port: number;
  let server: LocalRedis;
  const open = (onTrouble?: (error: Error) => void): Promise<LiveFeed> => openFeed(server.url, PREFIX, onTrouble);
  beforeAll(async () => {
    [port] = await freePorts(1);
    server = await startLocalRedis({ folder, port });
  });
  // Undefined where it could not be started.
  afterAll(() => (server as LocalRedis | undefined)?.stop());

  describe('killed, and started again', () => {
    it('costs the days in between: publishing says so and never rejects; the next day is heard', async () => {
      const run = randomUUID();
      const troubles: string[] = [];
      const [publisher, reader] = [await open((error) => troubles.push(error.message)), await open()];
      const heard: number[] = [];
      await reader.subscribe(run, ({ day }) => heard.push(day));
      expect(await publisher.publish(liveDay(run, 0))).toBe(true);
      await until(() => heard.length === 1);

      await server.kill();
      await until(async () => !(await publisher.publish(liveDay(run, 1))));
      for (let day = 2; day < 20; day++) expect(await publisher.publish(liveDay(run, day))).toBe(false);
      expect(await reader.latest(run)).toBeUndefined();
      await expect(reader.forget(run)).resolves.toBeUndefined();

      server = await startLocalRedis({ folder, port });
      await until(() => publisher.publish(liveDay(run, 20)));
      await until(() => heard.at(-1) === 20);
      await publisher.publish(liveDay(run, 21));
      await until(() => heard.at(-1) === 21);
      expect(heard.filter((day) => day > 1 && day < 20)).toEqual([]);
      // Once a connection, not at each try to reconnect.
      expect(troubles.length).toBeLessThanOrEqual(2);
    });
  });

  describe('that is away when a feed is opened', () => {
    it('holds nobody up, and is used once it is there', async () => {
      const run = randomUUID();
      await server.kill();
      const began = performance.now();
      const [publisher, reader] = [await open(), await open()];
      const heard: number[] = [];
      await reader.subscribe(run, ({ day }) => heard.push(day));
      expect(await publisher.publish(liveDay(run, 0))).toBe(false);
      expect(performance.now() - began).toBeLessThan(2000);

      server = await startLocalRedis({ folder, port });
      await until(() => publisher.publish(liveDay(run, 1)));
      await until(() => heard.length > 0);
      expect(heard).toEqual([1]);
    });
  });

  describe('that hangs', () => {
    it('holds publishing up for no more than 600 ms, and is used again once it answers', async () => {
      const run = randomUUID();
      const [publisher, reader] = [await open(), await open()];
      const heard: number[] = [];
      await reader.subscribe(run, ({ day }) => heard.push(day));
      await publisher.publish(liveDay(run, 0));
      process.kill(server.pid, 'SIGSTOP');
      try {
        for (let day = 1; day < 4; day++) {
          const began = performance.now();
          expect(await publisher.publish(liveDay(run, day))).toBe(false);
          expect(performance.now() - began).toBeLessThan(600);
        }
        const began = performance.now();
        await reader.subscribe(randomUUID(), () => undefined);
        expect(performance.now() - began).toBeLessThan(1200);
      } finally {
        process.kill(server.pid, 'SIGCONT');
      }
      await until(() => publisher.publish(liveDay(run, 9)));
      await until(() => heard.at(-1) === 9);
    });
  });

  describe("that has lost a subscriber's connection while the last day of a run was told", () => {
    it('tells the subscriber that day when it is back', async () => {
      const run = randomUUID();
      const [publisher, reader] = [await open(), await open()];
      const heard: number[] = [];
      await reader.subscribe(run, ({ day }) => heard.push(day));
      await publisher.publish(liveDay(run, 0));
      await until(() => heard.length === 1);

      const redis = rawRedis(server.url);
      await redis.client('KILL', 'TYPE', 'pubsub');
      // Nobody is subscribed at this moment, so the day does not come as a message.
      expect(await redis.publish(`resumption:${PREFIX}:live:${run}`, 'nothing')).toBe(0);
      await publisher.publish(liveDay(run, 1));
      await until(() => heard.length === 2);
      expect(heard).toEqual([0, 1]);
    });
  });
});

async function openFeed(
  url: string,
  prefix = PREFIX,
  onTrouble: (error: Error) => void = () => undefined,
): Promise<LiveFeed> {
  const feed = await RedisLiveFeed.open({ url, prefix, onTrouble });
  opened.push(feed);
  return feed;
}

function rawRedis(url: string): Redis {
  const redis = new Redis(url);
  opened.push({ close: () => redis.quit() });
  return redis;
}
