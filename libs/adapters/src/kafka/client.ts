// The client of Kafka and its patience. Everything that kafkajs would retry is written out: its own defaults differ with
// NODE_ENV, and a client's do not reach its consumers. kafkajs gives up within seconds; our loops around it do not.
import './quiet-queue';
import './rope-encoder';
import { connect } from 'node:net';
import { Kafka, logLevel, type Admin, type RetryOptions } from 'kafkajs';
import { pause, pauseMs, type Pauses } from '../log/pause';

export const RETRY = {
  initialRetryTime: 50,
  maxRetryTime: 300,
  multiplier: 2,
  factor: 0.2,
  retries: 8,
} as const satisfies RetryOptions;

/** Between tries of ours. */
export const PAUSES: Pauses = { firstMs: 100, mostMs: 1_000 };

const CONNECTION_TIMEOUT_MS = 1_000;
const REQUEST_TIMEOUT_MS = 5_000;
/** A question to the broker (offsets, topics) is asked again for so long: longer than a broker takes to restart. */
const ADMIN_PATIENCE_MS = 60_000;

export function kafkaClient(brokers: readonly string[], clientId: string): Kafka {
  return new Kafka({
    brokers: [...brokers],
    clientId,
    connectionTimeout: CONNECTION_TIMEOUT_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    enforceRequestTimeout: true,
    retry: RETRY,
    // What went wrong is told by notices, once, instead of on standard output by each layer of kafkajs.
    logLevel: logLevel.NOTHING,
    // As kafkajs does it, but without Nagle's wait: a day is many small requests, each waited for.
    socketFactory: ({ host, port, onConnect }) =>
      connect({ host, port, noDelay: true, keepAlive: true, keepAliveInitialDelay: 60_000 }, onConnect),
  });
}

/**
 * Asks the broker as an administrator, again and again while it is away.
 * @throws Error when it is away for a minute, or the signal is aborted
 */
export async function asAdmin<T>(kafka: Kafka, signal: AbortSignal, ask: (admin: Admin) => Promise<T>): Promise<T> {
  const deadlineMs = performance.now() + ADMIN_PATIENCE_MS;
  for (let tries = 1; ; tries++) {
    const admin = kafka.admin({ retry: RETRY });
    try {
      await admin.connect();
      return await ask(admin);
    } catch (error) {
      if (signal.aborted || performance.now() > deadlineMs || isFinal(error)) throw error;
      await pause(pauseMs(tries, PAUSES), signal);
    } finally {
      await admin.disconnect().catch(() => undefined);
    }
  }
}

/** Whether an error of Kafka's protocol, possibly wrapped by retries, is of one of these types. */
export function isOfType(error: unknown, types: readonly string[]): boolean {
  for (let at = error, depth = 0; at instanceof Error && depth < 8; at = at.cause, depth++) {
    if ('type' in at && types.includes(String(at.type))) return true;
  }
  return false;
}

/** An answer of ours, which no further try would change. */
function isFinal(error: unknown): boolean {
  return error instanceof Error && error.name === 'InputError';
}
