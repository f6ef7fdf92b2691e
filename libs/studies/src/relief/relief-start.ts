// Where the relief of a day starts: the state at the end of the day before, and what is worth lifting.
import { canAttribute, liftsByConstraints, liftsByLosses, type Lift } from '#libs/analysis';
import type { StageSnapshot } from '#libs/kernel';
import { LOSS_CAUSES } from '#libs/messages';
import { simulatedOf, type Simulation } from '#libs/simulation';
import type { CompiledScenario } from '#libs/scenario';
import type { LiftedStart } from '../lifted-start';
import { recompute, type StateOfDay } from '../recomputed';

/** A row of an archive's or a store's losses. */
type LossRow = Readonly<Record<string, unknown>>;

export interface ReliefAsked {
  readonly day: number;
  /** Losses of that day by root cause; undefined where the run accounts for none. */
  readonly losses: readonly LossRow[] | undefined;
  /** The newest state before the day, where one is kept. */
  readonly nearest?: StateOfDay | undefined;
  /** Where the columns of the day before are written, where there is memory for them. */
  readonly spare?: readonly StageSnapshot[] | undefined;
}

export async function reliefStart(
  compiled: CompiledScenario,
  { day, losses, nearest, spare }: ReliefAsked,
): Promise<{ start: LiftedStart; lifts: Lift[]; simulation: Simulation }> {
  const { chain } = compiled;
  const simulation = await recompute(compiled, { from: day, to: day - 1, nearest }, () => undefined);
  const before = simulation.snapshots(spare);
  const start = { day, simulated: simulatedOf(compiled), before };
  if (losses && canAttribute(chain.rules))
    return { start, lifts: liftsByLosses(chain, losses.map(lossOf)), simulation };
  const lifts: Lift[] = [];
  await simulation.runTo(day + 1, ({ frames }) => void lifts.push(...liftsByConstraints(chain, frames)));
  return { start, lifts, simulation };
}

function lossOf(row: LossRow): Parameters<typeof liftsByLosses>[1][number] {
  const cause = LOSS_CAUSES.find((one) => one === row['cause']);
  return { cause, origin: String(row['origin']), lostYuan: Number(row['lostValueAddedYuan']) };
}
