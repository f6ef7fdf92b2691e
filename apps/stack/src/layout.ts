// Where a stack keeps what: one folder with a part for each server, the logs, the pid records and the state.
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { projectRoot } from '#libs/adapters';

const OTHERS_MAY_PASS = 0o001;

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

/**
 * PostgreSQL refuses to run as root: started by root, it runs as a user who cannot pass e.g. /root. Then its data lie below
 * the folder of temporary files, which everybody can pass, under a name made from the stack's.
 */
function postgresFolder(folder: string): string {
  if (process.getuid?.() !== 0 || everybodyPasses(folder)) return join(folder, 'postgres');
  return join(tmpdir(), `resumption-stack-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`);
}

function everybodyPasses(folder: string): boolean {
  // A folder that is still to be made will be passable: so all that counts is what is there.
  const mode = statSync(folder, { throwIfNoEntry: false })?.mode;
  if (mode !== undefined && (mode & OTHERS_MAY_PASS) === 0) return false;
  return folder === dirname(folder) || everybodyPasses(dirname(folder));
}
