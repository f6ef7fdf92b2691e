// The bottleneck by relief: from a day's start on, one constraint after the other is lifted and the run followed; the one
// whose relaxation brings most to final demand is the bottleneck.
import { reliefDays } from '#libs/analysis';
import type { Chain } from '#libs/model';
import type { CompiledScenario } from '#libs/scenario';
import type { Simulation } from '#libs/simulation';
import { liftedRuns, type LiftedWork } from '../lifted-runs';
import { reliefStart, type ReliefAsked } from './relief-start';
import type { ReliefRow, ReliefTable } from './relief-table';

export interface ReliefWork extends Pick<LiftedWork, 'workers' | 'lifted' | 'calledOff'> {
  /** Given the run, where it stands when they start. */
  readonly onStart?: (simulation: Simulation) => void;
  /** Told of the runs that are done, out of all. */
  readonly onDone?: (done: number, all: number) => void;
}

export async function reliefOf(
  compiled: CompiledScenario,
  asked: ReliefAsked,
  { workers, lifted, calledOff, onStart, onDone }: ReliefWork = {},
): Promise<ReliefTable> {
  const { chain, spec, calendar } = compiled;
  const { day } = asked;
  const { start, lifts, simulation } = await reliefStart(compiled, asked);
  onStart?.(simulation);
  const inputs = [[], ...lifts.map((one) => [one])];
  const [delivered, ...relieved] = await liftedRuns(start, 'delivered', inputs, {
    ...{ workers, lifted, calledOff },
    onDone: (done) => onDone?.(done, inputs.length),
  });
  const overDays = reliefDays(chain);
  const baselineYuan = overDays * finalDemandOf(chain);
  const reliefs = lifts
    .map(({ cause, sector }, at): ReliefRow => {
      const gainYuan = relieved[at] - delivered;
      const shareOfBaseline = baselineYuan > 0 ? gainYuan / baselineYuan : 0;
      return { cause, sector: sector === null ? null : chain.sectors[sector].id, gainYuan, shareOfBaseline };
    })
    .sort((a, b) => b.gainYuan - a.gainYuan);
  return {
    scenario: { id: spec.id, name: spec.name },
    ...{ start: spec.start, day, date: calendar.dateOf(day), overDays, deliveredYuan: delivered, baselineYuan },
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
