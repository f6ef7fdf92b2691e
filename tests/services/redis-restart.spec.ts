// What the live feed does when Redis goes and comes back, hangs, or loses connections. The server is always of this
// machine's own making: others may need the one that the environment names.
import { freePorts, RedisLiveFeed, startLocalRedis, type LocalRedis } from '#libs/adapters';
import { liveDay, until } from '#libs/testing';
import { Redis } from 'ioredis';
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { scratch } from '../command';

// eslint-disable-next-line no-restricted-properties -- whoever starts the tests says whether servers may be missing
const isRequired = process.env.REQUIRE_SERVICES === '1';
const has = (command: string): boolean => spawnSync(command, ['--version']).status === 0;
const withRedis = isRequired || has('redis-server') ? describe : describe.skip;

/** Closed after each test, whichever way it went: what stays connected keeps the test runner from ending. */
const opened: { close(): Promise<unknown> }[] = [];
afterEach(() => Promise.all(opened.splice(0).map((open) => open.close())));

const PREFIX = `test-${randomUUID()}`;

withRedis('a Redis', () => {
  let port: number;
  let server: LocalRedis;
  beforeAll(async () => {
    [port] = await freePorts(1);
    server = await startLocalRedis({ folder, port });
  });
  // Undefined where it could not be started.
  afterAll(() => (server as LocalRedis | undefined)?.stop());
  // After the hook above, so that the folder is thrown away after the server is gone.
  const folder = scratch();

  const open = async (onTrouble: (error: Error) => void = () => undefined): Promise<RedisLiveFeed> => {
    const feed = await RedisLiveFeed.open({ url: server.url, prefix: PREFIX, onTrouble });
    opened.push(feed);
    return feed;
  };

  describe('that is killed, and started again', () => {
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

  describe.each(['SIGSTOP', 'SIGKILL'] as const)('that gets %s', (signal) => {
    it('is known to be away, and to be back', async () => {
      const feed = await open();
      expect(feed.isAway).toBe(false);
      process.kill(server.pid, signal);
      await until(() => feed.isAway);
      if (signal === 'SIGSTOP') process.kill(server.pid, 'SIGCONT');
      else server = await startLocalRedis({ folder, port });
      await until(() => !feed.isAway);
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

      const redis = new Redis(server.url);
      opened.push({ close: () => redis.quit() });
      await redis.client('KILL', 'TYPE', 'pubsub');
      // Nobody is subscribed at this moment, so the day does not come as a message.
      expect(await redis.publish(`resumption:${PREFIX}:live:${run}`, 'nothing')).toBe(0);
      await publisher.publish(liveDay(run, 1));
      await until(() => heard.length === 2);
      expect(heard).toEqual([0, 1]);
    });
  });
});
