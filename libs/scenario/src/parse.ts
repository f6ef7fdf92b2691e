// Text -> checked scenario file. Everything that can be wrong with the text itself is told here: size, bytes, nesting,
// aliases, YAML, unknown keys, types, ranges. What needs the meaning of names and dates is told by `compile`.
import { InputError } from '#libs/messages';
import { LineCounter, parse as parseYaml, parseDocument, type Document } from 'yaml';
import { schemaError } from './schema-faults';
import { scenarioSchema } from './schema/scenario';
import { Locator, ScenarioFile } from './scenario-file';

/** Larger files are refused unread; a county of 100,000 enterprises belongs into CSV files. */
export const MAX_SCENARIO_BYTES = 16 * 1024 * 1024;
const MAX_NESTING = 64;
const MAX_ALIASES = 100;

/** One `--set path=value`, the value as YAML. */
export interface Override {
  readonly path: string;
  readonly value: string;
}

/**
 * Reads a scenario.
 * @param text      the file's text
 * @param name      its name, for errors
 * @param overrides values that replace the file's, in order
 * @throws InputError with file, line and column
 */
export function parseScenario(text: string, name: string, overrides: readonly Override[] = []): ScenarioFile {
  refuseUnreadable(text, name);
  const lines = new LineCounter();
  const document = documentOf(text, name, lines);
  const paths = overrides.map((override) => lay(document, override));
  const locator = new Locator(name, document, lines, paths);
  const content = contentOf(document, name);
  const result = scenarioSchema.safeParse(content);
  if (!result.success) throw schemaError(result.error.issues, content, locator);
  return new ScenarioFile(result.data, locator);
}

function refuseUnreadable(text: string, name: string): void {
  const place = { file: name };
  if (text.length > MAX_SCENARIO_BYTES) {
    throw new InputError({
      code: 'SCN_TOO_LARGE',
      place,
      reason: `the file has more than ${MAX_SCENARIO_BYTES / 1024 / 1024} MB.`,
      mend: 'Put enterprises and links into CSV files (`files:`).',
    });
  }
  if (text.includes('\u0000') || text.includes('\uFFFD')) {
    throw new InputError({
      code: 'SCN_NOT_TEXT',
      place,
      reason: 'the file is not UTF-8 text.',
      mend: 'Give a YAML file; `resumption init DIR` writes one.',
    });
  }
  if (text.trim() === '') {
    throw new InputError({
      code: 'SCN_EMPTY',
      place,
      reason: 'the file is empty.',
      mend: '`resumption init DIR` writes a commented scenario to start from.',
    });
  }
  let depth = 0;
  let line = 1;
  for (const character of text) {
    if (character === '\n') line++;
    else if (character === '[' || character === '{') depth++;
    else if ((character === ']' || character === '}') && depth > 0) depth--;
    if (depth > MAX_NESTING) throw tooDeep(name, line);
  }
  const nested = /^(?:[-?] +){64}/m.exec(text);
  if (nested) throw tooDeep(name, text.slice(0, nested.index).split('\n').length);
}

function tooDeep(file: string, line: number): InputError {
  return new InputError({
    code: 'SCN_TOO_DEEP',
    place: { file, line, column: 1 },
    reason: `brackets are nested more than ${MAX_NESTING} deep.`,
    mend: 'A scenario needs no more than 8 levels.',
  });
}

function documentOf(text: string, name: string, lineCounter: LineCounter): Document {
  const document = parseDocument(text, { lineCounter, uniqueKeys: true, prettyErrors: false, stringKeys: true });
  const error = document.errors.at(0);
  if (error) {
    const { line, col } = lineCounter.linePos(error.pos[0]);
    const code = error.code === 'DUPLICATE_KEY' ? 'SCN_DUPLICATE_KEY' : 'SCN_NOT_YAML';
    const mend = error.code === 'DUPLICATE_KEY' ? 'Give each id once.' : 'Mend the YAML at this place.';
    throw new InputError({ code, place: { file: name, line, column: col }, reason: `${error.message}.`, mend });
  }
  return document;
}

function contentOf(document: Document, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    throw new InputError({
      code: 'SCN_ALIAS_BOMB',
      place: { file, line: 1, column: 1 },
      reason: 'aliases (*name) unfold into too much.',
      mend: `Write the values out; at most ${MAX_ALIASES} aliases.`,
    });
  }
}

function lay(document: Document, { path, value }: Override): string[] {
  const parts = path.split('.');
  if (parts.some((part) => part === '') || parts.length > 12) {
    throw new InputError({
      code: 'CLI_BAD_SET',
      place: { file: '--set' },
      path,
      reason: 'no such path.',
      mend: 'Write it as in the file, with dots: --set rules.overtime=off.',
    });
  }
  let content: unknown;
  try {
    content = parseYaml(value);
  } catch {
    throw new InputError({
      code: 'CLI_BAD_SET',
      place: { file: '--set' },
      path,
      reason: `"${value}" is no YAML value.`,
      mend: 'Quote it, or write a number, a word or {a: 1}.',
    });
  }
  for (let length = 1; length < parts.length; length++) {
    const above = document.getIn(parts.slice(0, length));
    if (above === undefined || above === null) document.setIn(parts.slice(0, length), document.createNode({}));
    else if (typeof above !== 'object') {
      throw new InputError({
        code: 'CLI_BAD_SET',
        place: { file: '--set' },
        path,
        reason: `${parts.slice(0, length).join('.')} holds a value, not keys.`,
        mend: 'End the path there.',
      });
    }
  }
  document.setIn(parts, document.createNode(content));
  return parts;
}
