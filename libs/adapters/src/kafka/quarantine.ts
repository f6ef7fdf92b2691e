// Messages that are no records of ours: counted, copied with where they were found, and skipped. The copy is made with
// little patience, for the reading waits meanwhile and the message itself is still where it was.
import { topicOf, type Stream } from '#libs/messages';
import type { Kafka, KafkaMessage, Producer } from 'kafkajs';
import { reasonOf, type OnLogNotice } from '../log/notice';
import { RETRY } from './client';

const COPY_TRIES = 3;

export interface ForeignMessage {
  readonly stream: Stream;
  readonly offset: bigint;
  readonly reason: string;
  readonly message: KafkaMessage;
}

export function quarantineTopic(prefix: string): string {
  return `${prefix}.quarantine.v1`;
}

export class Quarantine {
  #producer: Producer | undefined;
  #count = 0;

  constructor(
    private readonly kafka: Kafka,
    private readonly prefix: string,
    private readonly onNotice: OnLogNotice,
  ) {}

  /** Messages taken since the log was opened; one that is read again counts again. */
  get count(): number {
    return this.#count;
  }

  /** Never rejects. */
  async take(foreign: readonly ForeignMessage[]): Promise<void> {
    this.#count += foreign.length;
    const failure = await this.#copy(foreign).catch(reasonOf);
    for (const { stream, offset, reason } of foreign) {
      const isCopied = failure === undefined;
      const words = isCopied ? reason : `${reason}; no copy: ${failure}`;
      this.onNotice({ type: 'MessageQuarantined', stream, offset, reason: words, isCopied });
    }
  }

  async close(): Promise<void> {
    await this.#producer?.disconnect().catch(() => undefined);
  }

  async #copy(foreign: readonly ForeignMessage[]): Promise<undefined> {
    this.#producer ??= this.kafka.producer({
      allowAutoTopicCreation: false,
      maxInFlightRequests: 1,
      idempotent: false,
      retry: { ...RETRY, retries: COPY_TRIES },
    });
    await this.#producer.connect();
    for (const { stream, offset, reason, message } of foreign) {
      const headers = {
        ...message.headers,
        quarantine_topic: topicOf(stream, this.prefix),
        quarantine_partition: String(stream.shard),
        quarantine_offset: String(offset),
        quarantine_reason: reason,
      };
      const copy = { key: message.key, value: message.value, headers, partition: 0 };
      await this.#producer.send({ acks: -1, topic: quarantineTopic(this.prefix), messages: [copy] });
    }
    return undefined;
  }
}
