// A worker thread of LiftedThreads: runs with constraints lifted, from the state that it was given last.
import type { Chain } from '#libs/model';
import { LiftedRunner } from './lifted-runner';
import { liftedJobs, type LiftedJobs } from './lifted-runs';
import type { LiftedBeginning } from './lifted-threads';
import { serveJobs } from './serve-jobs';

let chain: Chain | undefined;
let jobs: LiftedJobs | undefined;

async function begin({ day, before, simulated }: LiftedBeginning): Promise<void> {
  chain = simulated.chain ?? chain;
  if (!chain) throw new Error('no chain was given');
  jobs = undefined; // Two at once would take twice the memory.
  jobs = liftedJobs(await LiftedRunner.from({ day, before, simulated: { ...simulated, chain } }));
}

const serve =
  <Job extends keyof LiftedJobs>(job: Job) =>
  async (input: never): Promise<number> => {
    if (!jobs) throw new Error('no state was given');
    return jobs[job](input);
  };

serveJobs({ begin, delivered: serve('delivered'), output: serve('output') });
