// Where the last relief started, or the next would: that one, for a later day of the run, goes on from there. For an
// earlier day, which somebody asks about while the run is followed, the columns that the workers last started from may do.
import type { CompiledScenario, Intervention } from '#libs/scenario';
import type { Simulation } from '#libs/simulation';
import type { StartColumns } from '../lifted-workers';
import type { PastRun } from '../past-run';
import type { StateOfDay } from '../recomputed';

type Chain = CompiledScenario['chain'];
type Asked = Pick<PastRun, 'key' | 'interventions'>;

interface Begun {
  readonly chain: Chain;
  readonly decided: string;
  /** The last that was done. */
  readonly day: number;
}

/** Where the simulation stood. */
interface Kept extends Begun {
  readonly key: string;
  readonly simulation: Simulation;
}

export class LastStart {
  #last: Kept | undefined;
  #begun: Begun | undefined;

  /**
   * The state before a day; undefined where none is known, or something else had been decided on the way to it.
   * @param started where the workers last started, in memory that is written next. Where it is used, the run is no longer
   *   followed beyond the day
   */
  before(day: number, chain: Chain, { interventions }: Asked, started?: StartColumns): StateOfDay | undefined {
    const isBefore = (one: Begun): boolean =>
      one.chain === chain && one.day < day && one.decided === decidedBy(one.day, interventions);
    const [last, begun] = [this.#last, this.#begun];
    if (started) this.#begun = undefined;
    if (last && isBefore(last) && isThere(last)) return last;
    if (!begun || begun.day + 1 !== started?.day || !isBefore(begun)) return undefined;
    return { day: begun.day, stages: started.columns, simulation: last?.chain === chain ? last.simulation : undefined };
  }

  /** The workers start with that day: their columns are written. */
  begin(first: number, chain: Chain, { interventions }: Asked): void {
    const day = first - 1;
    this.#begun = { chain, decided: decidedBy(day, interventions), day };
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
