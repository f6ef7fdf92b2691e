// Where the last relief started: the next one of that run, for a later day, goes on from there.
import type { CompiledScenario, Intervention } from '#libs/scenario';
import type { StateOfDay } from '../recomputed';

export class LastStart {
  #last:
    { readonly chain: CompiledScenario['chain']; readonly decided: string; readonly state: StateOfDay } | undefined;

  /** The state before a day; undefined where none is known, or something else had been decided on the way to it. */
  before(day: number, { chain }: CompiledScenario, interventions: readonly Intervention[]): StateOfDay | undefined {
    const last = this.#last;
    if (!last || last.chain !== chain || last.state.day >= day) return undefined;
    return last.decided === decidedBy(last.state.day, interventions) ? last.state : undefined;
  }

  keep(state: StateOfDay, { chain }: CompiledScenario, interventions: readonly Intervention[]): void {
    this.#last = { chain, decided: decidedBy(state.day, interventions), state };
  }
}

function decidedBy(day: number, interventions: readonly Intervention[]): string {
  return JSON.stringify(interventions.filter((one) => one.day <= day));
}
