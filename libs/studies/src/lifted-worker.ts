// One of LiftedWorkers, whichever thread it is in: runs with constraints lifted, from the state that it was given last.
import type { Chain } from '#libs/model';
import { CalledOff } from './called-off';
import { LiftedRunner, type LiftedInputs, type LiftedJob } from './lifted-runner';
import type { LiftedStart } from './lifted-start';

/** What a worker is given of a start; no chain where it has that one already. */
export interface LiftedBeginning extends Omit<LiftedStart, 'simulated'> {
  readonly simulated: Omit<LiftedStart['simulated'], 'chain'> & { readonly chain?: Chain };
}

export class LiftedWorker {
  #last: { readonly chain: Chain; readonly runner: LiftedRunner } | undefined;

  /** @param onDayDone awaited after each day of its runs */
  constructor(private readonly onDayDone?: () => Promise<void>) {}

  async begin({ simulated, ...start }: LiftedBeginning): Promise<void> {
    const { chain } = simulated;
    if (chain) {
      this.#last = undefined; // Two at once would take twice the memory.
      const runner = await LiftedRunner.from({ ...start, simulated: { ...simulated, chain } }, this.onDayDone);
      this.#last = { chain, runner };
    } else {
      const { chain: own, runner } = this.#given();
      runner.startFrom({ ...start, simulated: { ...simulated, chain: own } });
    }
  }

  /** @returns NaN where it is called off: nobody reads it, and the worker stays */
  async do<Job extends LiftedJob>(job: Job, input: LiftedInputs[Job]): Promise<number> {
    const { runner } = this.#given();
    try {
      return await runner[job](input as never);
    } catch (error) {
      if (error instanceof CalledOff) return NaN;
      throw error;
    }
  }

  #given(): { readonly chain: Chain; readonly runner: LiftedRunner } {
    if (!this.#last) throw new Error('no chain was given');
    return this.#last;
  }
}
