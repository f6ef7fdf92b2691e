// A scenario from its texts, wherever they come from: disk, an archive, a run's manifest.
import { compileScenario, type CompiledScenario } from './compile';
import { intervene, type Intervention } from './interventions';
import type { Override } from './lay-over';
import { checkScenario, readScenario, type ReadScenario } from './parse';

/** Texts of a scenario. */
export interface ScenarioTexts {
  readonly name: string;
  readonly text: string;
  /** By the name that the scenario gives under `files`. */
  readonly tables: readonly { readonly name: string; readonly text: string }[];
}

const TABLES = ['enterprises', 'links'] as const;

/** A scenario whose text has been read, to be compiled with one set of overrides after another. */
export class TextsOnceRead {
  readonly #read: ReadScenario;

  /** @throws InputError SCN_... with the place in the text */
  constructor(private readonly texts: ScenarioTexts) {
    this.#read = readScenario(texts.text, texts.name);
  }

  /** The scenario with what was decided during the run laid over it. @throws InputError SCN_..., CSV_... */
  compile(overrides: readonly Override[], interventions: readonly Intervention[] = []): CompiledScenario {
    const file = checkScenario(this.#read, overrides);
    const found = TABLES.flatMap((key) => {
      const table = this.texts.tables.find((one) => one.name === file.spec.files[key]);
      return table ? [[key, table] as const] : [];
    });
    return intervene(compileScenario(file, Object.fromEntries(found)), interventions);
  }
}

/** Texts that are compiled once. @throws InputError SCN_..., CSV_... */
export function compileTexts(
  texts: ScenarioTexts,
  overrides: readonly Override[],
  interventions: readonly Intervention[] = [],
): CompiledScenario {
  return new TextsOnceRead(texts).compile(overrides, interventions);
}
