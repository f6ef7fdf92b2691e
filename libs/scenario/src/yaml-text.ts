// Text -> YAML document. Told here: what is no text, no YAML, nested too deep, or unfolds into too much. The yaml
// library checks syntax; keys and aliases are checked in one walk, because its own check of keys takes n x n steps.
import { InputError, type Place } from '#libs/messages';
import {
  isAlias,
  isCollection,
  isMap,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Node,
} from 'yaml';
import { quoted } from './nearest';

/** Larger files are refused unread: 20 times Keqiao, and half a second of reading. Large tables are CSV files. */
export const MAX_SCENARIO_BYTES = 256 * 1024;
const MAX_NESTING = 64;
const MAX_ALIASES = 100;
const MAX_ENTRIES = 10_000;

export interface YamlText {
  readonly document: Document;
  readonly lines: LineCounter;
  /** The document as plain maps, lists, texts and numbers. */
  readonly content: unknown;
}

/** @throws InputError SCN_TOO_LARGE, SCN_NOT_TEXT, SCN_EMPTY, SCN_TOO_DEEP, SCN_NOT_YAML, ... with line and column */
export function readYaml(text: string, file: string): YamlText {
  refuseUnreadable(text, file);
  const lines = new LineCounter();
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  const document = documentOf(text, at, lines);
  if (document.contents === null) throw nothing({ file });
  new Walk(at).visit(document.contents, 0);
  return { document, lines, content: contentOf(document, at) };
}

function nothing(place: Place): InputError {
  return new InputError({
    code: 'SCN_EMPTY',
    place,
    reason: 'the file says nothing.',
    mend: '`resumption init DIR` writes a commented scenario to start from.',
  });
}

function refuseUnreadable(text: string, file: string): void {
  const place = { file };
  if (text.length > MAX_SCENARIO_BYTES) {
    const reason = `the text has more than ${MAX_SCENARIO_BYTES / 1024} KB.`;
    throw new InputError({
      code: 'SCN_TOO_LARGE',
      place,
      reason,
      mend: 'Put enterprises and links into CSV files (files:).',
    });
  }
  if (text.includes('\u0000') || text.includes('\uFFFD')) {
    const mend = 'Save it as UTF-8 (not UTF-16 or GBK); `resumption init DIR` writes an example.';
    throw new InputError({ code: 'SCN_NOT_TEXT', place, reason: 'the file is not UTF-8 text.', mend });
  }
  if (text.replace('\uFEFF', '').trim() === '') throw nothing(place);
  refuseDeep(text, file);
}

/** Before the parser runs, which goes into nested brackets by recursion. Brackets in comments and texts count too. */
function refuseDeep(text: string, file: string): void {
  let depth = 0;
  let line = 1;
  let lineStart = 0;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (character === '\n') {
      line++;
      lineStart = i + 1;
    } else if (character === '[' || character === '{') depth++;
    else if ((character === ']' || character === '}') && depth > 0) depth--;
    if (depth > MAX_NESTING) throw tooDeep({ file, line, column: i - lineStart + 1 });
  }
  const nested = new RegExp(`^[ \\t]*(?:[-?:][ \\t]+){${MAX_NESTING}}`, 'm').exec(text);
  if (nested) throw tooDeep({ file, line: text.slice(0, nested.index).split('\n').length, column: 1 });
}

function tooDeep(place: Place): InputError {
  const reason = `maps and lists are nested more than ${MAX_NESTING} deep.`;
  return new InputError({ code: 'SCN_TOO_DEEP', place, reason, mend: 'A scenario needs no more than 8 levels.' });
}

/** What to do about some of the parser's complaints. */
const MENDS: Record<string, string> = {
  TAB_AS_INDENT: 'Indent with blanks, not with tabs.',
  MISSING_CHAR: 'Close it.',
  BAD_INDENT: 'Indent the keys of one map alike.',
  BAD_ALIAS: 'Write the value out, or between quotes.',
  TAG_RESOLVE_FAILED: 'Drop the tag (!name), or put the text between quotes.',
};

function documentOf(text: string, at: (offset: number) => Place, lineCounter: LineCounter): Document {
  const document = read(text, at, lineCounter);
  const error = document.errors.at(0) ?? document.warnings.at(0);
  if (error) {
    if (error.code === 'RESOURCE_EXHAUSTION') throw tooDeep(at(error.pos[0]));
    if (error.code === 'MULTIPLE_DOCS') {
      throw new InputError({
        code: 'SCN_SEVERAL_DOCUMENTS',
        place: at(error.pos[0]),
        reason: 'a second document begins here (---).',
        mend: 'Keep one scenario in one file.',
      });
    }
    const place = at(openQuoteBefore(document, error.pos[0]) ?? error.pos[0]);
    const mend = MENDS[error.code] ?? 'Mend the YAML at this place, or put the text between quotes.';
    throw new InputError({ code: 'SCN_NOT_YAML', place, reason: sentence(error.message), mend });
  }
  if (document.directives?.yaml.explicit && document.directives.yaml.version !== '1.2') {
    const reason = `YAML ${document.directives.yaml.version} is not read.`;
    throw new InputError({
      code: 'SCN_NOT_YAML',
      place: at(0),
      reason,
      mend: 'Drop the line %YAML; files are YAML 1.2.',
    });
  }
  return document;
}

