// A PostgreSQL server on a loopback port, with its data in a folder and kept between starts. It trusts whoever reaches
// the loopback address: for a developer's machine and for tests, not for more.
import { chmodSync, chownSync, existsSync, mkdirSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { localError } from './local-error';
import { endLeftOvers } from './pid-record';
import { databaseAnswers, type ServerOnData } from './postgres-answers';
import { postgresBinaries } from './postgres-binaries';
import { postgresUser, type SystemUser } from './postgres-user';
import { lastLines, spawnDetached, type Spawned } from './spawned';

const READY_TIMEOUT_MS = 20_000;
const INIT_TIMEOUT_MS = 60_000;
const GRACE_MS = 8000;
const POLL_MS = 20;
/** Just after a kill the memory of the killed server is still taken for a moment, and a start is refused. */
const START_TRIES = 5;
const START_PAUSE_MS = 300;
const DATABASE = 'resumption';
const MAX_CONNECTIONS = 60;
/** Laid over ours: the same messages and dates everywhere. */
const ENVIRONMENT = { LC_ALL: 'C', TZ: 'UTC' };

export interface LocalPostgres {
  readonly url: string;
  readonly pid: number;
  /** Resolves when it is gone, with how. */
  readonly exited: Promise<string>;
  /** Ends it at once, its clients with it; what was committed is kept. */
  stop(): Promise<void>;
  /** Kills it (SIGKILL); the next start on its folder mends what that leaves. */
  kill(): Promise<void>;
}

export interface LocalPostgresOptions {
  readonly folder: string;
  readonly port: number;
  readonly log?: (line: string) => void;
}

/** Where things lie in the folder, and as whom the server runs. */
interface Place {
  readonly folder: string;
  readonly data: string;
  readonly logFile: string;
  readonly binaries: string;
  readonly user: SystemUser | undefined;
}

/**
 * Starts PostgreSQL and waits until its database answers; makes both the first time. What an earlier start left running
 * on the folder is ended first.
 * @throws InputError LOCAL_MISSING, LOCAL_POSTGRES_FAILED with what the server said
 */
export async function startLocalPostgres(options: LocalPostgresOptions): Promise<LocalPostgres> {
  const { port, log = () => undefined } = options;
  mkdirSync(options.folder, { recursive: true });
  // As the server names it, without links.
  const folder = realpathSync(options.folder);
  const place = {
    ...{ folder, data: join(folder, 'data'), logFile: join(folder, 'postgres.log') },
    ...{ binaries: postgresBinaries(), user: await postgresUser() },
  };
  if (place.user) chownSync(folder, place.user.uid, place.user.gid);
  await endLeftOvers(folder, GRACE_MS);
  if (!existsSync(place.data)) {
    log(`making a database in ${place.data}`);
    await initialise(place);
  }
  const server = await startServer(place, port);
  const { pid, exited } = server;
  const url = `postgres://postgres@127.0.0.1:${port}/${DATABASE}`;
  return { url, pid, exited, stop: () => server.stop(), kill: () => server.kill() };
}

/** Under another name first: an interrupted one is thrown away by the next start. */
async function initialise(place: Place): Promise<void> {
  const unfinished = `${place.data}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  const args = [
    ...['-D', unfinished, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    ...['--no-instructions'],
  ];
  const making = await run(place, 'initdb', args, [unfinished]);
  const late = setTimeout(() => void making.kill(), INIT_TIMEOUT_MS);
  const how = await making.exited;
  clearTimeout(late);
  if (how !== 'exit code 0') throw failed(place, 'could not make its data', how);
  chmodSync(unfinished, 0o700);
  renameSync(unfinished, place.data);
}

async function startServer(place: Place, port: number): Promise<Spawned> {
  const settings = [
    ...['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'shared_buffers=64MB'],
    ...[`max_connections=${MAX_CONNECTIONS}`, 'log_min_messages=warning'],
  ];
  const args = ['-D', place.data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
  for (let tries = 1; ; tries++) {
    const server = await run(place, 'postgres', args, [place.data]);
    if (await answersInTime(server, { port, data: place.data, database: DATABASE })) return server;
    const how = server.isRunning() ? `no answer within ${READY_TIMEOUT_MS / 1000} s` : await server.exited;
    await server.kill();
    if (tries === START_TRIES) throw failed(place, `did not start on port ${port}`, how);
    await pause(START_PAUSE_MS);
  }
}

async function answersInTime(server: Spawned, where: ServerOnData): Promise<boolean> {
  const deadline = Date.now() + READY_TIMEOUT_MS;
  while (server.isRunning() && Date.now() < deadline) {
    if (await databaseAnswers(where)) return true;
    await pause(POLL_MS);
  }
  return false;
}

function run(place: Place, program: 'initdb' | 'postgres', args: readonly string[], marks: string[]): Promise<Spawned> {
  const { folder, logFile, binaries, user } = place;
  return spawnDetached({
    ...{ name: program, command: join(binaries, 'bin', program), args, folder, logFile, marks: [program, ...marks] },
    ...{ environment: ENVIRONMENT, user: user && { uid: user.uid, gid: user.gid }, graceMs: GRACE_MS },
    // The fast way down: it ends clients instead of waiting until they go.
    stopSignal: 'SIGINT',
  });
}

function failed({ folder, logFile, user }: Place, what: string, how: string): Error {
  const said = lastLines(logFile, 5);
  const reach = user ? ` It runs as ${user.name}, who has to reach the folder.` : '';
  const mend = `More stands in ${logFile}.${reach}`;
  return localError('POSTGRES_FAILED', folder, `PostgreSQL ${what} (${how}): ${said}`, mend);
}
