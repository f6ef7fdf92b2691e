// The thread that compiles, one job after another.
import { parentPort } from 'node:worker_threads';
import { InputError } from '#libs/messages';
import { JOBS } from './jobs';
import type { Outcome, Task } from './told';

parentPort?.on('message', (task: Task) => parentPort?.postMessage(outcomeOf(task)));

function outcomeOf({ number, name, argument }: Task): Outcome {
  try {
    return { number, type: 'done', value: (JOBS[name] as (argument: unknown) => unknown)(argument) };
  } catch (error) {
    if (error instanceof InputError) return { number, type: 'refused', fault: error.fault };
    return { number, type: 'failed', reason: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
