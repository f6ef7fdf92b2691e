// What is sent waits here until Kafka has it. A stream has at most one request under way, so that a request which is sent
// again can never be overtaken by a later one of its stream; several streams' requests go side by side, so that the
// broker writes one while the next is encoded. Callers await what they send, so they bound what waits.
import type { Kafka, Message, Producer, RecordMetadata, TopicMessages } from 'kafkajs';
import { reasonOf, type OnLogNotice } from '../log/notice';
import { pause, pauseMs } from '../log/pause';
import { PAUSES, RETRY, isOfType } from './client';

/** Most bytes of one request: kafkajs encodes into buffers of a power of two, and a megabyte's are still cheap. */
const MAX_REQUEST_BYTES = 1_000_000;
const MAX_REQUESTS_UNDER_WAY = 3;
/** Longest that the broker may wait for its replicas. */
const ACKS_TIMEOUT_MS = 4_000;
/** No further try would help: the topic's limit is smaller than ours. */
const NEVER_KEPT = ['MESSAGE_TOO_LARGE', 'RECORD_LIST_TOO_LARGE', 'INVALID_TOPIC_EXCEPTION', 'INVALID_RECORD'];

export interface Outgoing {
  readonly topic: string;
  readonly message: Message & { readonly partition: number };
}

interface Waiting extends Outgoing {
  readonly lane: string;
  readonly bytes: number;
  readonly settle: (error?: unknown) => void;
}

export class SendQueue {
  readonly #producer: Producer;
  readonly #closing = new AbortController();
  readonly #busyLanes = new Set<string>();
  #connecting: Promise<void> | undefined;
  #waiting: Waiting[] = [];
  #underWay = 0;

  constructor(
    kafka: Kafka,
    private readonly onNotice: OnLogNotice,
  ) {
    this.#producer = kafka.producer({
      allowAutoTopicCreation: false,
      // The queue keeps the order of a stream; this bounds what is written to a socket at once, metadata included.
      maxInFlightRequests: MAX_REQUESTS_UNDER_WAY + 1,
      idempotent: false,
      metadataMaxAge: 300_000,
      retry: RETRY,
    });
  }

  /** Resolves when all are kept. Rejects when the queue is closed before, or one of them can never be kept. */
  send(outgoing: readonly Outgoing[]): Promise<void> {
    if (this.#closing.signal.aborted) return Promise.reject(closed());
    if (outgoing.length === 0) return Promise.resolve();
    return new Promise((resolve, reject) => {
      let left = outgoing.length;
      const settle = (error?: unknown): void => {
        if (error !== undefined) reject(error instanceof Error ? error : new Error(reasonOf(error)));
        else if (--left === 0) resolve();
      };
      for (const { topic, message } of outgoing) {
        const lane = `${topic}/${message.partition}`;
        this.#waiting.push({ topic, message, lane, bytes: bytesOf(message), settle });
      }
      this.#sendOn();
    });
  }

  async close(): Promise<void> {
    this.#closing.abort();
    for (const { settle } of this.#waiting.splice(0)) settle(closed());
    await this.#connecting?.catch(() => undefined);
    await this.#producer.disconnect().catch(() => undefined);
  }

  #sendOn(): void {
    while (this.#underWay < MAX_REQUESTS_UNDER_WAY) {
      const request = this.#take();
      if (request.length === 0) return;
      this.#underWay++;
      const lanes = new Set(request.map(({ lane }) => lane));
      for (const lane of lanes) this.#busyLanes.add(lane);
      void this.#deliver(request).then((error) => {
        this.#underWay--;
        for (const lane of lanes) this.#busyLanes.delete(lane);
        for (const { settle } of request) settle(error);
        this.#sendOn();
      });
    }
  }

  /** The oldest that may go now, up to a request's size; what is passed over holds back whatever follows it. */
  #take(): Waiting[] {
    const taken: Waiting[] = [];
    const passed = new Set(this.#busyLanes);
    let bytes = 0;
    this.#waiting = this.#waiting.filter((waiting) => {
      const fits = taken.length === 0 || bytes + waiting.bytes <= MAX_REQUEST_BYTES;
      if (passed.has(waiting.lane) || !fits) {
        passed.add(waiting.lane);
        return true;
      }
      taken.push(waiting);
      bytes += waiting.bytes;
      return false;
    });
    return taken;
  }

  /** Sends the same request until all of it is kept; resolves with why it never will be. */
  async #deliver(request: readonly Waiting[]): Promise<Error | undefined> {
    let left = request;
    for (let tries = 1; !this.#closing.signal.aborted; tries++) {
      try {
        await this.#connected();
        const kept = await this.#producer.sendBatch({
          ...{ acks: -1, timeout: ACKS_TIMEOUT_MS },
          topicMessages: byTopic(left),
        });
        left = notKept(left, kept);
        if (left.length === 0) return undefined;
        throw new Error('the broker that leads a partition now was not asked');
      } catch (error) {
        if (isOfType(error, NEVER_KEPT))
          return new Error(`LOG_NEVER_KEPT ${topicsOf(left).join(', ')}: ${reasonOf(error)}`);
        if (this.#closing.signal.aborted) break;
        this.onNotice({ type: 'SendDelayed', tries, reason: reasonOf(error) });
        await pause(pauseMs(tries, PAUSES), this.#closing.signal);
      }
    }
    return closed();
  }

  async #connected(): Promise<void> {
    this.#connecting ??= this.#producer.connect();
    try {
      await this.#connecting;
    } catch (error) {
      this.#connecting = undefined;
      throw error;
    }
  }
}

function topicsOf(request: readonly Waiting[]): string[] {
  return [...new Set(request.map(({ topic }) => topic))];
}

function byTopic(request: readonly Waiting[]): TopicMessages[] {
  return topicsOf(request).map((topic) => ({
    topic,
    messages: request.filter((waiting) => waiting.topic === topic).map(({ message }) => message),
  }));
}

/**
 * What no broker has answered for. kafkajs 2.2.4 reports success without it: where a leader moves to a broker that has
 * answered this request already, its retry does not ask that broker again.
 */
function notKept(request: readonly Waiting[], kept: readonly RecordMetadata[]): readonly Waiting[] {
  const lanes = new Set(kept.map(({ topicName, partition }) => `${topicName}/${partition}`));
  return request.filter(({ lane }) => !lanes.has(lane));
}

function bytesOf({ value, headers = {} }: Message): number {
  let bytes = value?.length ?? 0;
  for (const name in headers) bytes += name.length + (headers[name]?.length ?? 0) + 4;
  return bytes;
}

function closed(): Error {
  return new Error('LOG_CLOSED the log of records has been closed');
}
