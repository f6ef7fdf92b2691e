// What a log over Kafka does while its broker is killed and started again: a broker of its own, on this machine.
import { startLocalKafka, type LocalKafka } from '#libs/adapters';
import { streamKey, type PlacedRecord, type Stream } from '#libs/messages';
import {
  ORDERS,
  ORDERS_OF_THE_NEXT_SHARD,
  counting,
  logRecord,
  readInto,
  recordsOf,
  seqsOf,
  until,
} from '#libs/testing';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openLog } from './open-log';

// eslint-disable-next-line no-restricted-properties -- whether a skip is a failure is for whoever starts the tests to say
const isRequired = process.env.REQUIRE_SERVICES === '1';
const has = (command: string, ...args: string[]): boolean => spawnSync(command, args).status === 0;
const withBroker = has('java', '-version') || isRequired ? describe : describe.skip;

jest.setTimeout(120_000);

withBroker('a broker that is killed and started again while records are sent', () => {
  const folder = mkdtempSync(join(tmpdir(), 'resumption-kafka-'));
  let kafka: LocalKafka;
  beforeAll(async () => {
    kafka = await startLocalKafka({ folder });
  });
  afterAll(async () => {
    await kafka.stop();
    // Only then: a broker that runs still writes.
    rmSync(folder, { recursive: true, force: true });
  });

  it('loses none: all are read, each stream in order, at least once', async () => {
    const { log, notices } = openLog(kafka.brokers);
    await log.ensureTopics();
    const streams = [ORDERS, ORDERS_OF_THE_NEXT_SHARD];
    const { read } = readInto(
      log,
      streams.map((stream) => ({ stream, from: 'first' })),
    );
    let isOver = false;
    let sent = 0;
    // Four sends at a time that do not wait for each other: what is sent again must not be overtaken.
    const send = (seq: number): Promise<void> => {
      const record = logRecord({ seq, body: Buffer.alloc(20_000, seq) });
      return log.send(streams.map((stream): PlacedRecord => ({ stream, record })));
    };
    const sending = (async () => {
      for (; !isOver; sent += 4) await Promise.all([0, 1, 2, 3].map((ahead) => send(sent + ahead)));
    })();
    await until(() => sent > 50);
    await kafka.nodes[0].kill();
    const sentAtKill = sent;
    await sleep(2_000);
    await kafka.nodes[0].start();
    await until(() => sent > sentAtKill + 50, { timeoutMs: 60_000 });
    isOver = true;
    await sending;
    const seqsIn = (stream: Stream): number[] =>
      read.filter((found) => streamKey(found.stream) === streamKey(stream)).map(({ record }) => record.seq);
    await until(() => streams.every((stream) => seqsIn(stream).includes(sent - 1)), { timeoutMs: 60_000 });
    for (const stream of streams) expect(firstSights(seqsIn(stream))).toEqual(counting(sent));
    expect(notices.some(({ type }) => type === 'SendDelayed')).toBe(true);
  });

  it('is waited for by whoever reads or asks first when it is away', async () => {
    await kafka.nodes[0].kill();
    const { log } = openLog(kafka.brokers);
    const { reading, read } = readInto(log, [{ stream: ORDERS, from: 'first' }]);
    const made = log.ensureTopics();
    const sent = log.send(recordsOf(ORDERS, 'run', 3));
    await kafka.nodes[0].start();
    await Promise.all([made, sent, reading.joined]);
    await until(() => read.length >= 3);
    expect(seqsOf(read, 'run')).toEqual([0, 1, 2]);
    await log.close();
  });

  it('does not hold up closing: what was not kept is rejected', async () => {
    const { log } = openLog(kafka.brokers);
    await log.ensureTopics();
    const { reading } = readInto(log, [{ stream: ORDERS, from: 'first' }]);
    await reading.joined;
    await kafka.nodes[0].kill();
    const refused = expect(log.send(recordsOf(ORDERS, 'run', 3))).rejects.toThrow('LOG_CLOSED');
    await sleep(500);
    const beganMs = performance.now();
    await log.close();
    await refused;
    expect(performance.now() - beganMs).toBeLessThan(8_000);
    await kafka.nodes[0].start();
  });
});

/** Numbers in the order in which each was seen for the first time. */
function firstSights(seqs: readonly number[]): number[] {
  return [...new Set(seqs)];
}
