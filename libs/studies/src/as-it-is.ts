// What reaches final demand as the run is, without anything lifted: what every relief is held against. From one start to a
// later one of the same run only the days that are missing are computed.
import type { ServedFinal } from '#libs/analysis';
import type { StageSnapshot } from '#libs/kernel';
import type { Simulated, Simulation } from '#libs/simulation';
import { isDeepStrictEqual } from 'node:util';
import { CalledOff, isCalledOff } from './called-off';
import type { LiftedStart } from './lifted-start';

export class AsItIs {
  /** By what the run goes on; undefined before its first day here. */
  #schedule: Simulated['schedule'] | undefined;
  /** Yuan, of the days from `#first` on. */
  #served: number[] = [];
  #first = 0;
  /** Columns after the last of them; the memory is the start's, or our own. */
  #end: readonly StageSnapshot[] = [];
  #own: readonly StageSnapshot[] | undefined;

  /** @param simulation of the run's chain, to be used now and left anywhere */
  constructor(
    private readonly simulation: Simulation,
    private readonly served: ServedFinal,
    private readonly onDayDone: () => Promise<void> | void = () => undefined,
  ) {}

  /** Value that reaches final demand from the start's day to the day before `end`, yuan at base prices. @throws CalledOff */
  async deliveredYuan(start: LiftedStart, end: number): Promise<number> {
    if (!this.#holds(start)) this.#begin(start);
    if (this.#first + this.#served.length < end) await this.#goOn(start, end);
    let delivered = 0;
    for (let day = start.day; day < end; day++) delivered += this.#served[day - this.#first];
    return delivered;
  }

  /** Whether the start lies on the days that are known, or just after them. */
  #holds({ day, simulated }: LiftedStart): boolean {
    const isOnThem = day >= this.#first && day <= this.#first + this.#served.length;
    return isOnThem && this.#schedule !== undefined && isDeepStrictEqual(this.#schedule, simulated.schedule);
  }

  #begin({ day, before, simulated }: LiftedStart): void {
    this.#schedule = simulated.schedule;
    this.#served = [];
    this.#first = day;
    this.#end = before;
  }

  async #goOn({ calledOff }: LiftedStart, end: number): Promise<void> {
    this.simulation.restore(this.#first + this.#served.length - 1, this.#end);
    try {
      await this.simulation.runTo(end, async ({ frames }) => {
        this.#served.push(this.served.ofDay(frames));
        if (isCalledOff(calledOff)) throw new CalledOff();
        await this.onDayDone();
      });
    } finally {
      this.#own = this.simulation.snapshots(this.#own);
      this.#end = this.#own;
    }
  }
}
