// The bottleneck by relief: from a day's start on, one constraint after the other is lifted and the run followed; the one
// whose relaxation brings most to final demand is the bottleneck.
import type { Archive } from '#libs/adapters';
import { reliefDays, type Lift } from '#libs/analysis';
import type { Chain } from '#libs/model';
import type { CompiledScenario } from '#libs/scenario';
import type { Simulation } from '#libs/simulation';
import { compileArchived } from '../archived';
import { withLiftedWorkers, type LiftedWork } from '../lifted-runs';
import type { Delivered, LiftedWorkers } from '../lifted-workers';
import { reliefStart, type ReliefAsked } from './relief-start';
import type { ReliefRow, ReliefTable } from './relief-table';

/** A table has about as many runs: more workers than that would wait. */
const RUNS_MOSTLY = 10;

export interface ReliefWork extends LiftedWork {
  /** Given the run, where it stands when they start. */
  readonly onStart?: (simulation: Simulation) => void;
}

/** Relief of a day of an archive. @throws InputError SCN_... */
export function archivedRelief(archive: Archive, day: number, work: LiftedWork): Promise<ReliefTable> {
  return withLiftedWorkers(RUNS_MOSTLY, work, async (lifted) => {
    lifted.comeUp();
    const rows = await archive.losses();
    const losses = rows?.filter((row) => row['day'] === day);
    const nearest = await archive.snapshot(day - 1);
    return reliefOf(compileArchived(archive), { day, losses, nearest }, { ...work, lifted });
  });
}

/** @throws CalledOff */
export async function reliefOf(
  compiled: CompiledScenario,
  asked: ReliefAsked,
  { lifted, calledOff, onStart, onDone }: Omit<ReliefWork, 'workers'> & { readonly lifted: LiftedWorkers },
): Promise<ReliefTable> {
  const { start, lifts, simulation } = await reliefStart(compiled, asked);
  onStart?.(simulation);
  return tableOf(compiled, asked.day, lifts, await lifted.delivered(start, lifts, { calledOff, onDone }));
}

function tableOf(
  { chain, spec, calendar }: CompiledScenario,
  day: number,
  lifts: readonly Lift[],
  { asItIsYuan, liftedYuan }: Delivered,
): ReliefTable {
  const overDays = reliefDays(chain);
  const baselineYuan = overDays * finalDemandOf(chain);
  const reliefs = lifts
    .map(({ cause, sector }, at): ReliefRow => {
      const gainYuan = liftedYuan[at] - asItIsYuan;
      const shareOfBaseline = baselineYuan > 0 ? gainYuan / baselineYuan : 0;
      return { cause, sector: sector === null ? null : chain.sectors[sector].id, gainYuan, shareOfBaseline };
    })
    .sort((a, b) => b.gainYuan - a.gainYuan);
  return {
    scenario: { id: spec.id, name: spec.name },
    ...{ start: spec.start, day, date: calendar.dateOf(day), overDays, deliveredYuan: asItIsYuan, baselineYuan },
    sectorNames: Object.fromEntries(Object.entries(spec.sectors).map(([id, { name }]) => [id, name ?? { en: id }])),
    reliefs,
  };
}

/** What the baseline delivers to final demand in a day; sellers outside do not count. */
function finalDemandOf({ enterprises, sectors }: Chain): number {
  let sum = 0;
  for (let i = 0; i < enterprises.count; i++) {
    if (!sectors[enterprises.sector[i]].outside) sum += enterprises.finalDemandYuan[i];
  }
  return sum;
}
