// Where a stack keeps what: one folder with a part for each server, the logs, the pid records and the state.
import { join, resolve } from 'node:path';
import { postgresFolder, projectRoot } from '#libs/adapters';

export interface StackLayout {
  readonly folder: string;
  /** Rewritten on every change; gone when nothing runs. */
  readonly stateFile: string;
  readonly supervisorLog: string;
  readonly kafka: string;
  readonly postgres: string;
  readonly redis: string;
  /** Pid records and logs of the services. */
  readonly services: string;
  /** Of the gateway: its key, and scenarios of one's own. */
  readonly gateway: string;
}

/** @param typed a folder; `.resumption/stack` of the project otherwise */
export function layoutOf(typed = join(projectRoot(), '.resumption', 'stack')): StackLayout {
  const folder = resolve(typed);
  return {
    folder,
    stateFile: join(folder, 'stack.json'),
    supervisorLog: join(folder, 'supervisor.log'),
    kafka: join(folder, 'kafka'),
    postgres: postgresFolder(folder),
    redis: join(folder, 'redis'),
    services: join(folder, 'services'),
    gateway: join(folder, 'gateway'),
  };
}
