// The bottleneck by relief: from a day's start on, one constraint after the other is lifted and the run followed; the one
// whose relaxation brings most to final demand is the bottleneck.
import { reliefDays, type Lift } from '#libs/analysis';
import type { Chain } from '#libs/model';
import type { CompiledScenario } from '#libs/scenario';
import type { Simulation } from '#libs/simulation';
import { withLiftedWorkers, type LiftedWork } from '../lifted-runs';
import type { Delivered } from '../lifted-workers';
import { liftsKnown, reliefStart, type ReliefAsked } from './relief-start';
import type { ReliefRow, ReliefTable } from './relief-table';

/** How many lifts there are where only the day itself will tell. */
const LIFTS_MOSTLY = 6;

export interface ReliefWork extends LiftedWork {
  /** Given the run, where it stands when they start. */
  readonly onStart?: (simulation: Simulation) => void;
}

/** @throws CalledOff */
export function reliefOf(
  compiled: CompiledScenario,
  asked: ReliefAsked,
  { workers, lifted, calledOff, onStart, onDone }: ReliefWork = {},
): Promise<ReliefTable> {
  const runs = 1 + (liftsKnown(compiled, asked.losses)?.length ?? LIFTS_MOSTLY);
  return withLiftedWorkers(runs, { workers, lifted }, async (own) => {
    own.comeUp();
    const { start, lifts, simulation } = await reliefStart(compiled, asked);
    onStart?.(simulation);
    return tableOf(compiled, asked.day, lifts, await own.delivered(start, lifts, { calledOff, onDone }));
  });
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
