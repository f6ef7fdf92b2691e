// A worker thread of the pool: runs with constraints lifted, from the state that it was given.
import { workerData } from 'node:worker_threads';
import type { Lift } from '#libs/analysis';
import { LiftedRunner, type LiftedStart } from './lifted-runner';
import { serveJobs } from './serve-jobs';

/** What an enterprise would have made on a day. */
export interface OutputAsked {
  readonly lifts: readonly Lift[];
  readonly enterprise: number;
  readonly day: number;
}

const runner = LiftedRunner.from(workerData as LiftedStart);

serveJobs({
  delivered: async (lifts: readonly Lift[]) => (await runner).deliveredYuan(lifts),
  output: async ({ lifts, enterprise, day }: OutputAsked) => (await runner).outputYuan(lifts, enterprise, day),
});
