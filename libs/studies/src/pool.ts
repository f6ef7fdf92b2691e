// Jobs in worker threads: as many threads as asked for, each taking the next job when it is done with one. Results come
// in the order of the jobs, whichever is done first. Nothing is transferred: messages are copies, so that no buffer is
// ever detached (decisions/0007).
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { InputError, type InputFault } from '#libs/messages';

/** More threads than this share one machine's memory badly. */
export const MOST_WORKERS = 64;

/** What goes to a worker. */
export interface JobMessage {
  readonly at: number;
  readonly job: string;
  readonly input: unknown;
}

/** What comes back: a result, or why there is none. */
export type JobReply =
  | { readonly at: number; readonly result: unknown }
  | { readonly at: number; readonly fault: InputFault }
  | { readonly at: number; readonly error: string };

export interface PoolOptions<Result> {
  /** File that calls `serveJobs`. */
  readonly main: string;
  /** Given to each worker once, for all of its jobs. */
  readonly shared: unknown;
  /** As many as cores where left out. */
  readonly workers?: number | undefined;
  /** Told as jobs end, in any order. */
  readonly onDone?: (done: number, result: Result) => void;
}

/**
 * Runs a job of that name for each input.
 * @returns results in the order of the inputs
 * @throws the first error of a job, as it was thrown there if it is an InputError; all workers end with it
 */
export async function runJobs<Result>(
  job: string,
  inputs: readonly unknown[],
  { main, shared, workers, onDone }: PoolOptions<Result>,
): Promise<Result[]> {
  const count = Math.min(inputs.length, MOST_WORKERS, workers ?? availableParallelism());
  const threads = Array.from({ length: count }, () => new Worker(main, { workerData: shared }));
  const results = new Array<Result>(inputs.length);
  let next = 0;
  let done = 0;
  const work = (thread: Worker): Promise<void> =>
    new Promise((resolve, reject) => {
      const give = (): void => {
        if (next >= inputs.length) return resolve();
        const message: JobMessage = { at: next, job, input: inputs[next] };
        next++;
        thread.postMessage(message);
      };
      thread.on('message', (reply: JobReply) => {
        if ('fault' in reply) return reject(new InputError(reply.fault));
        if ('error' in reply) return reject(new Error(reply.error));
        results[reply.at] = reply.result as Result;
        onDone?.(++done, results[reply.at]);
        give();
      });
      thread.on('error', reject);
      thread.on('exit', (code) => reject(new Error(`a worker ended with ${code}`)));
      give();
    });
  try {
    await Promise.all(threads.map(work));
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
  return results;
}
