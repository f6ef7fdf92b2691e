// Relief of one day: the run goes on from the end of the day before with one constraint lifted, and what reaches final
// demand over the horizon is held against the run as it is. One runner serves many relaxations of one day.
import { loadHash64, type Archive } from '#libs/adapters';
import { liftsByConstraints, liftsByLosses, reliefDays, ServedFinal, withLifted, type Lift } from '#libs/analysis';
import type { Hash64, StageSnapshot } from '#libs/kernel';
import { LOSS_CAUSES } from '#libs/messages';
import type { CompiledScenario } from '#libs/scenario';
import { recomputeDays } from './archived';
import { Simulation, type Simulated } from './simulate';

/** Given to each worker once: the state from which the day starts. */
export interface ReliefStart {
  readonly day: number;
  readonly simulated: Simulated;
  /** Columns at the end of the day before. */
  readonly before: readonly StageSnapshot[];
}

/** The state from which the day starts, and what is worth lifting on it. */
export async function reliefStart(
  folder: string,
  archive: Archive,
  day: number,
): Promise<{ compiled: CompiledScenario; start: ReliefStart; lifts: Lift[] }> {
  const { compiled, simulation } = await recomputeDays(folder, { from: day, to: day - 1 }, () => undefined);
  const { chain, schedule, spec } = compiled;
  const start = { day, simulated: { chain, schedule, spec: { seed: spec.seed } }, before: simulation.snapshots() };
  const rows = await archive.losses();
  if (rows)
    return { compiled, start, lifts: liftsByLosses(chain, rows.filter((row) => row['day'] === day).map(lossOf)) };
  const lifts: Lift[] = [];
  await simulation.runTo(day + 1, ({ frames }) => void lifts.push(...liftsByConstraints(chain, frames)));
  return { compiled, start, lifts };
}

function lossOf(row: Readonly<Record<string, unknown>>): Parameters<typeof liftsByLosses>[1][number] {
  const cause = LOSS_CAUSES.find((one) => one === row['cause']);
  return { cause, origin: String(row['origin']), lostYuan: Number(row['lostValueAddedYuan']) };
}

/** Follows one relaxation after the other from the same start. */
export class ReliefRunner {
  readonly #simulation: Simulation;
  readonly #served: ServedFinal;
  readonly #end: number;
  #lifts: readonly Lift[] = [];

  private constructor(
    private readonly start: ReliefStart,
    hash: Hash64,
  ) {
    const { simulated, day } = start;
    this.#simulation = new Simulation(simulated, {
      ...{ shards: 1, hash, digests: false },
      laidOver: (leversOn) => (today) => withLifted(leversOn, this.#lifts, day)(today),
    });
    this.#served = new ServedFinal(simulated.chain);
    this.#end = day + reliefDays(simulated.chain);
  }

  static async from(start: ReliefStart): Promise<ReliefRunner> {
    return new ReliefRunner(start, await loadHash64());
  }

  /** Value that reaches final demand over the horizon with these lifted, yuan at base prices. */
  async deliveredYuan(lifts: readonly Lift[]): Promise<number> {
    const { day, before } = this.start;
    this.#lifts = lifts;
    this.#simulation.restore(day - 1, before);
    let delivered = 0;
    await this.#simulation.runTo(this.#end, ({ frames }) => void (delivered += this.#served.ofDay(frames)));
    return delivered;
  }
}
