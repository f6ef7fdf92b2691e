// Where the last relief started, or the next would: that one, for a later day of the run, goes on from there.
import type { CompiledScenario, Intervention } from '#libs/scenario';
import type { Simulation } from '#libs/simulation';
import type { PastRun } from '../past-run';
import type { StateOfDay } from '../recomputed';

type Chain = CompiledScenario['chain'];
type Asked = Pick<PastRun, 'key' | 'interventions'>;

interface Kept {
  readonly chain: Chain;
  readonly key: string;
  readonly decided: string;
  /** Where the simulation stood. */
  readonly day: number;
  readonly simulation: Simulation;
}

export class LastStart {
  #last: Kept | undefined;

  /** The state before a day; undefined where none is known, or something else had been decided on the way to it. */
  before(day: number, chain: Chain, { interventions }: Asked): StateOfDay | undefined {
    const last = this.#last;
    if (!last || last.chain !== chain || last.day >= day || !isThere(last)) return undefined;
    return last.decided === decidedBy(last.day, interventions) ? last : undefined;
  }

  /** Whether the run is followed beyond that day: what is made of an earlier one is not kept. */
  isBeyond(day: number, chain: Chain, { key }: Asked): boolean {
    const last = this.#last;
    return last?.chain === chain && last.key === key && last.day > day && isThere(last);
  }

  /** A question about an earlier day of the same run leaves the later one, from which the run is followed. */
  keep(simulation: Simulation, chain: Chain, { key, interventions }: Asked): void {
    const day = simulation.after;
    if (this.isBeyond(day, chain, { key, interventions })) return;
    this.#last = { chain, key, decided: decidedBy(day, interventions), day, simulation };
  }
}

/** Not where it broke off on its way on. */
function isThere({ day, simulation }: Kept): boolean {
  return simulation.after === day;
}

function decidedBy(day: number, interventions: readonly Intervention[]): string {
  return JSON.stringify(interventions.filter((one) => one.day <= day));
}
