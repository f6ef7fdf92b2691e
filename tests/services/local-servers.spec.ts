// Servers of this machine: they start, answer, come back after a kill with what they had, and stop.
import {
  endLeftOvers,
  freePorts,
  pidFile,
  spawnDetached,
  startLocalKafka,
  startLocalRedis,
  writePidRecord,
  type LocalKafka,
  type LocalRedis,
  type Spawned,
} from '#libs/adapters';
import { Redis } from 'ioredis';
import { Kafka, logLevel, type Admin } from 'kafkajs';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { scratch } from '../command';

// eslint-disable-next-line no-restricted-properties -- whoever starts the tests says whether servers may be missing
const isRequired = process.env.REQUIRE_SERVICES === '1';
const has = (command: string, ...args: string[]): boolean => spawnSync(command, args).status === 0;
const withKafka = isRequired || (has('java', '-version') && has('mvn', '--version')) ? describe : describe.skip;
const withRedis = isRequired || has('redis-server', '--version') ? describe : describe.skip;

jest.setTimeout(180_000);

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

const recordsIn = (folder: string): string[] => readdirSync(folder).filter((name) => name.endsWith('.pid.json'));

async function askKafka<T>(brokers: readonly string[], question: (admin: Admin) => Promise<T>): Promise<T> {
  const kafka = new Kafka({ brokers: [...brokers], logLevel: logLevel.NOTHING, retry: { retries: 10 } });
  const admin = kafka.admin();
  await admin.connect();
  try {
    return await question(admin);
  } finally {
    await admin.disconnect();
  }
}

withKafka('a Kafka of this machine', () => {
  let kafka: LocalKafka;
  afterAll(() => kafka?.stop());
  const folder = scratch();
  beforeAll(async () => {
    kafka = await startLocalKafka({ folder });
  });

  it('answers as soon as it has started', async () => {
    const cluster = await askKafka(kafka.brokers, (admin) => admin.describeCluster());
    expect(cluster.brokers).toHaveLength(1);
  });

  it('makes no topic that nobody asked for', async () => {
    await askKafka(kafka.brokers, (admin) => admin.fetchTopicMetadata({ topics: ['typo'] })).catch(() => undefined);
    expect(await askKafka(kafka.brokers, (admin) => admin.listTopics())).not.toContain('typo');
  });

  it('comes back at the same address after kill -9, with its topics', async () => {
    await askKafka(kafka.brokers, (admin) => admin.createTopics({ topics: [{ topic: 'kept', numPartitions: 2 }] }));
    const [killed] = kafka.pids;
    await kafka.nodes[0].kill();
    expect(isRunning(killed)).toBe(false);
    await kafka.nodes[0].start();
    expect(kafka.pids[0]).not.toBe(killed);
    expect(await askKafka(kafka.brokers, (admin) => admin.listTopics())).toContain('kept');
  });

  it('stops, and starts again on its folder with its topics', async () => {
    const [stopped] = kafka.pids;
    await kafka.stop();
    expect(isRunning(stopped)).toBe(false);
    kafka = await startLocalKafka({ folder });
    expect(await askKafka(kafka.brokers, (admin) => admin.listTopics())).toContain('kept');
  });

  it('takes the place of one that was left running on its folder', async () => {
    const [leftOver] = kafka.pids;
    kafka = await startLocalKafka({ folder });
    expect(isRunning(leftOver)).toBe(false);
    expect(await askKafka(kafka.brokers, (admin) => admin.listTopics())).toContain('kept');
  });

  it('refuses to become three brokers on the data of one', async () => {
    await expect(startLocalKafka({ folder, brokers: 3 })).rejects.toThrow(/^LOCAL_KAFKA_BROKERS /);
  });
});

withKafka('three brokers of this machine', () => {
  let kafka: LocalKafka;
  afterAll(() => kafka?.stop());
  const folder = scratch();
  beforeAll(async () => {
    kafka = await startLocalKafka({ folder, brokers: 3 });
  });

  it('go on without one of them, and take it back', async () => {
    const topic = { topic: 'copied', numPartitions: 1, replicationFactor: 3 };
    await askKafka(kafka.brokers, (admin) => admin.createTopics({ topics: [topic] }));
    await kafka.nodes[0].kill();
    expect(await askKafka(kafka.brokers.slice(1), (admin) => admin.listTopics())).toContain('copied');
    await kafka.nodes[0].start();
    expect(await askKafka(kafka.brokers.slice(0, 1), (admin) => admin.listTopics())).toContain('copied');
  });
});

withRedis('a Redis of this machine', () => {
  let port: number;
  let redis: LocalRedis;
  afterAll(() => redis?.stop());
  const folder = scratch();
  beforeAll(async () => {
    [port] = await freePorts(1);
    redis = await startLocalRedis({ folder, port });
  });

  const ask = async <T>(question: (client: Redis) => Promise<T>): Promise<T> => {
    const client = new Redis(redis.url);
    try {
      return await question(client);
    } finally {
      client.disconnect();
    }
  };

  it('comes back at the same address after kill -9, with what is older than a second', async () => {
    await ask((client) => client.set('day', '12'));
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await redis.kill();
    expect(await redis.exited).toBe('signal SIGKILL');
    redis = await startLocalRedis({ folder, port });
    expect(await ask((client) => client.get('day'))).toBe('12');
  });

  it('takes the place of one that was left running on its folder', async () => {
    const leftOver = redis.pid;
    redis = await startLocalRedis({ folder, port });
    expect(isRunning(leftOver)).toBe(false);
    expect(await ask((client) => client.get('day'))).toBe('12');
  });

  it('stops, and leaves no record of its process', async () => {
    expect(recordsIn(folder)).toHaveLength(1);
    await redis.stop();
    expect(isRunning(redis.pid)).toBe(false);
    expect(recordsIn(folder)).toEqual([]);
  });
});

describe('a record of a process that has taken the place of another', () => {
  const folder = scratch();

  it('stays when the end of the other is heard of afterwards', async () => {
    const start = (): Promise<Spawned> =>
      spawnDetached({
        ...{ name: 'one', command: process.execPath, args: ['-e', 'setInterval(() => {}, 1000)'], folder },
        ...{ logFile: join(folder, 'one.log'), marks: ['setInterval'], stopSignal: 'SIGTERM', graceMs: 1000 },
      });
    const first = await start();
    const second = await start();
    await first.kill();
    expect(recordsIn(folder)).toHaveLength(1);
    await second.kill();
    expect(recordsIn(folder)).toEqual([]);
  });
});

describe('a record of a process whose number somebody else has by now', () => {
  const folder = scratch();

  it('ends nobody, and is forgotten', async () => {
    const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    await once(stranger, 'spawn');
    const pid = stranger.pid ?? 0;
    writePidRecord(pidFile(folder, 'redis'), { pid, marks: ['redis-server'], stopSignal: 'SIGTERM' });
    expect(await endLeftOvers(folder, 1000)).toBe(0);
    expect(isRunning(pid)).toBe(true);
    expect(existsSync(join(folder, 'redis.pid.json'))).toBe(false);
    stranger.kill();
  });
});
