// Relief of one day: the run goes on from the end of the day before with one constraint lifted, and what reaches final
// demand over the horizon is held against the run as it is. One runner serves many relaxations of one day.
import { loadHash64, readArchive } from '#libs/adapters';
import { chainScope, liftsOf, reliefDays, RunFold, withLifted, type Lift } from '#libs/analysis';
import type { StageSnapshot } from '#libs/kernel';
import type { CompiledScenario } from '#libs/scenario';
import { compileArchived, recomputeDays } from './archived';
import { Simulation } from './simulate';

/** What each worker is told once. */
export interface ReliefOfDay {
  readonly folder: string;
  readonly day: number;
}

export interface ReliefStart {
  readonly compiled: CompiledScenario;
  /** Columns at the end of the day before; none for day 0. */
  readonly before: readonly StageSnapshot[] | undefined;
}

/** The state from which the day starts. */
export async function reliefStart({ folder, day }: ReliefOfDay): Promise<ReliefStart> {
  if (day === 0) return { compiled: compileArchived(await readArchive(folder)), before: undefined };
  const { compiled, snapshots } = await recomputeDays(folder, { from: day, to: day - 1 }, () => undefined);
  return { compiled, before: snapshots };
}

async function simulationFrom(
  { compiled, before }: ReliefStart,
  day: number,
  lifts: readonly Lift[],
): Promise<Simulation> {
  const simulation = new Simulation(compiled, {
    shards: 1,
    hash: await loadHash64(),
    digests: false,
    laidOver: (leversOn) => withLifted(leversOn, lifts, day),
  });
  if (before) simulation.restore(day - 1, before);
  return simulation;
}

/** What is worth lifting on the day. */
export async function liftsOfDay(start: ReliefStart, day: number): Promise<Lift[]> {
  const lifts: Lift[] = [];
  const simulation = await simulationFrom(start, day, []);
  await simulation.runTo(day + 1, ({ frames }) => void lifts.push(...liftsOf(start.compiled.chain, frames)));
  return lifts;
}

/** Value that reaches final demand over the horizon, yuan at base prices. */
export async function deliveredYuan(start: ReliefStart, day: number, lifts: readonly Lift[]): Promise<number> {
  const { compiled } = start;
  const fold = new RunFold(compiled);
  const chain = chainScope(fold.scopes);
  const simulation = await simulationFrom(start, day, lifts);
  let delivered = 0;
  await simulation.runTo(day + reliefDays(compiled.chain), ({ frames }) => {
    delivered += fold.ratesOnly(frames).finalServedYuan[chain];
  });
  return delivered;
}
