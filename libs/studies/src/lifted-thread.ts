// A thread of LiftedWorkers.
import { LiftedWorker, type LiftedBeginning } from './lifted-worker';
import type { LiftedInputs } from './lifted-runner';
import { serveJobs } from './serve-jobs';

const worker = new LiftedWorker();

serveJobs({
  begin: (beginning: LiftedBeginning) => worker.begin(beginning),
  delivered: (lifts: LiftedInputs['delivered']) => worker.do('delivered', lifts),
  output: (asked: LiftedInputs['output']) => worker.do('output', asked),
});
