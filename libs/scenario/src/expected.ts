// What may stand at a path of the file, in words: read from the JSON Schema, and only when there is an error to explain.
import { scenarioJsonSchema } from './schema/scenario';
import type { Path } from './scenario-file';

interface JsonSchema {
  type: 'object' | 'array' | 'boolean' | 'integer' | 'number' | 'string';
  const?: string | number;
  enum?: (string | number)[];
  description?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: JsonSchema | boolean;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  items?: JsonSchema;
  minimum?: number;
  maximum?: number;
}

/** Keys that may stand in the map at a path. */
export function allowedKeys(path: Path): string[] {
  return [...new Set(nodesAt(path).flatMap((node) => Object.keys(node.properties ?? {})))];
}

/** Words that may stand at a path, where only some may. */
export function allowedWords(path: Path): string[] {
  return nodesAt(path).flatMap(wordsOf);
}

/** `a whole number from 1 to 3650`, `hard, partial or a map {psi}`. */
export function expectedAt(path: Path): string {
  const nodes = nodesAt(path);
  const words = nodes.flatMap(wordsOf);
  const kinds = nodes.filter((node) => wordsOf(node).length === 0).map(kindOf);
  return joined([...new Set([...words, ...kinds.filter((kind) => kind !== '')])]) || 'another value';
}

function nodesAt(path: Path): JsonSchema[] {
  let nodes = alternatives(scenarioJsonSchema() as JsonSchema);
  for (const part of path) {
    nodes = nodes.flatMap((node) => below(node, part)).flatMap(alternatives);
  }
  return nodes;
}

function below({ items, properties, additionalProperties }: JsonSchema, part: string | number): JsonSchema[] {
  if (typeof part === 'number') return items ? [items] : [];
  if (properties && Object.hasOwn(properties, part)) return [properties[part]];
  return typeof additionalProperties === 'object' ? [additionalProperties] : [];
}

/** The node itself, or what it is a choice of. */
function alternatives(node: JsonSchema): JsonSchema[] {
  const choice = node.anyOf ?? node.oneOf;
  return choice ? choice.flatMap(alternatives) : [node];
}

function wordsOf(node: JsonSchema): string[] {
  if (node.enum) return node.enum.map(String);
  return node.const === undefined ? [] : [`${node.const}`];
}

function kindOf(node: JsonSchema): string {
  switch (node.type) {
    case 'object': {
      const keys = node.required?.length ? node.required : Object.keys(node.properties ?? {});
      return keys.length === 0 ? 'a map' : `a map {${keys.slice(0, 8).join(', ')}}`;
    }
    case 'array':
      return 'a list';
    case 'boolean':
      return 'true or false';
    case 'integer':
      return `a whole number${range(node)}`;
    case 'number':
      return `a number${range(node)}`;
    case 'string':
      return node.description ?? 'a text';
  }
}

function range({ minimum, maximum }: JsonSchema): string {
  return minimum === undefined || maximum === undefined ? '' : ` from ${short(minimum)} to ${short(maximum)}`;
}

/** 1e15 rather than a 1 with fifteen zeros. */
function short(value: number): string {
  const text = value.toExponential();
  return /^1e[+-]?\d+$/.test(text) && (value >= 1e7 || (value > 0 && value < 1e-3))
    ? text.replace('+', '')
    : String(value);
}

function joined(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} or ${parts[parts.length - 1]}`;
}
