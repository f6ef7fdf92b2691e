// A worker thread of the pool: runs with constraints lifted, from the state that it was given.
import { workerData } from 'node:worker_threads';
import { LiftedRunner, type LiftedStart } from './lifted-runner';
import { liftedJobs, type LiftedJobs } from './lifted-runs';
import { serveJobs } from './serve-jobs';

const jobs = LiftedRunner.from(workerData as LiftedStart).then(liftedJobs);

const serve =
  <Job extends keyof LiftedJobs>(job: Job) =>
  async (input: never): Promise<number> =>
    (await jobs)[job](input);

serveJobs({ delivered: serve('delivered'), output: serve('output') });
