// Days of a run computed again, from the nearest state that is known.
import type { StageSnapshot } from '#libs/kernel';
import type { CompiledScenario } from '#libs/scenario';
import { Simulation, type SimulatedDay } from '#libs/simulation';

/** Every stage's columns at the end of a day. */
export interface StateOfDay {
  readonly day: number;
  /** Not there where the simulation stands at that day, and nobody has asked for them. */
  readonly stages?: readonly StageSnapshot[] | undefined;
  /** Of that chain and seed, to be put back to that day and used again: opening another takes as long as several days. */
  readonly simulation?: Simulation | undefined;
}

export interface DaysAsked {
  readonly from: number;
  readonly to: number;
  /** Before `from`; from the run's beginning without it. */
  readonly nearest?: StateOfDay | undefined;
}

/**
 * Computes the days up to `to`.
 * @param onDay called for each day from `from` on
 * @returns the run at the end of `to`
 */
export async function recompute(
  compiled: CompiledScenario,
  { from, to, nearest }: DaysAsked,
  onDay: (day: SimulatedDay) => void,
): Promise<Simulation> {
  const open = nearest?.simulation;
  open?.follow(compiled.schedule);
  const simulation = open ?? new Simulation(compiled, { shards: 1 });
  if (nearest?.stages) simulation.restore(nearest.day, nearest.stages);
  else if (nearest && simulation.after !== nearest.day) throw new Error(`day ${nearest.day} was not kept`);
  await simulation.runTo(Math.min(to, compiled.spec.days - 1) + 1, (day) => {
    if (day.day >= from) onDay(day);
  });
  return simulation;
}
