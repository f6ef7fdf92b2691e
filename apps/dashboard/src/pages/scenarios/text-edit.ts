// Changes of a scenario's text by path, as the form makes them: only the characters of the value change, so that comments
// and layout of the file stay as they were written. Paths are those of `--set`.
import { isMap, isScalar, parseDocument, type Document, type Node, type Pair, type YAMLMap } from 'yaml';

type Path = readonly string[];
type Entry = Pair<Node, Node | null>;

/** Where a value stands in the text: from its key to its end. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The text read, or undefined while it is no map of keys. */
export function documentOf(text: string): Document | undefined {
  const document = parseDocument(text, { logLevel: 'silent' });
  return document.errors.length === 0 && isMap(document.contents) ? document : undefined;
}

/** The entry of a map by its key as it is written. */
export function entryOf(map: unknown, key: string): Entry | undefined {
  if (!isMap(map)) return undefined;
  return (map.items as Entry[]).find((one) => isScalar(one.key) && String(one.key.value) === key);
}

/** Value at a path; undefined where there is none. */
export function nodeAt(document: Document, path: Path): Node | null | undefined {
  return path.reduce<Node | null | undefined>((node, part) => entryOf(node, part)?.value, document.contents);
}

/** A value as it is written: the characters, not what they mean. */
export function writtenAt(text: string, node: Node | null | undefined): string {
  if (!node?.range) return '';
  return isScalar(node) && typeof node.value === 'string' ? node.value : text.slice(node.range[0], node.range[1]);
}

/** Where an entry stands; undefined where it does not. */
export function spanOf(text: string, path: Path): Span | undefined {
  const document = documentOf(text);
  if (!document || path.length === 0) return undefined;
  const entry = entryOf(nodeAt(document, path.slice(0, -1)) ?? undefined, path[path.length - 1]) ?? undefined;
  if (!entry?.key.range) return undefined;
  return { from: entry.key.range[0], to: entry.value?.range?.[1] ?? entry.key.range[1] };
}

/**
 * Writes a value at a path; what is missing on the way is made.
 * @param value as one types it: numbers and words stay, all else is quoted
 * @returns the text as it was where it cannot be read, or where the path leads through a value
 */
export function setAt(text: string, path: Path, value: string): string {
  const document = documentOf(text);
  if (!document) return text;
  let map = document.contents as YAMLMap;
  for (let depth = 0; depth < path.length; depth++) {
    const entry = entryOf(map, path[depth]);
    if (!entry) return insert(text, map, path[depth], nested(path.slice(depth + 1), scalar(value)), depth === 0);
    const below = entry.value;
    if (depth === path.length - 1) {
      if (isMap(below)) return text;
      return below?.range
        ? splice(text, { from: below.range[0], to: below.range[1] }, scalar(value))
        : splice(text, at(afterColon(text, entry)), ` ${scalar(value)}`);
    }
    if (!isMap(below)) return text;
    map = below;
  }
  return text;
}

/** Gives an entry another key, unless there is one of that name. */
export function renameAt(text: string, path: Path, key: string): string {
  const document = documentOf(text);
  const map = document && nodeAt(document, path.slice(0, -1));
  const entry = entryOf(map, path[path.length - 1]);
  if (!entry?.key.range || entryOf(map, key) || key.trim() === '') return text;
  return splice(text, { from: entry.key.range[0], to: entry.key.range[1] }, scalar(key));
}

/** Takes an entry away; the last one of a map stays, since an empty map means something else. */
export function removeAt(text: string, path: Path): string {
  const document = documentOf(text);
  const map = document && (path.length === 1 ? document.contents : nodeAt(document, path.slice(0, -1)));
  if (!isMap(map) || map.items.length < 2) return text;
  const items = map.items as Entry[];
  const index = items.findIndex((one) => isScalar(one.key) && String(one.key.value) === path[path.length - 1]);
  if (index < 0) return text;
  const [from, to] = [startOf(items[index]), endOf(items[index])];
  if (!map.flow) return splice(text, { from: lineStart(text, from), to: nextLine(text, to) }, '');
  if (index > 0) return splice(text, { from: endOf(items[index - 1]), to }, '');
  return splice(text, { from, to: startOf(items[1]) }, '');
}

/** Keys stand in order where they are dates; a new key is put before the first later one, else at the end. */
function insert(text: string, map: YAMLMap, key: string, value: string, isRoot: boolean): string {
  const items = map.items as Entry[];
  const written = `${scalar(key)}: ${value}`;
  const later = isDated(key) ? items.find((one) => isScalar(one.key) && String(one.key.value) > key) : undefined;
  if (map.flow) {
    if (later) return splice(text, at(startOf(later)), `${written}, `);
    const last = items.at(-1);
    if (last) return splice(text, at(endOf(last)), `, ${written}`);
    const [from, to] = map.range ?? [0, 0];
    return splice(text, { from, to }, `{ ${written} }`);
  }
  const indent = isRoot ? '' : ' '.repeat(startOf(items[0]) - lineStart(text, startOf(items[0])));
  if (later) return splice(text, at(lineStart(text, startOf(later))), `${indent}${written}\n`);
  const end = nextLine(text, endOf(items[items.length - 1]));
  const isBroken = end === 0 || text[end - 1] === '\n';
  return splice(text, at(end), `${isBroken ? '' : '\n'}${indent}${written}\n`);
}

const DATE = /^(\d{4}-\d{2}-\d{2}|\d{1,4})$/;
const isDated = (key: string): boolean => DATE.test(key);

/** `a`, `b` and 1 become `{ a: { b: 1 } }`. */
function nested(path: Path, value: string): string {
  return path.reduceRight((below, part) => `{ ${scalar(part)}: ${below} }`, value);
}

const NUMBER = /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/;
const WORD = /^[\p{L}\p{N}][\p{L}\p{N} _.-]*$/u;

/** As it may stand in the file: numbers and plain words bare, all else quoted. */
function scalar(value: string): string {
  const isBare = NUMBER.test(value) || (WORD.test(value) && value === value.trim());
  return isBare ? value : JSON.stringify(value);
}

const at = (place: number): Span => ({ from: place, to: place });
const splice = (text: string, { from, to }: Span, put: string): string => text.slice(0, from) + put + text.slice(to);
const startOf = (entry: Entry): number => entry.key.range?.[0] ?? 0;
const endOf = (entry: Entry): number => entry.value?.range?.[1] ?? entry.key.range?.[1] ?? 0;
const afterColon = (text: string, entry: Entry): number => text.indexOf(':', entry.key.range?.[1] ?? 0) + 1;
const lineStart = (text: string, from: number): number => text.lastIndexOf('\n', from - 1) + 1;

/** A block's end lies at the start of the line after it, or within its last line. */
function nextLine(text: string, to: number): number {
  if (to > 0 && text[to - 1] === '\n') return to;
  const end = text.indexOf('\n', to);
  return end < 0 ? text.length : end + 1;
}
