// A thread of LiftedWorkers.
import { LiftedWorker, type LiftedBeginning } from './lifted-worker';
import type { LiftedInputs, LiftedJob } from './lifted-runner';
import { serveJobs } from './serve-jobs';

const worker = new LiftedWorker();

const run =
  <Name extends LiftedJob>(job: Name) =>
  (input: LiftedInputs[Name]): Promise<unknown> =>
    worker.do({ job, input });

serveJobs({
  begin: (beginning: LiftedBeginning) => Promise.resolve(worker.begin(beginning)),
  asItIs: run('asItIs'),
  delivered: run('delivered'),
  output: run('output'),
});
