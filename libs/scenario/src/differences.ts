// Which keys two or more scenario texts differ in: by what is written, not by how it is written.
import { readYaml } from './yaml-text';

export interface KeyDifference {
  readonly path: string;
  /** One a text: the value as JSON; null where the text does not have the key. */
  readonly values: readonly (string | null)[];
}

/** @returns the lowest keys that differ, in the order of the texts. @throws InputError as `parseScenario` */
export function keyDifferences(texts: readonly { readonly name: string; readonly text: string }[]): KeyDifference[] {
  if (texts.every(({ text }) => text === texts[0].text)) return [];
  const written = texts.map(({ name, text }) => {
    const leaves = new Map<string, string>();
    collect(readYaml(text, name).content, '', leaves);
    return leaves;
  });
  const paths = [...new Set(written.flatMap((leaves) => [...leaves.keys()]))];
  return paths
    .map((path) => ({ path, values: written.map((leaves) => leaves.get(path) ?? null) }))
    .filter(({ values }) => values.some((value) => value !== values[0]));
}

/** Maps are walked down; lists and values are leaves. */
function collect(node: unknown, path: string, leaves: Map<string, string>): void {
  const isMap = typeof node === 'object' && node !== null && !Array.isArray(node);
  const entries = isMap ? Object.entries(node) : [];
  if (entries.length === 0) leaves.set(path, JSON.stringify(node));
  for (const [key, below] of entries) collect(below, path === '' ? key : `${path}.${key}`, leaves);
}
