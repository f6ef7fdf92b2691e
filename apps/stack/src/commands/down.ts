// `stack down`: stops services, then servers, and waits until all are gone.
import { setTimeout as pause } from 'node:timers/promises';
import { layoutOf } from '../layout';
import { dropLock, supervisorOf } from '../lock';
import { removeState } from '../state-file';
import { endStackLeftOvers } from '../supervisor';
import { EXIT, type Surroundings } from '../surroundings';
import { reset } from './up';

const POLL_MS = 50;
// Services have 8 s to stop, brokers 10 s.
const DOWN_TIMEOUT_MS = 40_000;

export interface DownOptions {
  readonly reset?: boolean;
  readonly folder?: string;
}

/** @returns the exit code */
export async function down(options: DownOptions, { err }: Surroundings): Promise<number> {
  const layout = layoutOf(options.folder);
  const supervisor = supervisorOf(layout);
  if (supervisor !== undefined) {
    process.kill(supervisor, 'SIGTERM');
    const deadline = Date.now() + DOWN_TIMEOUT_MS;
    while (supervisorOf(layout) === supervisor) {
      if (Date.now() > deadline) process.kill(supervisor, 'SIGKILL');
      await pause(POLL_MS);
    }
  }
  const ended = await endStackLeftOvers(layout);
  dropLock(layout);
  removeState(layout.stateFile);
  if (options.reset) await reset(layout);
  if (supervisor !== undefined) err('the stack is down\n');
  else err(ended > 0 ? `ended ${ended} processes that an earlier stack left\n` : 'nothing runs\n');
  return EXIT.ok;
}
