// `stack status`: who runs where, how often it was started again, and the day that it has come to.
import { layoutOf } from '../layout';
import { supervisorOf } from '../lock';
import { readState, type ProcessState } from '../state-file';
import { EXIT, type Surroundings } from '../surroundings';
import { drawAddresses, drawProcesses, processesOf } from '../table';

export interface StatusOptions {
  readonly json?: boolean;
  readonly folder?: string;
}

/** @returns the exit code: 3 when nothing runs */
export function status(options: StatusOptions, { out, err }: Surroundings): number {
  const layout = layoutOf(options.folder);
  const state = readState(layout.stateFile);
  const supervisor = supervisorOf(layout);
  const all = state === undefined ? [] : processesOf(state);
  const rows = supervisor === undefined ? all.filter(isAlive) : all;
  if (supervisor === undefined && rows.length === 0) {
    if (options.json) out('[]\n');
    err('nothing runs; start it with `npm run stack -- up`\n');
    return EXIT.nothing;
  }
  if (options.json) out(`${JSON.stringify(rows)}\n`);
  else if (state === undefined) out(`${drawProcesses(rows)}\n`);
  else out(`${drawProcesses(rows)}\n\n${drawAddresses(state, layout)}\n`);
  if (supervisor === undefined) err('their supervisor is gone; `npm run stack -- up` starts anew\n');
  else if (state?.phase === 'starting') err('the stack is still starting\n');
  return EXIT.ok;
}

function isAlive({ pid }: ProcessState): boolean {
  try {
    return pid !== null && process.kill(pid, 0);
  } catch {
    return false;
  }
}
