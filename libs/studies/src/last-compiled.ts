// The last scenario that was compiled, before anything was decided in it: runs that differ in what was decided share it.
import { compileTexts, intervene, type CompiledScenario } from '#libs/scenario';
import type { RunInputs } from '#libs/simulation';

export class LastCompiled {
  #last: { readonly of: RunInputs; readonly compiled: CompiledScenario } | undefined;

  /** @throws InputError SCN_..., CSV_... */
  of(run: RunInputs): CompiledScenario {
    if (!this.#last || !isSameChain(this.#last.of, run)) {
      this.#last = undefined; // Two at once would take twice the memory.
      this.#last = { of: run, compiled: compileTexts(run.texts, run.overrides) };
    }
    return intervene(this.#last.compiled, run.interventions);
  }
}

function isSameChain(a: RunInputs, b: RunInputs): boolean {
  const tablesOf = ({ texts: { tables } }: RunInputs): string[] => tables.flatMap(({ name, text }) => [name, text]);
  const [own, others] = [tablesOf(a), tablesOf(b)];
  return (
    a.texts.text === b.texts.text &&
    a.texts.name === b.texts.name &&
    JSON.stringify(a.overrides) === JSON.stringify(b.overrides) &&
    own.length === others.length &&
    own.every((text, at) => text === others[at])
  );
}
