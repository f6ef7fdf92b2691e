// Runs that go on from one state with constraints lifted: one runner serves many of them, one after the other.
import { DayBoard, ServedFinal, withLifted, type Lift } from '#libs/analysis';
import { Simulation, type SimulatedDay } from '#libs/simulation';
import type { AsItIsPart } from './as-it-is';
import { CalledOff, isCalledOff } from './called-off';
import type { LiftedStart } from './lifted-start';

/** What reaches final demand up to the day before `end`. */
export interface DeliveredAsked {
  readonly lifts: readonly Lift[];
  readonly end: number;
}

/** What an enterprise would have made on a day. */
export interface OutputAsked {
  readonly lifts: readonly Lift[];
  readonly enterprise: number;
  readonly day: number;
}

export interface LiftedInputs {
  readonly asItIs: AsItIsPart;
  readonly delivered: DeliveredAsked;
  readonly output: OutputAsked;
}
export type LiftedJob = keyof LiftedInputs;

export class LiftedRunner {
  readonly #simulation: Simulation;
  readonly #served: ServedFinal;
  #lifts: readonly Lift[] = [];

  /** @param onDayDone awaited after each day of a run */
  constructor(
    private start: LiftedStart,
    private readonly onDayDone: () => Promise<void> | void = () => undefined,
  ) {
    this.#simulation = new Simulation(start.simulated, {
      shards: 1,
      laidOver: (leversOn) => (day) => withLifted(leversOn, this.#lifts, this.start.day)(day),
    });
    this.#served = new ServedFinal(start.simulated.chain);
  }

  /** From another day of a run of that chain, whatever has been decided in it. */
  startFrom(start: LiftedStart): void {
    this.start = start;
    this.#simulation.follow(start.simulated.schedule);
  }

  /**
   * Nothing lifted: value that reaches final demand, yuan at base prices, by day. Called off, of the days that were done;
   * the columns are those of the last of them.
   */
  async asItIs({ after, columns, end, into }: AsItIsPart): Promise<number[]> {
    this.#lifts = [];
    this.#simulation.restore(after, columns);
    const servedYuan: number[] = [];
    const going = this.#goOn(end, ({ frames }) => void servedYuan.push(this.#served.ofDay(frames)));
    await going.catch((error: unknown) => {
      if (!(error instanceof CalledOff)) throw error;
    });
    this.#simulation.snapshots(into);
    return servedYuan;
  }

  /** Value that reaches final demand from the start on, yuan at base prices. @throws CalledOff */
  async delivered({ lifts, end }: DeliveredAsked): Promise<number> {
    let delivered = 0;
    await this.#run(lifts, end, ({ frames }) => void (delivered += this.#served.ofDay(frames)));
    return delivered;
  }

  /** Output of an enterprise on a day, yuan at base prices. @throws CalledOff */
  async output({ lifts, enterprise, day: asked }: OutputAsked): Promise<number> {
    const board = new DayBoard(this.start.simulated.chain);
    await this.#run(lifts, asked + 1, ({ day, frames }) => {
      if (day === asked) board.read(frames);
    });
    return board.outputYuan[enterprise];
  }

  #run(lifts: readonly Lift[], end: number, onDay: (day: SimulatedDay) => void): Promise<void> {
    this.#lifts = lifts;
    this.#simulation.restore(this.start.day - 1, this.start.before);
    return this.#goOn(end, onDay);
  }

  #goOn(end: number, onDay: (day: SimulatedDay) => void): Promise<void> {
    return this.#simulation.runTo(end, async (day) => {
      onDay(day);
      if (isCalledOff(this.start.calledOff)) throw new CalledOff();
      await this.onDayDone();
    });
  }
}
