// The system's redis-server on a loopback port. It holds the live picture only, so that it may forget the oldest when it
// is full, and is off by a second at most after a kill.
import { mkdirSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isAbsent, runCommand } from './command';
import { INSTALL, missing } from './local-error';
import { endLeftOvers } from './pid-record';
import { lastLines, spawnDetached } from './spawned';

const READY_TIMEOUT_MS = 10_000;
const ANSWER_TIMEOUT_MS = 500;
const POLL_MS = 20;
const GRACE_MS = 5000;
const MAX_MEMORY = '64mb';

export interface LocalRedis {
  readonly url: string;
  readonly pid: number;
  /** Resolves when it is gone, with how. */
  readonly exited: Promise<string>;
  stop(): Promise<void>;
  /** Kills it (SIGKILL). */
  kill(): Promise<void>;
}

interface LocalRedisOptions {
  readonly folder: string;
  readonly port: number;
  readonly log?: (line: string) => void;
}

/**
 * Starts Redis and waits until it answers. What an earlier start left running on the folder is ended first.
 * @throws InputError LOCAL_MISSING
 */
export async function startLocalRedis({ folder, port }: LocalRedisOptions): Promise<LocalRedis> {
  if (isAbsent(await runCommand('redis-server', ['--version'], { timeoutMs: READY_TIMEOUT_MS }))) {
    throw missing('redis-server', INSTALL.redis);
  }
  mkdirSync(folder, { recursive: true });
  await endLeftOvers(folder, GRACE_MS);
  const logFile = join(folder, 'redis.log');
  const server = await spawnDetached({
    name: 'redis',
    command: 'redis-server',
    args: [
      ...['--bind', '127.0.0.1', '--port', String(port), '--dir', folder, '--daemonize', 'no'],
      ...['--save', '', '--appendonly', 'yes', '--appendfsync', 'everysec'],
      ...['--maxmemory', MAX_MEMORY, '--maxmemory-policy', 'allkeys-lru', '--loglevel', 'warning'],
    ],
    folder,
    logFile,
    // It writes its own title: `redis-server 127.0.0.1:PORT`.
    marks: ['redis-server', String(port)],
    stopSignal: 'SIGTERM',
    graceMs: GRACE_MS,
  });
  const deadline = Date.now() + READY_TIMEOUT_MS;
  while (!(await redisAnswers(port))) {
    if (!server.isRunning()) throw new Error(`redis-server ended:\n${lastLines(logFile, 5)}`);
    if (Date.now() > deadline) {
      await server.kill();
      throw new Error(`redis-server did not answer within ${READY_TIMEOUT_MS / 1000} s.`);
    }
    await pause(POLL_MS);
  }
  const { pid, exited } = server;
  return { url: `redis://127.0.0.1:${port}`, pid, exited, stop: () => server.stop(), kill: () => server.kill() };
}

/** Whether PING is answered; not while it still reads its file. */
function redisAnswers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host: '127.0.0.1', port });
    const done = (answers: boolean): void => {
      socket.destroy();
      resolve(answers);
    };
    socket.setTimeout(ANSWER_TIMEOUT_MS, () => done(false));
    socket.once('error', () => done(false));
    socket.once('connect', () => socket.write('PING\r\n'));
    socket.once('data', (answer) => done(answer.toString('latin1').startsWith('+PONG')));
  });
}