function read(text: string, at: (offset: number) => Place, lineCounter: LineCounter): Document {
  try {
    return parseDocument(text, { lineCounter, uniqueKeys: false, prettyErrors: false, stringKeys: true });
  } catch (error) {
    // The parser's stack ran over: thousands of levels by indentation.
    if (error instanceof RangeError) throw tooDeep(at(0));
    throw error;
  }
}

/** One line of the parser's message, with a full stop. */
function sentence(message: string): string {
  const line = message
    .split('\n')[0]
    .replace(/\p{Cc}/gu, '')
    .slice(0, 200);
  return `${line.charAt(0).toLowerCase()}${line.slice(1)}.`;
}

/** An unclosed quote is noticed at the end of the text; it is mended where it opens. */
function openQuoteBefore(document: Document, offset: number): number | undefined {
  let start: number | undefined;
  visit(document, {
    Scalar(_, { type, range }) {
      if (type?.startsWith('QUOTE') && range && range[0] < offset && range[2] >= offset) start = range[0];
    },
  });
  return start;
}

/** One walk over all nodes: keys, aliases, tags, depth, number of entries. */
class Walk {
  readonly #anchors = new Set<string>();
  #aliases = 0;

  constructor(private readonly at: (offset: number) => Place) {}

  visit(node: unknown, depth: number): void {
    if (isAlias(node)) return this.#alias(node.source, node);
    if (!isScalar(node) && !isCollection(node)) return;
    if (depth > MAX_NESTING) throw tooDeep(this.#place(node));
    if (node.tag !== undefined) {
      throw this.#error('SCN_NOT_YAML', node, `the tag ${quoted(node.tag)} is not read.`, MENDS.TAG_RESOLVE_FAILED);
    }
    if (isCollection(node)) {
      if (node.items.length > MAX_ENTRIES) {
        const reason = `${node.items.length} entries in one place; ${MAX_ENTRIES} are the most.`;
        throw this.#error('SCN_TOO_MANY', node, reason, 'Put enterprises and links into CSV files (files:).');
      }
      if (isMap(node)) this.#pairs(node.items, depth);
      else for (const item of node.items) this.visit(item, depth + 1);
    }
    if (node.anchor !== undefined) this.#anchors.add(node.anchor);
  }

  #pairs(items: readonly { key: unknown; value: unknown }[], depth: number): void {
    const seen = new Map<string, Node>();
    for (const { key, value } of items) {
      if (!isScalar(key)) throw this.#error('SCN_WRONG_KEY', key as Node, 'a key is a word.', 'Write key: value.');
      const word = String(key.value);
      const first = seen.get(word);
      if (first) {
        const reason = `the key ${quoted(word)} stands twice, first in line ${this.#place(first).line}.`;
        throw this.#error('SCN_DUPLICATE_KEY', key, reason, 'Give each key once.');
      }
      if (word === '<<') {
        throw this.#error('SCN_MERGE_KEY', key, 'merge keys (<<) are not read.', 'Write the values out.');
      }
      // Assigned to an object, this word would set its prototype and be lost.
      if (word === '__proto__') {
        throw this.#error('SCN_WRONG_KEY', key, '"__proto__" is a reserved word.', 'Use another name.');
      }
      seen.set(word, key);
      this.visit(value, depth + 1);
    }
  }

  #alias(name: string, node: Node): void {
    if (!this.#anchors.has(name)) {
      const reason = `no anchor &${name.slice(0, 60)} stands before this alias.`;
      throw this.#error('SCN_NOT_YAML', node, reason, 'Write the value out, or between quotes.');
    }
    if (++this.#aliases > MAX_ALIASES) throw tooManyAliases(this.#place(node));
  }

  #place(node: Node): Place {
    return this.at(node.range?.[0] ?? 0);
  }

  #error(code: string, node: Node, reason: string, mend: string): InputError {
    return new InputError({ code, place: this.#place(node), reason, mend });
  }
}

function tooManyAliases(place: Place): InputError {
  const mend = `Write the values out; at most ${MAX_ALIASES} aliases.`;
  return new InputError({ code: 'SCN_ALIAS_BOMB', place, reason: 'aliases (*name) unfold into too much.', mend });
}

function contentOf(document: Document, at: (offset: number) => Place): unknown {
  try {
    return document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    let first: number | undefined;
    visit(document, { Alias: (_, { range }) => ((first ??= range?.[0]), undefined) });
    throw tooManyAliases(at(first ?? 0));
  }
}
