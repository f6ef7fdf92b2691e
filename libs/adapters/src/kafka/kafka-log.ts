// The log of records over Kafka: streams are partitions, sends are awaited from all replicas, and a reader owns its
// partitions by itself. Nothing rests on consumer groups, committed offsets, transactions or idempotent producers.
import { TOPICS, topicOf, type PlacedRecord, type ReadRecord, type Stream, type TopicShape } from '#libs/messages';
import type { Reading, RecordLog, StreamStart } from '#libs/runtime';
import type { Kafka } from 'kafkajs';
import { checkRecords } from '../log/check-record';
import type { OnLogNotice } from '../log/notice';
import { streamsOf } from '../log/streams';
import { asAdmin, kafkaClient } from './client';
import { ensureTopics, type TopicOptions } from './ensure-topics';
import { messageOf } from './message';
import { Quarantine } from './quarantine';
import { KafkaReading } from './reading';
import { SendQueue } from './send-queue';

const DEFAULT_RETENTION_BYTES = 1024 ** 3;

export interface KafkaLogOptions {
  /** host:port each. */
  readonly brokers: readonly string[];
  /** Who we are in the broker's logs, and the beginning of the names of our consumer groups. */
  readonly clientId: string;
  /** Of all topics: `resumption` unless several installations share one broker. */
  readonly prefix?: string;
  /** Copies of each topic that is made: at most as many as there are brokers. */
  readonly replication: number;
  /** Of a partition of each topic that is made; about, for whole segments are dropped. */
  readonly retentionBytes?: number;
  readonly onNotice?: OnLogNotice;
}

export interface KafkaLog extends RecordLog {
  /** Messages that were no records of ours, since the log was opened. */
  quarantined(): number;
}

/** As `openKafkaLog` says. */
export function openLog(options: KafkaLogOptions): KafkaLog {
  return new RecordLogOverKafka(options);
}

class RecordLogOverKafka implements KafkaLog {
  readonly #kafka: Kafka;
  readonly #topics: TopicOptions;
  readonly #clientId: string;
  readonly #onNotice: OnLogNotice;
  readonly #queue: SendQueue;
  readonly #quarantine: Quarantine;
  readonly #readings = new Set<Reading>();
  readonly #closing = new AbortController();

  constructor({
    brokers,
    clientId,
    prefix = 'resumption',
    replication,
    retentionBytes = DEFAULT_RETENTION_BYTES,
    onNotice = () => undefined,
  }: KafkaLogOptions) {
    this.#kafka = kafkaClient(brokers, clientId);
    this.#topics = { prefix, replication, retentionBytes };
    this.#clientId = clientId;
    this.#onNotice = onNotice;
    this.#queue = new SendQueue(this.#kafka, onNotice);
    this.#quarantine = new Quarantine(this.#kafka, prefix, onNotice);
  }

  async send(records: readonly PlacedRecord[]): Promise<void> {
    checkRecords(records);
    const { prefix } = this.#topics;
    await this.#queue.send(
      records.map((placed) => ({ topic: topicOf(placed.stream, prefix), message: messageOf(placed) })),
    );
  }

  read(starts: readonly StreamStart[], onRecords: (records: readonly ReadRecord[]) => Promise<void>): Reading {
    if (this.#closing.signal.aborted) throw new Error('LOG_CLOSED the log of records has been closed');
    const opened = new KafkaReading({
      kafka: this.#kafka,
      prefix: this.#topics.prefix,
      groupPrefix: this.#clientId,
      quarantine: this.#quarantine,
      onNotice: this.#onNotice,
      starts,
      onRecords,
    });
    const reading: Reading = {
      joined: opened.joined,
      close: () => {
        this.#readings.delete(reading);
        return opened.close();
      },
    };
    this.#readings.add(reading);
    return reading;
  }

  ends(streams: readonly Stream[]): Promise<bigint[]> {
    return asAdmin(this.#kafka, this.#closing.signal, async (admin) => {
      const topics = [...new Set(streams.map((stream) => topicOf(stream, this.#topics.prefix)))];
      const offsets = new Map(
        await Promise.all(topics.map(async (topic) => [topic, await admin.fetchTopicOffsets(topic)] as const)),
      );
      return streams.map((stream) => {
        const topic = topicOf(stream, this.#topics.prefix);
        const found = offsets.get(topic)?.find(({ partition }) => partition === stream.shard);
        if (!found) throw new Error(`LOG_NO_PARTITION ${topic}: there is no partition ${stream.shard}`);
        return BigInt(found.high);
      });
    });
  }

  async ensureTopics(): Promise<readonly Stream[]> {
    const made = new Set<TopicShape>();
    await asAdmin(this.#kafka, this.#closing.signal, (admin) => ensureTopics(admin, this.#topics, made));
    return streamsOf(TOPICS.filter((shape) => made.has(shape)));
  }

  quarantined(): number {
    return this.#quarantine.count;
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.all([...this.#readings].map((reading) => reading.close()));
    await Promise.all([this.#queue.close(), this.#quarantine.close()]);
  }
}
