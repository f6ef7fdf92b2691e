// Text -> YAML document. Told here: what is no text, no YAML, nested too deep, or unfolds into too much. The yaml
// library checks syntax; keys and aliases are checked in one walk, because its own check of keys takes n x n steps.
import { InputError, type Place } from '#libs/messages';
import { Composer, LineCounter, Parser, visit, type CST, type Document, type ErrorCode, type YAMLError } from 'yaml';
import { MAX_ALIASES, MAX_NESTING, refuseTraps, tooDeep, tooManyAliases } from './yaml-walk';

/** Larger files are refused unread: 20 times Keqiao, and half a second of reading. Large tables are CSV files. */
export const MAX_SCENARIO_BYTES = 256 * 1024;

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
  refuseTraps(document.contents, at);
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

/** Some of the parser's complaints in plainer words, and what to do. */
const WORDS: Partial<Record<ErrorCode, { readonly reason?: string; readonly mend: string }>> = {
  TAB_AS_INDENT: { mend: 'Indent with blanks, not with tabs.' },
  MISSING_CHAR: { mend: 'Close it.' },
  BAD_INDENT: { mend: 'Indent the keys of one map alike.' },
  BLOCK_AS_IMPLICIT_KEY: {
    reason: 'a map begins inside a value.',
    mend: 'Drop a colon, put the text between quotes, or indent the keys of one map alike.',
  },
  NON_STRING_KEY: { reason: 'a key must be one word.', mend: 'Write key: value.' },
  BAD_ALIAS: { mend: 'Write the value out, or between quotes.' },
  TAG_RESOLVE_FAILED: { mend: 'Drop the tag (!name), or put the text between quotes.' },
};

function documentOf(text: string, at: (offset: number) => Place, lineCounter: LineCounter): Document {
  const document = read(text, at, lineCounter);
  const error = document.errors.at(0) ?? document.warnings.at(0);
  if (error) {
    if (error.code === 'RESOURCE_EXHAUSTION') throw tooDeep(at(error.pos[0]));
    const isOpen = error.code === 'MISSING_CHAR';
    throw notYaml(error, isOpen ? openQuoteBefore(document, error.pos[0]) : undefined, at);
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

/** @param quote where a quote opens that is not closed */
function notYaml(
  { code, message, pos }: YAMLError,
  quote: number | undefined,
  at: (offset: number) => Place,
): InputError {
  const words = quote === undefined ? WORDS[code] : { reason: 'a quote is not closed.', mend: 'Close it.' };
  return new InputError({
    code: 'SCN_NOT_YAML',
    place: at(quote ?? pos[0]),
    reason: words?.reason ?? sentence(message),
    mend: words?.mend ?? 'Mend the YAML at this place, or put the text between quotes.',
  });
}

/** What `parseDocument` does, but ended by the first error or second document: junk would make 100,000 errors. */
function read(text: string, at: (offset: number) => Place, lineCounter: LineCounter): Document {
  const composer = new Composer({ lineCounter, uniqueKeys: false, prettyErrors: false, stringKeys: true });
  try {
    const [document, second] = composer.compose(
      upToError(new Parser(lineCounter.addNewLine).parse(text)),
      true,
      text.length,
    );
    if (second && document.errors.length === 0) throw severalDocuments(at(second.range[0]));
    return document;
  } catch (error) {
    // The parser's stack ran over: thousands of levels by indentation.
    if (error instanceof RangeError) throw tooDeep(at(0));
    throw error;
  }
}

function* upToError(tokens: Iterable<CST.Token>): Generator<CST.Token> {
  for (const token of tokens) {
    yield token;
    if (token.type === 'error') return;
  }
}

function severalDocuments(place: Place): InputError {
  const reason = 'a second document begins here (---).';
  return new InputError({ code: 'SCN_SEVERAL_DOCUMENTS', place, reason, mend: 'Keep one scenario in one file.' });
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
