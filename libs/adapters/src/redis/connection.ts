// A connection to Redis that may be away at any time: commands fail at once instead of queueing, reconnecting never ends.
import type { Redis } from 'ioredis';

/** What one command may take, in milliseconds; a hung server costs no more. */
export const COMMAND_TIMEOUT_MS = 500;

export interface ConnectionOptions {
  readonly url: string;
  /** Shown by CLIENT LIST. */
  readonly name: string;
  /** Undefined where connections wait for messages and not for answers. */
  readonly commandTimeoutMs: number | undefined;
  /** Told once each time the connection is lost or cannot be made, not at each try. */
  readonly onAway: (error: Error) => void;
}

/** Makes the connection; it is begun by `connect()`. */
export async function redisConnection({ url, name, commandTimeoutMs, onAway }: ConnectionOptions): Promise<Redis> {
  // Loaded here, for it takes 0.1 s, and most who import this library need no Redis.
  const { Redis } = await import('ioredis');
  const redis = new Redis(url, {
    connectionName: name,
    lazyConnect: true,
    connectTimeout: 1000,
    commandTimeout: commandTimeoutMs,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    enableReadyCheck: true,
    autoResubscribe: false,
    autoResendUnfulfilledCommands: false,
    keepAlive: 5000,
    retryStrategy: (tries) => Math.min(50 * tries, 500),
  });
  let isAway = false;
  // Without a listener an error of the socket would end the process.
  redis.on('error', (error: Error) => {
    if (!isAway) onAway(error);
    isAway = true;
  });
  redis.on('ready', () => (isAway = false));
  return redis;
}
