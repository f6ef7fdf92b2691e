// Jobs in worker threads: as many threads as asked for, each taking the next job when it is done with one. Results come
// in the order of the jobs, whichever is done first. Threads end with their jobs, or stay for more of them. Nothing is
// transferred: messages are copies, so that no buffer is ever detached (decisions/0007).
import { availableParallelism } from 'node:os';
import { Worker, type ResourceLimits } from 'node:worker_threads';
import { InputError, type InputFault } from '#libs/messages';

/** More threads than this share one machine's memory badly. */
export const MOST_WORKERS = 64;

export interface Job {
  readonly job: string;
  readonly input: unknown;
}

/** One of a set. */
export interface PoolJob extends Job {
  /** Position of the one that has to be done before it begins, where there is one. */
  readonly after?: number;
}

/** What goes to a worker. */
export interface JobMessage extends Job {
  readonly at: number;
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

/** How one set of jobs is watched, and helped. */
export interface PoolWatch<Result> {
  /** Told as jobs end, in any order. */
  readonly onDone?: ((done: number, result: Result) => void) | undefined;
  /** From then on no job begins: the results that are missing stay missing. */
  readonly isCalledOff?: () => boolean;
  /** Does jobs in this thread as well, the first before all others; threads are given theirs while it waits. */
  readonly here?: (job: Job) => Promise<Result>;
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
  const pool = new WorkerPool(main, shared, Math.min(inputs.length, threadsFor(workers)));
  try {
    return await pool.run<Result>(
      inputs.map((input) => ({ job, input })),
      { onDone },
    );
  } finally {
    await pool.end();
  }
}

/** @param workers as many as cores where left out */
export function threadsFor(workers = availableParallelism()): number {
  return Math.min(MOST_WORKERS, workers);
}

/** Threads that take one set of jobs after the other, until they are ended. */
export class WorkerPool {
  readonly #threads: readonly Worker[];
  /** A thread may end while it has nothing to do: no more jobs are given then. */
  #failure: Error | undefined;

  constructor(main: string, shared: unknown, count: number, resourceLimits?: ResourceLimits) {
    const options = { workerData: shared, ...(resourceLimits && { resourceLimits }) };
    this.#threads = Array.from({ length: count }, () => new Worker(main, options));
    for (const thread of this.#threads) {
      thread.on('error', (error) => (this.#failure ??= error));
      thread.on('exit', (code) => (this.#failure ??= endedWith(code)));
    }
  }

  /** As `runJobs`; one set at a time. After an error the pool is to be ended: its threads may still be at work. */
  async run<Result>(
    jobs: readonly PoolJob[],
    { onDone, isCalledOff = () => false, here }: PoolWatch<Result> = {},
  ): Promise<Result[]> {
    if (this.#failure) throw this.#failure;
    const results = new Array<Result>(jobs.length);
    const held: { readonly after: number; readonly begin: () => void }[] = [];
    let next = 0;
    let done = 0;
    const nextJob = async (): Promise<JobMessage | undefined> => {
      if (next >= jobs.length || isCalledOff()) return undefined;
      const at = next++;
      const { job, input, after } = jobs[at];
      if (after !== undefined && !(after in results)) {
        await new Promise<void>((begin) => held.push({ after, begin }));
      }
      return isCalledOff() ? undefined : { at, job, input };
    };
    const take = (at: number, result: Result): void => {
      results[at] = result;
      for (const { after, begin } of held) if (after === at) begin();
      onDone?.(++done, result);
    };
    const workHere = async (): Promise<void> => {
      if (!here) return;
      for (let job = await nextJob(); job; job = await nextJob()) take(job.at, await here(job));
    };
    await Promise.all([workHere(), ...this.#threads.map((thread) => workOn(thread, nextJob, take))]);
    return results;
  }

  /** Runs the job once in each thread. */
  async runInEach(job: string, input: unknown): Promise<void> {
    if (this.#failure) throw this.#failure;
    await Promise.all(
      this.#threads.map((thread) => {
        const left: JobMessage[] = [{ at: 0, job, input }];
        return workOn(
          thread,
          () => Promise.resolve(left.pop()),
          () => undefined,
        );
      }),
    );
  }

  async end(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.terminate()));
  }
}

function endedWith(code: number): Error {
  return new Error(`a worker ended with ${code}`);
}

/** Gives a thread one job after the other while there are any. */
function workOn<Result>(
  thread: Worker,
  nextJob: () => Promise<JobMessage | undefined>,
  take: (at: number, result: Result) => void,
): Promise<void> {
  const listeners: Parameters<Worker['off']>[] = [];
  const listen = (...[event, listener]: Parameters<Worker['on']>): void => {
    listeners.push([event, listener]);
    thread.on(event, listener);
  };
  return new Promise<void>((resolve, reject) => {
    const give = (): void => {
      nextJob().then((message) => (message ? thread.postMessage(message) : resolve()), reject);
    };
    listen('message', (reply: JobReply) => {
      if ('fault' in reply) return reject(new InputError(reply.fault));
      if ('error' in reply) return reject(new Error(reply.error));
      take(reply.at, reply.result as Result);
      give();
    });
    listen('error', reject);
    listen('exit', (code: number) => reject(endedWith(code)));
    give();
  }).finally(() => listeners.forEach(([event, listener]) => thread.off(event, listener)));
}
