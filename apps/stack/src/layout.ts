// Where a stack keeps what: one folder with a part for each server, the logs, the pid records and the state.
import { join } from 'node:path';
import { projectRoot } from '#libs/adapters';

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
}

/** @param folder as typed; `.resumption/stack` of the project otherwise */
export function layoutOf(folder = join(projectRoot(), '.resumption', 'stack')): StackLayout {
  return {
    folder,
    stateFile: join(folder, 'stack.json'),
    supervisorLog: join(folder, 'supervisor.log'),
    kafka: join(folder, 'kafka'),
    postgres: join(folder, 'postgres'),
    redis: join(folder, 'redis'),
    services: join(folder, 'services'),
  };
}
