// When a broker is ready: not when its port opens, but when it answers for the cluster and for groups of readers.
import { setTimeout as pause } from 'node:timers/promises';
import type { Admin } from 'kafkajs';

const POLL_MS = 100;
const GROUP = 'resumption.is-ready';

export interface KafkaReadiness {
  /** host:port of the brokers to ask. */
  readonly brokers: readonly string[];
  /** Ids that have to be registered. */
  readonly nodeIds: readonly number[];
  readonly timeoutMs: number;
  /** Why waiting is in vain, as soon as it is. */
  readonly hopeless: () => string | undefined;
}

/** Waits until the brokers are registered and group coordination answers. @throws Error after the time, or when hopeless */
export async function kafkaReady({ brokers, nodeIds, timeoutMs, hopeless }: KafkaReadiness): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const lack = await lackOf(brokers, nodeIds);
    if (lack === undefined) return;
    const reason = hopeless();
    if (reason !== undefined) throw new Error(reason);
    if (Date.now() > deadline) throw new Error(`Kafka was not ready after ${timeoutMs / 1000} s: ${lack}`);
    await pause(POLL_MS);
  }
}

async function lackOf(brokers: readonly string[], nodeIds: readonly number[]): Promise<string | undefined> {
  const { Kafka, logLevel } = await import('kafkajs');
  const kafka = new Kafka({
    ...{ clientId: 'resumption-is-ready', brokers: [...brokers], logLevel: logLevel.NOTHING },
    ...{ connectionTimeout: 500, requestTimeout: 2000, retry: { retries: 0, initialRetryTime: 50, maxRetryTime: 50 } },
  });
  const admin = kafka.admin({ retry: { retries: 0, initialRetryTime: 50, maxRetryTime: 50 } });
  try {
    await admin.connect();
    return await ask(admin, nodeIds);
  } catch (error) {
    return (error as Error).message;
  } finally {
    await admin.disconnect().catch(() => undefined);
  }
}

async function ask(admin: Admin, nodeIds: readonly number[]): Promise<string | undefined> {
  const cluster = await admin.describeCluster();
  const known = new Set(cluster.brokers.map(({ nodeId }) => nodeId));
  const absent = nodeIds.filter((id) => !known.has(id));
  if (absent.length > 0) return `brokers ${absent.join(', ')} are not registered`;
  // Makes the topic of offsets on a new cluster, so that the first reader does not wait for it; throws while it loads.
  await admin.describeGroups([GROUP]);
  return undefined;
}
