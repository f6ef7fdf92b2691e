// Runs that go on from one state with constraints lifted: one runner serves many of them, one after the other.
import { loadHash64 } from '#libs/adapters';
import { DayBoard, reliefDays, ServedFinal, withLifted, type Lift } from '#libs/analysis';
import type { Hash64 } from '#libs/kernel';
import { Simulation, type SimulatedDay } from '#libs/simulation';
import { AsItIs } from './as-it-is';
import { CalledOff, isCalledOff } from './called-off';
import type { LiftedStart } from './lifted-start';

/** What an enterprise would have made on a day. */
export interface OutputAsked {
  readonly lifts: readonly Lift[];
  readonly enterprise: number;
  readonly day: number;
}

export interface LiftedInputs {
  /** What reaches final demand. */
  readonly delivered: readonly Lift[];
  readonly output: OutputAsked;
}
export type LiftedJob = keyof LiftedInputs;

export class LiftedRunner {
  readonly #simulation: Simulation;
  readonly #served: ServedFinal;
  readonly #asItIs: AsItIs;
  /** The day after the horizon of relief, once it has been asked for. */
  #reliefEnd: number | undefined;
  #lifts: readonly Lift[] = [];

  private constructor(
    private start: LiftedStart,
    hash: Hash64,
    private readonly onDayDone: () => Promise<void> | void,
  ) {
    this.#simulation = new Simulation(start.simulated, {
      ...{ shards: 1, hash, digests: false },
      laidOver: (leversOn) => (day) => withLifted(leversOn, this.#lifts, this.start.day)(day),
    });
    this.#served = new ServedFinal(start.simulated.chain);
    this.#asItIs = new AsItIs(this.#simulation, this.#served, onDayDone);
  }

  /** @param onDayDone awaited after each day of a run */
  static async from(
    start: LiftedStart,
    onDayDone: () => Promise<void> | void = () => undefined,
  ): Promise<LiftedRunner> {
    return new LiftedRunner(start, await loadHash64(), onDayDone);
  }

  /** From another day of a run of that chain, whatever has been decided in it. */
  startFrom(start: LiftedStart): void {
    this.start = start;
    this.#simulation.follow(start.simulated.schedule);
    this.#reliefEnd = undefined;
  }

  /** Value that reaches final demand over the horizon of relief, yuan at base prices. @throws CalledOff */
  async delivered(lifts: readonly Lift[]): Promise<number> {
    this.#reliefEnd ??= this.start.day + reliefDays(this.start.simulated.chain);
    this.#lifts = lifts;
    if (lifts.length === 0) return this.#asItIs.deliveredYuan(this.start, this.#reliefEnd);
    let delivered = 0;
    await this.#run(lifts, this.#reliefEnd, ({ frames }) => void (delivered += this.#served.ofDay(frames)));
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
    return this.#simulation.runTo(end, async (day) => {
      if (isCalledOff(this.start.calledOff)) throw new CalledOff();
      onDay(day);
      await this.onDayDone();
    });
  }
}
