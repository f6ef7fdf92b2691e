// Where the last relief started, or the next would: that one, for a later day of the run, goes on from there.
import type { CompiledScenario, Intervention } from '#libs/scenario';
import type { PastRun } from '../past-run';
import type { StateOfDay } from '../recomputed';

type Chain = CompiledScenario['chain'];
type Asked = Pick<PastRun, 'key' | 'interventions'>;

interface Kept {
  readonly chain: Chain;
  readonly key: string;
  readonly decided: string;
  readonly state: StateOfDay;
}

export class LastStart {
  #last: Kept | undefined;

  /** The state before a day; undefined where none is known, or something else had been decided on the way to it. */
  before(day: number, chain: Chain, { interventions }: Asked): StateOfDay | undefined {
    const last = this.#last;
    if (!last || last.chain !== chain || last.state.day >= day || !isThere(last.state)) return undefined;
    return last.decided === decidedBy(last.state.day, interventions) ? last.state : undefined;
  }

  /** A question about an earlier day of the same run leaves the later one, from which the run is followed. */
  keep(state: StateOfDay, chain: Chain, { key, interventions }: Asked): void {
    const last = this.#last;
    if (last?.chain === chain && last.key === key && last.state.day > state.day && isThere(last.state)) return;
    this.#last = { chain, key, decided: decidedBy(state.day, interventions), state };
  }
}

/** Not where it broke off on its way on. */
function isThere({ day, stages, simulation }: StateOfDay): boolean {
  return stages !== undefined || simulation?.after === day;
}

function decidedBy(day: number, interventions: readonly Intervention[]): string {
  return JSON.stringify(interventions.filter((one) => one.day <= day));
}
