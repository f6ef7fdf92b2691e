// One run out of many, in short: what a band over seeds and a table of levers are made of.
import { loadHash64 } from '#libs/adapters';
import { RunFold, summarise, type ObservedAgainstSimulated, type RunSummary } from '#libs/analysis';
import {
  intervene,
  type CompiledScenario,
  type Intervention,
  type Override,
  TextsOnceRead,
  type ScenarioTexts,
} from '#libs/scenario';
import { Simulation } from '#libs/simulation';

/** What differs from one member to the next. */
export interface MemberInput {
  readonly overrides: readonly Override[];
  readonly interventions: readonly Intervention[];
}

export interface Member {
  readonly seed: number;
  readonly digest: string;
  /** The chain's, by day. */
  readonly capacityRecovery: readonly number[];
  readonly resumption: readonly number[];
  /** Null: not back by the end. */
  readonly sectorDay80: Readonly<Record<string, number | null>>;
  readonly lostYuan: RunSummary['lostYuan'];
  readonly observations: readonly ObservedAgainstSimulated[];
  readonly leverCosts: RunSummary['leverCosts'];
}

/**
 * Simulates members of one scenario one after the other; members of one chain share its compilation. It holds on to the
 * last member's objects: with the last object of a shape the engine drops all code that it has optimised for that shape,
 * and would compile it again for each member.
 */
export class MemberRunner {
  #last: { readonly key: string; readonly compiled: CompiledScenario } | undefined;
  readonly #alive: object[] = [];
  readonly #texts: TextsOnceRead;

  /** @throws InputError SCN_... */
  constructor(texts: ScenarioTexts) {
    this.#texts = new TextsOnceRead(texts);
  }

  async run({ overrides, interventions }: MemberInput): Promise<Member> {
    const compiled = intervene(this.#compile(overrides), interventions);
    const simulation = new Simulation(compiled, { shards: 1, hash: await loadHash64() });
    const fold = new RunFold(compiled);
    await simulation.runTo(compiled.spec.days, ({ day, frames, levers }) => void fold.fold(day, frames, levers));
    this.#alive.splice(0, Infinity, simulation, fold, compiled);
    return memberOf(summarise(fold, { digest: simulation.digest(), recoverability: null, losses: null }));
  }

  #compile(overrides: readonly Override[]): CompiledScenario {
    const key = JSON.stringify(overrides);
    if (this.#last?.key !== key) this.#last = { key, compiled: this.#texts.compile(overrides) };
    return this.#last.compiled;
  }
}

function memberOf({ seed, digest, rates, sectors, lostYuan, observations, leverCosts }: RunSummary): Member {
  return {
    seed,
    digest,
    capacityRecovery: rates.map((day) => day.capacityRecovery),
    resumption: rates.map((day) => day.resumption),
    sectorDay80: Object.fromEntries(sectors.map(({ id, day80 }) => [id, day80])),
    lostYuan,
    observations,
    leverCosts,
  };
}
