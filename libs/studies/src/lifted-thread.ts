// A worker thread of LiftedThreads: runs with constraints lifted, from the state that it was given last.
import type { Chain } from '#libs/model';
import { CalledOff } from './called-off';
import { LiftedRunner } from './lifted-runner';
import { liftedJobs, type LiftedJobs } from './lifted-runs';
import type { LiftedBeginning } from './lifted-threads';
import { serveJobs } from './serve-jobs';

let last: { readonly chain: Chain; readonly runner: LiftedRunner; readonly jobs: LiftedJobs } | undefined;

async function begin({ simulated, ...start }: LiftedBeginning): Promise<void> {
  const { chain } = simulated;
  if (chain) {
    last = undefined; // Two at once would take twice the memory.
    const runner = await LiftedRunner.from({ ...start, simulated: { ...simulated, chain } });
    last = { chain, runner, jobs: liftedJobs(runner) };
  } else {
    if (!last) throw new Error('no chain was given');
    last.runner.startFrom({ ...start, simulated: { ...simulated, chain: last.chain } });
  }
}

const serve =
  <Job extends keyof LiftedJobs>(job: Job) =>
  async (input: never): Promise<number> => {
    if (!last) throw new Error('no state was given');
    try {
      return await last.jobs[job](input);
    } catch (error) {
      if (error instanceof CalledOff) return NaN; // Nobody reads it, and the thread stays.
      throw error;
    }
  };

serveJobs({ begin, delivered: serve('delivered'), output: serve('output') });
