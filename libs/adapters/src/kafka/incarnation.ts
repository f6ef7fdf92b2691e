// One life of a consumer: it joins a group of its own, reads until it fails or is told to stop, and is thrown away.
// kafkajs's own restart after a failure races with its disconnecting and can leave a consumer dead for good.
import { randomUUID } from 'node:crypto';
import type { Assignment, Consumer, EachBatchHandler, Kafka } from 'kafkajs';
import { pause } from '../log/pause';
import { RETRY } from './client';
import { ownPartitions } from './own-partitions';

/** How long the broker holds a question for records open: also how long stopping takes at most. */
const MAX_WAIT_MS = 500;
const SESSION_TIMEOUT_MS = 10_000;
export const HEARTBEAT_MS = 2_000;
/** At least one whole request of a sender of each partition, and a day of all of them in one answer. */
const MAX_PARTITION_BYTES = 4 * 1024 * 1024;
const MAX_BYTES = 16 * 1024 * 1024;
/** A consumer that neither fetches nor works for so long has died without saying so. */
const SILENCE_MS = 30_000;
const SILENCE_CHECK_MS = 5_000;
const DISCONNECT_PATIENCE_MS = 5_000;

export interface Life {
  readonly kafka: Kafka;
  readonly groupPrefix: string;
  readonly owned: Assignment;
  readonly eachBatch: EachBatchHandler;
  /** Called at each join, before the first fetch: every join forgets the positions. */
  readonly onJoin: (consumer: Consumer) => void;
  /** Whether a handler is at work: then silence is no sign of death. */
  readonly isBusy: () => boolean;
  readonly signal: AbortSignal;
}

/** Reads until something fails or the signal is aborted; resolves with what failed. */
export async function liveOnce(life: Life): Promise<unknown> {
  const consumer = newConsumer(life);
  const ended = new AbortController();
  try {
    const failed = failureOf(consumer, life, ended.signal);
    await consumer.connect();
    await consumer.subscribe({ topics: Object.keys(life.owned), fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: 1,
      eachBatch: life.eachBatch,
    });
    return await failed;
  } catch (error) {
    return error;
  } finally {
    ended.abort();
    const patience = new AbortController();
    const left = consumer.disconnect().catch(() => undefined);
    await Promise.race([left, pause(DISCONNECT_PATIENCE_MS, patience.signal)]);
    patience.abort();
  }
}

function newConsumer({ kafka, groupPrefix, owned }: Life): Consumer {
  return kafka.consumer({
    groupId: `${groupPrefix}.${randomUUID()}`,
    partitionAssigners: [ownPartitions(owned)],
    allowAutoTopicCreation: false,
    minBytes: 1,
    maxBytes: MAX_BYTES,
    maxBytesPerPartition: MAX_PARTITION_BYTES,
    maxWaitTimeInMs: MAX_WAIT_MS,
    sessionTimeout: SESSION_TIMEOUT_MS,
    rebalanceTimeout: SESSION_TIMEOUT_MS,
    heartbeatInterval: HEARTBEAT_MS,
    metadataMaxAge: 300_000,
    readUncommitted: false,
    retry: { ...RETRY, restartOnFailure: () => Promise.resolve(false) },
  });
}

/** Resolves with why the consumer is of no more use; with undefined when the signal is aborted. */
function failureOf(consumer: Consumer, life: Life, ended: AbortSignal): Promise<unknown> {
  return new Promise((resolve) => {
    let seenMs = performance.now();
    const isSeen = (): void => void (seenMs = performance.now());
    consumer.on(consumer.events.FETCH_START, isSeen);
    consumer.on(consumer.events.CRASH, ({ payload }) => resolve(payload.error));
    consumer.on(consumer.events.GROUP_JOIN, () => {
      isSeen();
      life.onJoin(consumer);
    });
    const checks = setInterval(() => {
      if (life.isBusy()) isSeen();
      else if (performance.now() - seenMs > SILENCE_MS) resolve(new Error('the consumer fell silent'));
    }, SILENCE_CHECK_MS);
    ended.addEventListener('abort', () => clearInterval(checks), { once: true });
    if (life.signal.aborted) resolve(undefined);
    life.signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
}
