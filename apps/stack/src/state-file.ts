// The state of a stack on disk: who runs where. Commands and whoever runs a scenario on the stack read it.
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export interface ProcessState {
  readonly name: string;
  /** null while it is being started again. */
  readonly pid: number | null;
  readonly port: number;
  readonly restarts: number;
  /** The last day that a service has told, null where it tells none. */
  readonly day: number | null;
}

export interface StackState {
  readonly phase: 'starting' | 'up' | 'stopping';
  readonly supervisorPid: number;
  /** host:port each. */
  readonly kafka: readonly string[];
  readonly postgresUrl: string;
  readonly redisUrl: string;
  /** Start of the names of its topics. */
  readonly prefix: string;
  readonly servers: readonly ProcessState[];
  readonly services: readonly ProcessState[];
}

/** Whoever reads meanwhile finds the old state or the new one. */
export function writeState(file: string, state: StackState): void {
  mkdirSync(dirname(file), { recursive: true });
  const partial = `${file}.${state.supervisorPid}`;
  writeFileSync(partial, `${JSON.stringify(state, null, 2)}\n`);
  renameSync(partial, file);
}

/** The state, or undefined when nothing was left there. */
export function readState(file: string): StackState | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as StackState;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

export function removeState(file: string): void {
  rmSync(file, { force: true });
}
