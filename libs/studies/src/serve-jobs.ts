// The worker's side of the pool: takes one job after the other and answers each with its result or its error.
import { parentPort } from 'node:worker_threads';
import { InputError } from '#libs/messages';
import type { JobMessage, JobReply } from './pool';

type Jobs = Readonly<Record<string, (input: never) => Promise<unknown>>>;

/** @param jobs by name; one runs at a time */
export function serveJobs(jobs: Jobs): void {
  const port = parentPort;
  if (!port) throw new Error('this file runs in a worker thread');
  port.on('message', (message: JobMessage) => {
    void answer(jobs, message).then((reply) => port.postMessage(reply));
  });
}

async function answer(jobs: Jobs, { at, job, input }: JobMessage): Promise<JobReply> {
  try {
    if (!Object.hasOwn(jobs, job)) throw new Error(`no job ${job}`);
    return { at, result: await jobs[job](input as never) };
  } catch (error) {
    if (error instanceof InputError) return { at, fault: error.fault };
    return { at, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
