// Where the relief of a day starts: the state at the end of the day before, and what is worth lifting.
import type { Archive } from '#libs/adapters';
import { liftsByConstraints, liftsByLosses, type Lift } from '#libs/analysis';
import { LOSS_CAUSES } from '#libs/messages';
import type { CompiledScenario } from '#libs/scenario';
import { recomputeDays } from './archived';
import type { LiftedStart } from './lifted-runner';
import { simulatedOf } from '#libs/simulation';

export async function reliefStart(
  folder: string,
  archive: Archive,
  day: number,
): Promise<{ compiled: CompiledScenario; start: LiftedStart; lifts: Lift[] }> {
  const { compiled, simulation } = await recomputeDays(folder, { from: day, to: day - 1 }, () => undefined);
  const { chain } = compiled;
  const start = { day, simulated: simulatedOf(compiled), before: simulation.snapshots() };
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
