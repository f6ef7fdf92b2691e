// What a log over three brokers does while the leaders of its partitions move from broker to broker.
import { startLocalKafka, type LocalKafka } from '#libs/adapters';
import { MAX_LOG_SHARDS, streamKey, topicOf, type PlacedRecord, type Stream } from '#libs/messages';
import { counting, logRecord, readInto, until } from '#libs/testing';
import type { Admin } from 'kafkajs';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asAdmin, openLog } from './open-log';

// eslint-disable-next-line no-restricted-properties -- whether a skip is a failure is for whoever starts the tests to say
const isRequired = process.env.REQUIRE_SERVICES === '1';
const has = (command: string, ...args: string[]): boolean => spawnSync(command, args).status === 0;
const withBrokers = has('java', '-version') || isRequired ? describe : describe.skip;

const MOVES = 12;
const SENDS_BETWEEN_MOVES = 20;

jest.setTimeout(180_000);

withBrokers('leaders that move between brokers while records are sent to all of them', () => {
  const folder = mkdtempSync(join(tmpdir(), 'resumption-kafka-'));
  let kafka: LocalKafka;
  beforeAll(async () => {
    kafka = await startLocalKafka({ folder, brokers: 3 });
  });
  afterAll(async () => {
    await kafka.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('lose none: all are read, each stream in order, at least once', async () => {
    const { log, prefix, notices } = openLog(kafka.brokers);
    await log.ensureTopics();
    const streams = counting(MAX_LOG_SHARDS).map((shard): Stream => ({ channel: 'orders', to: 'plants', shard }));
    const { read } = readInto(
      log,
      streams.map((stream) => ({ stream, from: 'first' })),
    );
    let sent = 0;
    let isOver = false;
    // One send goes to every partition, so that some of its leaders have moved and others have not.
    const sending = (async () => {
      for (; !isOver; sent++) {
        const record = logRecord({ seq: sent, body: Buffer.alloc(500, sent) });
        await log.send(streams.map((stream): PlacedRecord => ({ stream, record })));
      }
    })();
    await asAdmin(kafka.brokers, async (admin) => {
      for (let move = 1; move <= MOVES; move++) {
        const before = sent;
        await moveLeaders(admin, topicOf(streams[0], prefix), move);
        await until(() => sent > before + SENDS_BETWEEN_MOVES, { timeoutMs: 60_000 });
      }
    });
    isOver = true;
    await sending;
    const seqsIn = (stream: Stream): number[] =>
      read.filter((found) => streamKey(found.stream) === streamKey(stream)).map(({ record }) => record.seq);
    await until(() => streams.every((stream) => seqsIn(stream).includes(sent - 1)), { timeoutMs: 60_000 });
    for (const stream of streams) expect([...new Set(seqsIn(stream))]).toEqual(counting(sent));
    expect(notices.some(({ type }) => type === 'PositionMoved')).toBe(false);
  });
});

/** Every partition to the next broker; resolves when it is there. */
async function moveLeaders(admin: Admin, topic: string, by: number): Promise<void> {
  const partitions = counting(MAX_LOG_SHARDS);
  const partitionAssignment = partitions.map((partition) => ({ partition, replicas: [1 + ((partition + by) % 3)] }));
  await admin.alterPartitionReassignments({ topics: [{ topic, partitionAssignment }] });
  const isMoving = async (): Promise<boolean> =>
    (await admin.listPartitionReassignments({ topics: [{ topic, partitions }] })).topics.length > 0;
  while (await isMoving()) await new Promise((resolve) => setTimeout(resolve, 50));
}
