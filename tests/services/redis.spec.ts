// The live feed over a real Redis: what every live feed does, and what lies in the server.
import { RedisLiveFeed } from '#libs/adapters';
import type { LiveFeed } from '#libs/runtime';
import { liveDay, liveFeedFeatures, TEST_SERVICES, until } from '#libs/testing';
import { Redis } from 'ioredis';
import { randomUUID } from 'node:crypto';

// eslint-disable-next-line no-restricted-properties -- where servers run is told to suites by the environment alone
const url = process.env[TEST_SERVICES.redis] ?? '';
const withRedis = url === '' ? describe.skip : describe;

const DAY_SECONDS = 86_400;

/** Closed after each test, whichever way it went: what stays connected keeps the test runner from ending. */
const opened: { close(): Promise<unknown> }[] = [];
afterEach(() => Promise.all(opened.splice(0).map((open) => open.close())));

const PREFIX = `test-${randomUUID()}`;

withRedis('the live feed over Redis', () => {
  liveFeedFeatures(async () => ({ publisher: await openFeed(), reader: await openFeed() }));

  describe('a run of which nothing more is told', () => {
    it('is forgotten after a day', async () => {
      const run = randomUUID();
      const feed = await openFeed();
      const redis = rawRedis();
      await feed.publish(liveDay(run, 0));
      const seconds = await redis.ttl(`resumption:${PREFIX}:live:${run}`);
      expect(seconds).toBeGreaterThan(DAY_SECONDS - 60);
      expect(seconds).toBeLessThanOrEqual(DAY_SECONDS);
    });
  });

  describe('installations with two prefixes on one server', () => {
    it('do not see each other', async () => {
      const run = randomUUID();
      const ours = await openFeed();
      const theirs = await openFeed(`${PREFIX}-other`);
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
      const feed = await openFeed(PREFIX, ({ message }) => troubles.push(message));
      const redis = rawRedis();
      await redis.hset(`resumption:${PREFIX}:live:${run}`, { day: '0', text: '{"day":' });
      expect(await feed.latest(run)).toBeUndefined();
      expect(troubles).toEqual(['Redis holds a live day that is none']);
      await feed.publish(liveDay(run, 1));
      expect(await feed.latest(run)).toEqual(liveDay(run, 1));
    });
  });
});

async function openFeed(prefix = PREFIX, onTrouble: (error: Error) => void = () => undefined): Promise<LiveFeed> {
  const feed = await RedisLiveFeed.open({ url, prefix, onTrouble });
  opened.push(feed);
  return feed;
}

function rawRedis(): Redis {
  const redis = new Redis(url);
  opened.push({ close: () => redis.quit() });
  return redis;
}
