// One of LiftedWorkers, whichever thread it is in: runs with constraints lifted, from the state that it was given last.
import type { Chain } from '#libs/model';
import { CalledOff } from './called-off';
import { LiftedRunner, type LiftedJob } from './lifted-runner';
import type { LiftedStart } from './lifted-start';
import type { Job } from './pool';

/** What a worker is given of a start; no chain where it has that one already. */
export interface LiftedBeginning extends Omit<LiftedStart, 'simulated'> {
  readonly simulated: Omit<LiftedStart['simulated'], 'chain'> & { readonly chain?: Chain };
}

export class LiftedWorker {
  #last: { readonly chain: Chain; readonly runner: LiftedRunner } | undefined;

  /** @param onDayDone awaited after each day of its runs */
  constructor(private readonly onDayDone?: () => Promise<void>) {}

  begin({ simulated, ...start }: LiftedBeginning): void {
    const { chain } = simulated;
    if (chain) {
      this.#last = undefined; // Two at once would take twice the memory.
      const runner = new LiftedRunner({ ...start, simulated: { ...simulated, chain } }, this.onDayDone);
      this.#last = { chain, runner };
    } else {
      const { chain: own, runner } = this.#given();
      runner.startFrom({ ...start, simulated: { ...simulated, chain: own } });
    }
  }

  /** @returns NaN where a run is called off: nobody reads it, and the worker stays */
  async do<Result>({ job, input }: Job): Promise<Result> {
    const { runner } = this.#given();
    try {
      return (await runner[job as LiftedJob](input as never)) as Result;
    } catch (error) {
      if (error instanceof CalledOff) return NaN as Result;
      throw error;
    }
  }

  #given(): { readonly chain: Chain; readonly runner: LiftedRunner } {
    if (!this.#last) throw new Error('no chain was given');
    return this.#last;
  }
}
