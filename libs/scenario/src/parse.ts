// Text -> checked scenario file. Everything that can be wrong with the text itself is told here: bytes, YAML, unknown
// keys, types, ranges, paths of files. What needs the meaning of names and dates is told by `compile`.
import { InputError } from '#libs/messages';
import { layOver, partsOf, type Override } from './lay-over';
import { Locator, ScenarioFile } from './scenario-file';
import { schemaError } from './schema-faults';
import { scenarioSchema } from './schema/scenario';
import { readYaml, type YamlText } from './yaml-text';

/** A scenario's text after reading, before its values are checked. */
export interface ReadScenario extends Omit<YamlText, 'content'> {
  readonly name: string;
  readonly content: Readonly<Record<string, unknown>>;
}

/**
 * @param text the file's text
 * @param name its name, for errors
 * @throws InputError with file, line and column
 */
export function readScenario(text: string, name: string): ReadScenario {
  const { document, lines, content } = readYaml(text, name);
  if (!isKeys(content)) {
    throw new InputError({
      code: 'SCN_WRONG_TYPE',
      place: { file: name, line: 1, column: 1 },
      reason: `the file is ${Array.isArray(content) ? 'a list' : 'a single value'}, not a map of keys.`,
      mend: 'Begin with resumption: 1; `resumption init DIR` writes an example.',
    });
  }
  return { name, document, lines, content };
}

/**
 * Checks a scenario's values.
 * @param overrides values that replace the file's, in order
 * @throws InputError with file, line and column
 */
export function checkScenario(
  { name, document, lines, content: own }: ReadScenario,
  overrides: readonly Override[],
): ScenarioFile {
  const locator = new Locator(name, document, lines, overrides.map(partsOf));
  const content = overrides.reduce<unknown>(layOver, own);
  const result = scenarioSchema.safeParse(content);
  if (!result.success) throw schemaError(result.error.issues, content, locator);
  const spec = result.data;
  const declared = typeof own.days === 'number' && Number.isInteger(own.days) && own.days <= 3650 ? own.days : 0;
  const file = new ScenarioFile(spec, locator, Math.max(spec.days, declared));
  refuseOutsideFiles(file);
  return file;
}

/** A text that is checked once. @throws as both */
export function parseScenario(text: string, name: string, overrides: readonly Override[] = []): ScenarioFile {
  return checkScenario(readScenario(text, name), overrides);
}

function isKeys(content: unknown): content is Record<string, unknown> {
  return typeof content === 'object' && content !== null && !Array.isArray(content);
}

/** A scenario may name files in its own folder only, so that reading one cannot read anything else. */
function refuseOutsideFiles(file: ScenarioFile): void {
  for (const key of ['enterprises', 'links'] as const) {
    const name = file.spec.files[key];
    if (name === undefined) continue;
    const parts = name.split('/');
    const isInside = !/[\\:\p{Cc}]/u.test(name) && parts.every((part) => part !== '' && part !== '..');
    if (!isInside) {
      const reason = 'the path leads out of the folder of the scenario.';
      throw file.error(
        'SCN_FILE_OUTSIDE',
        ['files', key],
        reason,
        'Put the file beside the scenario: links.csv or data/links.csv.',
      );
    }
  }
}
