// One walk over the nodes of a YAML document for what the parser lets through: keys that stand twice, merge keys, tags,
// aliases without an anchor, too many entries, too many levels.
import { InputError, type Place } from '#libs/messages';
import { isAlias, isCollection, isMap, isScalar, type Node } from 'yaml';
import { quoted } from './nearest';

export const MAX_NESTING = 64;
export const MAX_ALIASES = 100;
const MAX_ENTRIES = 10_000;

/** @throws InputError SCN_DUPLICATE_KEY, SCN_WRONG_KEY, SCN_MERGE_KEY, SCN_NOT_YAML, SCN_TOO_MANY, SCN_TOO_DEEP, SCN_ALIAS_BOMB */
export function refuseTraps(contents: unknown, at: (offset: number) => Place): void {
  new Walk(at).visit(contents, 0);
}

class Walk {
  readonly #anchors = new Set<string>();
  #aliases = 0;

  constructor(private readonly at: (offset: number) => Place) {}

  visit(node: unknown, depth: number): void {
    if (isAlias(node)) return this.#alias(node.source, node);
    if (!isScalar(node) && !isCollection(node)) return;
    if (depth > MAX_NESTING) throw tooDeep(this.#place(node));
    if (node.tag !== undefined) {
      throw this.#error(
        'SCN_NOT_YAML',
        node,
        'tags (!name) are not read.',
        'Drop the tag, or put the text between quotes.',
      );
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

export function tooDeep(place: Place): InputError {
  const reason = `maps and lists are nested more than ${MAX_NESTING} deep.`;
  return new InputError({ code: 'SCN_TOO_DEEP', place, reason, mend: 'A scenario needs no more than 8 levels.' });
}

export function tooManyAliases(place: Place): InputError {
  const mend = `Write the values out; at most ${MAX_ALIASES} aliases.`;
  return new InputError({ code: 'SCN_ALIAS_BOMB', place, reason: 'aliases (*name) unfold into too much.', mend });
}
