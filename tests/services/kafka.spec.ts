// The log of records over a real broker: what every log does, and what only Kafka can do to one.
import type { KafkaLog } from '#libs/adapters';
import { TOPICS, streamKey, topicOf, type Stream } from '#libs/messages';
import {
  ORDERS,
  REPORTS,
  TEST_SERVICES,
  counting,
  readInto,
  recordHandlerFeatures,
  recordLogFeatures,
  recordsOf,
  seqsOf,
  until,
} from '#libs/testing';
import type { Message } from 'kafkajs';
import { randomUUID } from 'node:crypto';
import { asAdmin, clientOf, openLog, openLogForAll } from './open-log';

// eslint-disable-next-line no-restricted-properties -- where servers run is told to suites by the environment alone
const given = process.env[TEST_SERVICES.kafka];
const brokers = given === undefined || given === '' ? [] : given.split(',');
const withBroker = brokers.length > 0 ? describe : describe.skip;

jest.setTimeout(120_000);

async function produce(topic: string, message: Message & { readonly partition: number }): Promise<void> {
  const producer = clientOf(brokers).producer({ allowAutoTopicCreation: false });
  await producer.connect();
  await producer.send({ topic, messages: [message] });
  await producer.disconnect();
}

withBroker('the log of records over Kafka', () => {
  const openForAll = (): Promise<KafkaLog> => Promise.resolve(openLogForAll(brokers).log);
  recordLogFeatures(openForAll);
  recordHandlerFeatures(openForAll);

  describe('a message that is no record of ours', () => {
    it('is counted, copied to quarantine with where it was, and skipped', async () => {
      const { log, prefix, notices } = openLog(brokers);
      await log.ensureTopics();
      const { read } = readInto(log, [{ stream: ORDERS, from: 'first' }]);
      await log.send(recordsOf(ORDERS, 'run', 2));
      await produce(topicOf(ORDERS, prefix), { key: 'k', value: 'hello', headers: { run: 'run' }, partition: 0 });
      await log.send(recordsOf(ORDERS, 'run', 2, 1));
      await until(() => read.length >= 4);
      expect(read.map(({ record, offset }) => [record.day, record.seq, offset])).toEqual([
        [0, 0, 0n],
        [0, 1, 1n],
        [1, 0, 3n],
        [1, 1, 4n],
      ]);
      expect(log.quarantined()).toBe(1);
      expect(notices).toMatchObject([{ type: 'MessageQuarantined', stream: ORDERS, offset: 2n, isCopied: true }]);
      const [copy] = await messagesOf(`${prefix}.quarantine.v1`, 1);
      expect([copy.key, copy.value]).toEqual(['k', 'hello']);
      expect(copy.headers).toMatchObject({
        run: 'run',
        quarantine_topic: topicOf(ORDERS, prefix),
        quarantine_partition: '0',
        quarantine_offset: '2',
      });
    });

    it('is skipped also where there is no quarantine topic', async () => {
      const { log, prefix, notices } = openLog(brokers);
      await log.ensureTopics();
      await asAdmin(brokers, (admin) => admin.deleteTopics({ topics: [`${prefix}.quarantine.v1`] }));
      const { read } = readInto(log, [{ stream: ORDERS, from: 'first' }]);
      await produce(topicOf(ORDERS, prefix), { value: null, partition: 0 });
      await log.send(recordsOf(ORDERS, 'run', 1));
      await until(() => read.length >= 1);
      expect(notices).toMatchObject([{ type: 'MessageQuarantined', offset: 0n, isCopied: false }]);
    });
  });

  describe('its topics', () => {
    it('are all made anew on a broker that has none, one stream a partition', async () => {
      const { log } = openLog(brokers);
      const made = await log.ensureTopics();
      const expected = TOPICS.flatMap(({ channel, to, partitions }) =>
        counting(partitions).map((shard) => streamKey({ channel, to, shard })),
      );
      expect(made.map(streamKey)).toEqual(expected);
    });

    it('are bounded by bytes and never by time', async () => {
      const { log, prefix } = openLog(brokers, { retentionBytes: 64 * 1024 * 1024 });
      await log.ensureTopics();
      const config = await configOf(topicOf(ORDERS, prefix));
      expect(config).toMatchObject({
        'retention.ms': '-1',
        'retention.bytes': String(64 * 1024 * 1024),
        'segment.bytes': String(16 * 1024 * 1024),
        'cleanup.policy': 'delete',
      });
    });

    it('with fewer partitions than shards are refused in words', async () => {
      const { log, prefix } = openLog(brokers);
      const topic = topicOf(ORDERS, prefix);
      await asAdmin(brokers, (admin) =>
        admin.createTopics({ topics: [{ topic, numPartitions: 2 }], waitForLeaders: false }),
      );
      await expect(log.ensureTopics()).rejects.toThrow(`LOG_TOPIC_PARTITIONS ${topic}`);
    });
  });

  describe('a topic that was deleted', () => {
    it('is read from its first record when ensureTopics has made it again, which is told', async () => {
      const { log, prefix, notices } = openLog(brokers);
      await log.ensureTopics();
      const { read } = readInto(log, [
        { stream: REPORTS, from: 'first' },
        { stream: ORDERS, from: 'first' },
      ]);
      await log.send([...recordsOf(REPORTS, 'before', 3), ...recordsOf(ORDERS, 'before', 2)]);
      await until(() => read.length >= 5);
      await asAdmin(brokers, (admin) => admin.deleteTopics({ topics: [topicOf(REPORTS, prefix)] }));
      await until(() => notices.some(({ type }) => type === 'TopicsMissing'), { timeoutMs: 30_000 });
      expect((await log.ensureTopics()).map(streamKey)).toEqual([streamKey(REPORTS)]);
      await log.send([...recordsOf(REPORTS, 'after', 5), ...recordsOf(ORDERS, 'after', 2)]);
      await until(() => read.length >= 12, { timeoutMs: 30_000 });
      const of = (stream: Stream): unknown[] =>
        read
          .filter((found) => streamKey(found.stream) === streamKey(stream) && found.record.run === 'after')
          .map(({ record, offset }) => [record.seq, offset]);
      expect(of(REPORTS)).toEqual(counting(5).map((seq) => [seq, BigInt(seq)]));
      expect(of(ORDERS)).toEqual([
        [0, 2n],
        [1, 3n],
      ]);
    });

    it('is read also where it was made again before anybody saw that it was gone', async () => {
      const { log, prefix } = openLog(brokers);
      await log.ensureTopics();
      const { read } = readInto(log, [{ stream: REPORTS, from: 'first' }]);
      await log.send(recordsOf(REPORTS, 'before', 3));
      await until(() => read.length >= 3);
      await asAdmin(brokers, (admin) => admin.deleteTopics({ topics: [topicOf(REPORTS, prefix)] }));
      await log.ensureTopics();
      await log.send(recordsOf(REPORTS, 'after', 2));
      await until(() => seqsOf(read, 'after').length >= 2, { timeoutMs: 30_000 });
      expect(seqsOf(read, 'after')).toEqual([0, 1]);
    });
  });

  describe('records that are no longer there', () => {
    it('are passed over, and how far is told', async () => {
      const { log, prefix, notices } = openLog(brokers);
      await log.ensureTopics();
      await log.send(recordsOf(ORDERS, 'run', 10));
      const cut = { topic: topicOf(ORDERS, prefix), partitions: [{ partition: 0, offset: '6' }] };
      await asAdmin(brokers, async (admin) => {
        // kafkajs cuts only topics whose metadata it has loaded for another question.
        await admin.fetchTopicOffsets(cut.topic);
        await admin.deleteTopicRecords(cut);
      });
      const { read } = readInto(log, [{ stream: ORDERS, from: 2n }]);
      await until(() => read.length >= 4);
      expect(seqsOf(read, 'run')).toEqual([6, 7, 8, 9]);
      expect(notices).toContainEqual({ type: 'PositionMoved', stream: ORDERS, expected: 2n, found: 6n });
    });
  });
});

interface Copy {
  readonly key: string | undefined;
  readonly value: string | undefined;
  readonly headers: Record<string, string>;
}

async function messagesOf(topic: string, count: number): Promise<Copy[]> {
  const consumer = clientOf(brokers).consumer({ groupId: randomUUID(), maxWaitTimeInMs: 100 });
  const copies: Copy[] = [];
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  await consumer.run({
    autoCommit: false,
    eachMessage: ({ message }) => {
      const headers = Object.entries(message.headers ?? {}).map(([name, value]) => [name, String(value)]);
      copies.push({
        key: message.key?.toString(),
        value: message.value?.toString(),
        headers: Object.fromEntries(headers) as Record<string, string>,
      });
      return Promise.resolve();
    },
  });
  await until(() => copies.length >= count);
  await consumer.disconnect();
  return copies;
}

async function configOf(topic: string): Promise<Record<string, string>> {
  const described = await asAdmin(brokers, (admin) =>
    // 2: a topic, as kafkajs's const enum would have it.
    admin.describeConfigs({ includeSynonyms: false, resources: [{ type: 2, name: topic }] }),
  );
  return Object.fromEntries(
    described.resources[0].configEntries.map(({ configName, configValue }) => [configName, configValue]),
  );
}
