// Schedules on several threads at once: each takes the next job when it has done one.
import { Worker } from 'node:worker_threads';
import { addResults, NO_SCHEDULES, type BatchResult, type Seeds } from './schedule-batch';
import type { Job, JobAnswer } from './schedules-worker';

/** Schedules of one job: enough that handing over costs nothing. */
const JOB_SCHEDULES = 100;
/** Of the garbage of schedules nearly nothing lives on, so young space saves most of its collection. */
const YOUNG_MB = 64;

export class ScheduleWorkers {
  readonly #idle: Worker[];
  readonly #all: readonly Worker[];
  #waiting: (() => void)[] = [];

  /** @param file the compiled worker */
  constructor(file: string, count: number) {
    const resourceLimits = { maxYoungGenerationSizeMb: YOUNG_MB };
    this.#all = Array.from({ length: count }, () => new Worker(file, { resourceLimits }));
    this.#idle = [...this.#all];
  }

  /** Runs schedules of consecutive seeds. */
  async run({ from, count }: Seeds): Promise<BatchResult> {
    const jobs: Job[] = [];
    for (let at = 0; at < count; at += JOB_SCHEDULES) {
      jobs.push({ from: from + at, count: Math.min(JOB_SCHEDULES, count - at) });
    }
    const results = await Promise.all(jobs.map((job) => this.#answer(job)));
    return results.reduce(addResults, NO_SCHEDULES);
  }

  /** Runs schedules of a runtime that breaks a rule, until one of them fails. */
  runMutant(mutant: string, seeds: Seeds): Promise<BatchResult> {
    return this.#answer({ ...seeds, mutant });
  }

  async close(): Promise<void> {
    await Promise.all(this.#all.map((worker) => worker.terminate()));
  }

  async #answer(job: Job): Promise<BatchResult> {
    while (this.#idle.length === 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    const worker = this.#idle.splice(0, 1)[0];
    try {
      const answer = await answerOf(worker, job);
      if ('failure' in answer) throw new Error(answer.failure);
      return answer;
    } finally {
      this.#idle.push(worker);
      this.#waiting.shift()?.();
    }
  }
}

function answerOf(worker: Worker, job: Job): Promise<JobAnswer> {
  return new Promise((resolve, reject) => {
    const onError = (error: Error): void => reject(error);
    worker.once('error', onError);
    worker.once('message', (answer: JobAnswer) => {
      worker.off('error', onError);
      resolve(answer);
    });
    worker.postMessage(job);
  });
}
