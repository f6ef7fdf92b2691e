// A scenario from its texts, wherever they come from: disk, an archive, a run's manifest.
import { compileScenario, type CompiledScenario } from './compile';
import { intervene, type Intervention } from './interventions';
import type { Override } from './lay-over';
import { parseScenario } from './parse';

/** Texts of a scenario. */
export interface ScenarioTexts {
  readonly name: string;
  readonly text: string;
  /** By the name that the scenario gives under `files`. */
  readonly tables: readonly { readonly name: string; readonly text: string }[];
}

const TABLES = ['enterprises', 'links'] as const;

/** The scenario with what was decided during the run laid over it. @throws InputError SCN_..., CSV_... */
export function compileTexts(
  { name, text, tables }: ScenarioTexts,
  overrides: readonly Override[],
  interventions: readonly Intervention[] = [],
): CompiledScenario {
  const file = parseScenario(text, name, overrides);
  const found = TABLES.flatMap((key) => {
    const table = tables.find((one) => one.name === file.spec.files[key]);
    return table ? [[key, table] as const] : [];
  });
  return intervene(compileScenario(file, Object.fromEntries(found)), interventions);
}
