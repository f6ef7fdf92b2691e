// A process of its own: in its own process group, so that Ctrl-C in the terminal reaches only whoever started it, and with
// its output in a file, so that it outlives the one who started it.
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { dropPidRecord, pidFile, writePidRecord, type PidRecord } from './pid-record';

export interface SpawnOptions {
  /** Names its pid record. */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** Working folder; its pid record lies here too. */
  readonly folder: string;
  /** Laid over the surroundings of this process. */
  readonly environment?: Readonly<Record<string, string>>;
  /** As whom it runs; as we do, unless given. */
  readonly user?: { readonly uid: number; readonly gid: number } | undefined;
  /** File that takes what it prints, appended. */
  readonly logFile: string;
  /** How its command line is known again. */
  readonly marks: readonly string[];
  readonly stopSignal: NodeJS.Signals;
  /** From the stop signal to the kill. */
  readonly graceMs: number;
}

export interface Spawned {
  readonly pid: number;
  /** Resolves when it is gone, with how: `exit code 1`, `signal SIGKILL`, or why it did not start. Never rejects. */
  readonly exited: Promise<string>;
  readonly isRunning: () => boolean;
  /** Asks it to end, kills it after the grace; resolves when it is gone. */
  stop(): Promise<void>;
  /** Kills it (SIGKILL); resolves when it is gone. */
  kill(): Promise<void>;
}

/** Starts a process and records its number. @throws Error when there is no such command */
export async function spawnDetached(options: SpawnOptions): Promise<Spawned> {
  // Loaded here: most who import this library start nothing.
  const { execa } = await import('execa');
  const { name, command, args, folder, environment, user, logFile, marks, stopSignal, graceMs } = options;
  mkdirSync(folder, { recursive: true });
  mkdirSync(dirname(logFile), { recursive: true });
  // A descriptor that the child inherits, not a pipe through this process; execa's types know only the first ten.
  const output = openSync(logFile, 'a') as 9;
  const child = execa(command, args, {
    ...{ cwd: folder, env: environment ?? {}, extendEnv: true, detached: true, cleanup: false },
    ...(user ?? {}),
    ...{ stdin: 'ignore', stdout: output, stderr: output, buffer: false, reject: false },
    ...{ killSignal: stopSignal, forceKillAfterDelay: graceMs },
  });
  closeSync(output);
  const file = pidFile(folder, name);
  const record: PidRecord | undefined = child.pid === undefined ? undefined : { pid: child.pid, marks, stopSignal };
  if (record !== undefined) writePidRecord(file, record);
  let running = true;
  const exited = child.then((result) => {
    running = false;
    if (record !== undefined) dropPidRecord(file, record.pid);
    if (result.signal !== undefined) return `signal ${result.signal}`;
    return result.exitCode === undefined ? (result.shortMessage ?? 'not started') : `exit code ${result.exitCode}`;
  });
  if (record === undefined) throw new Error(`${command} did not start: ${await exited}`);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (running) child.kill(signal);
    await exited;
  };
  return {
    pid: record.pid,
    exited,
    isRunning: () => running,
    stop: () => end(stopSignal),
    kill: () => end('SIGKILL'),
  };
}

/** The last lines of a log, for whoever asks why a process ended. */
export function lastLines(file: string, count: number): string {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count).join('\n');
  } catch {
    return '';
  }
}
