// Runs that go on from one state with constraints lifted: one runner serves many of them, one after the other.
import { loadHash64 } from '#libs/adapters';
import { DayBoard, reliefDays, ServedFinal, withLifted, type Lift } from '#libs/analysis';
import type { Hash64 } from '#libs/kernel';
import { Simulation, type SimulatedDay } from '#libs/simulation';
import { AsItIs } from './as-it-is';
import { CalledOff, isCalledOff } from './called-off';
import type { LiftedStart } from './lifted-start';

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
  ) {
    this.#simulation = new Simulation(start.simulated, {
      ...{ shards: 1, hash, digests: false },
      laidOver: (leversOn) => (day) => withLifted(leversOn, this.#lifts, this.start.day)(day),
    });
    this.#served = new ServedFinal(start.simulated.chain);
    this.#asItIs = new AsItIs(this.#simulation, this.#served);
  }

  static async from(start: LiftedStart): Promise<LiftedRunner> {
    return new LiftedRunner(start, await loadHash64());
  }

  /** From another day of a run of that chain, whatever has been decided in it. */
  startFrom(start: LiftedStart): void {
    this.start = start;
    this.#simulation.follow(start.simulated.schedule);
    this.#reliefEnd = undefined;
  }

  /** Value that reaches final demand over the horizon of relief, yuan at base prices. @throws CalledOff */
  async deliveredYuan(lifts: readonly Lift[]): Promise<number> {
    this.#reliefEnd ??= this.start.day + reliefDays(this.start.simulated.chain);
    this.#lifts = lifts;
    if (lifts.length === 0) return this.#asItIs.deliveredYuan(this.start, this.#reliefEnd);
    let delivered = 0;
    await this.#run(lifts, this.#reliefEnd, ({ frames }) => void (delivered += this.#served.ofDay(frames)));
    return delivered;
  }

  /** Output of an enterprise on a day, yuan at base prices. @throws CalledOff */
  async outputYuan(lifts: readonly Lift[], enterprise: number, asked: number): Promise<number> {
    const board = new DayBoard(this.start.simulated.chain);
    await this.#run(lifts, asked + 1, ({ day, frames }) => {
      if (day === asked) board.read(frames);
    });
    return board.outputYuan[enterprise];
  }

  #run(lifts: readonly Lift[], end: number, onDay: (day: SimulatedDay) => void): Promise<void> {
    this.#lifts = lifts;
    this.#simulation.restore(this.start.day - 1, this.start.before);
    return this.#simulation.runTo(end, (day) => {
      if (isCalledOff(this.start.calledOff)) throw new CalledOff();
      onDay(day);
    });
  }
}
