// The last scenario that was compiled, before anything was decided in it: runs that differ in what was decided share it.
// Its arrays lie where other threads can read them.
import { compileTexts, intervene, type CompiledScenario } from '#libs/scenario';
import type { RunInputs } from '#libs/simulation';
import { shareable } from './carried';

/** What decides of a run what is compiled. */
export type CompiledOf = Pick<RunInputs, 'texts' | 'overrides'>;

export class LastCompiled {
  #last: { readonly of: CompiledOf; readonly compiled: CompiledScenario } | undefined;

  /** Takes over what somebody else has compiled. @param compiled before anything was decided in the run */
  take(of: CompiledOf, compiled: CompiledScenario): void {
    if (!this.#last || !isSameChain(this.#last.of, of)) this.#last = { of, compiled };
  }

  /** @throws InputError SCN_..., CSV_... */
  of(run: RunInputs): CompiledScenario {
    if (!this.#last || !isSameChain(this.#last.of, run)) {
      this.#last = undefined; // Two at once would take twice the memory.
      this.#last = { of: run, compiled: shareable(compileTexts(run.texts, run.overrides)) };
    }
    return intervene(this.#last.compiled, run.interventions);
  }
}

function isSameChain(a: CompiledOf, b: CompiledOf): boolean {
  const tablesOf = ({ texts: { tables } }: CompiledOf): string[] => tables.flatMap(({ name, text }) => [name, text]);
  const [own, others] = [tablesOf(a), tablesOf(b)];
  return (
    a.texts.text === b.texts.text &&
    a.texts.name === b.texts.name &&
    JSON.stringify(a.overrides) === JSON.stringify(b.overrides) &&
    own.length === others.length &&
    own.every((text, at) => text === others[at])
  );
}
