// Several runs that go on from one state, each with other constraints lifted: in threads, or in the caller's own where
// there is to be one worker.
import type { Lift } from '#libs/analysis';
import { LiftedRunner } from './lifted-runner';
import type { LiftedStart } from './lifted-start';
import { CalledOff, isCalledOff } from './called-off';
import { LiftedThreads, type LiftedWatch } from './lifted-threads';
import { threadsFor } from './pool';

/** What an enterprise would have made on a day. */
export interface OutputAsked {
  readonly lifts: readonly Lift[];
  readonly enterprise: number;
  readonly day: number;
}

interface Inputs {
  /** What reaches final demand. */
  readonly delivered: readonly Lift[];
  readonly output: OutputAsked;
}

export type LiftedJobs = { readonly [Job in keyof Inputs]: (input: Inputs[Job]) => Promise<number> };

export function liftedJobs(runner: LiftedRunner): LiftedJobs {
  return {
    delivered: (lifts) => runner.deliveredYuan(lifts),
    output: ({ lifts, enterprise, day }) => runner.outputYuan(lifts, enterprise, day),
  };
}

export interface LiftedWork extends LiftedWatch {
  /** As many as cores where left out. */
  readonly workers?: number | undefined;
  /** Threads that are there already, and stay; otherwise they end with these runs. */
  readonly threads?: LiftedThreads | undefined;
}

/** @returns in the order of the inputs; the same with any number of workers. @throws CalledOff */
export async function liftedRuns<Job extends keyof Inputs>(
  start: LiftedStart,
  job: Job,
  inputs: readonly Inputs[Job][],
  { workers, threads, ...watch }: LiftedWork,
): Promise<number[]> {
  if (inputs.length === 0) return [];
  if (threads) return threads.run(start, job, inputs, watch);
  if (workers !== 1) {
    const own = new LiftedThreads(Math.min(inputs.length, threadsFor(workers)));
    try {
      return await own.run(start, job, inputs, watch);
    } finally {
      await own.end();
    }
  }
  const jobs = liftedJobs(await LiftedRunner.from({ ...start, calledOff: watch.calledOff }));
  const results: number[] = [];
  for (const input of inputs) {
    if (isCalledOff(watch.calledOff)) throw new CalledOff();
    results.push(await jobs[job](input));
    watch.onDone?.(results.length);
  }
  return results;
}
