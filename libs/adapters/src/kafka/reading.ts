// Reading streams from Kafka, over one consumer after the other: what is read and how far outlives each of them.
import type { ReadRecord } from '#libs/messages';
import type { Reading, StreamStart } from '#libs/runtime';
import type { Consumer, EachBatchPayload, Kafka } from 'kafkajs';
import { handOver } from '../log/hand-over';
import { reasonOf, type OnLogNotice } from '../log/notice';
import { pause, pauseMs } from '../log/pause';
import { PAUSES, asAdmin } from './client';
import { HEARTBEAT_MS, liveOnce } from './incarnation';
import { recordOf } from './message';
import { Positions, type Position } from './positions';
import type { ForeignMessage, Quarantine } from './quarantine';

export interface ReadingOptions {
  readonly kafka: Kafka;
  readonly prefix: string;
  readonly groupPrefix: string;
  readonly quarantine: Quarantine;
  readonly onNotice: OnLogNotice;
  readonly starts: readonly StreamStart[];
  readonly onRecords: (records: readonly ReadRecord[]) => Promise<void>;
}

export class KafkaReading implements Reading {
  readonly joined: Promise<void>;
  readonly #closing = new AbortController();
  readonly #positions: Positions;
  readonly #ended: Promise<void>;
  #join!: () => void;
  #tries = 0;
  #work: Promise<void> | undefined;

  constructor(private readonly options: ReadingOptions) {
    this.#positions = new Positions(options.starts, options.prefix);
    this.joined = new Promise((resolve, reject) => {
      this.#join = resolve;
      this.#closing.signal.addEventListener('abort', () => reject(new Error('LOG_CLOSED closed before it had joined')));
    });
    // Who closes before joining need not have asked.
    this.joined.catch(() => undefined);
    this.#ended = this.#live();
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#ended;
    await this.#work;
  }

  async #live(): Promise<void> {
    const { signal } = this.#closing;
    while (!signal.aborted) {
      const failure = await this.#liveOnce().catch((error: unknown) => error);
      if (signal.aborted) return;
      this.options.onNotice({ type: 'ReadingRestarted', reason: reasonOf(failure) });
      await pause(pauseMs(++this.#tries, PAUSES), signal);
    }
  }

  async #liveOnce(): Promise<unknown> {
    const { kafka, groupPrefix } = this.options;
    const { signal } = this.#closing;
    await this.#untilTopicsAreThere();
    if (signal.aborted) return undefined;
    return liveOnce({
      kafka,
      groupPrefix,
      owned: this.#positions.owned,
      eachBatch: (payload) => this.#busyWith(this.#take(payload)),
      onJoin: (consumer) => this.#seek(consumer),
      isBusy: () => this.#work !== undefined,
      signal,
    });
  }

  /** A consumer of a topic or partition that is not there dies in ways of its own: it is not started before. */
  async #untilTopicsAreThere(): Promise<void> {
    const { kafka, onNotice } = this.options;
    const { signal } = this.#closing;
    for (let isTold = false; !signal.aborted;) {
      const missing = await asAdmin(kafka, signal, async (admin) => {
        const there = new Set(await admin.listTopics());
        const topics = this.#positions.topics.filter((topic) => !there.has(topic));
        if (topics.length === 0) await this.#positions.lookUp(admin);
        return topics;
      });
      if (missing.length === 0) return;
      this.#positions.startAnew(missing);
      if (!isTold) onNotice({ type: 'TopicsMissing', topics: missing });
      isTold = true;
      await pause(PAUSES.firstMs, signal);
    }
  }

  /** Synchronous: the first fetch follows the join at once. */
  #seek(consumer: Consumer): void {
    for (const { topic, stream, next } of this.#positions.all()) {
      if (next !== undefined) consumer.seek({ topic, partition: stream.shard, offset: String(next) });
    }
    this.#tries = 0;
    this.#join();
  }

  async #busyWith(work: Promise<void>): Promise<void> {
    this.#work = work;
    try {
      await work;
    } finally {
      this.#work = undefined;
    }
  }

  async #take(payload: EachBatchPayload): Promise<void> {
    const { batch } = payload;
    const position = this.#positions.of(batch.topic, batch.partition);
    const first = batch.firstOffset();
    if (!position || first === null || payload.isStale()) return;
    this.#compare(position, BigInt(first));
    // A lost membership is found by the next heartbeat of kafkajs's own; the handler is not to be disturbed.
    const beats = setInterval(() => void payload.heartbeat().catch(() => undefined), HEARTBEAT_MS);
    try {
      if (!(await this.#handOver(position, batch.messages))) return;
    } finally {
      clearInterval(beats);
    }
    position.next = BigInt(batch.lastOffset()) + 1n;
    payload.resolveOffset(batch.lastOffset());
  }

  /** Kafka goes on from the first record that there is when an offset is not there, without a word. */
  #compare(position: Position, found: bigint): void {
    if (position.next === undefined || position.next === found) return;
    const { stream, next: expected } = position;
    this.options.onNotice({ type: 'PositionMoved', stream, expected, found });
    position.next = found;
  }

  async #handOver({ stream }: Position, messages: EachBatchPayload['batch']['messages']): Promise<boolean> {
    const { onRecords, onNotice, quarantine } = this.options;
    const records: ReadRecord[] = [];
    const foreign: ForeignMessage[] = [];
    for (const message of messages) {
      const offset = BigInt(message.offset);
      const record = recordOf(message);
      if (typeof record === 'string') foreign.push({ stream, offset, reason: record, message });
      else records.push({ stream, record, offset });
    }
    if (foreign.length > 0) await quarantine.take(foreign);
    return records.length === 0 || handOver(records, { onRecords, onNotice, signal: this.#closing.signal });
  }
}
