// Turns what the schema found into one error: what was found, what is allowed, the nearest valid word.
import type { InputError } from '#libs/messages';
import type { z } from 'zod';
import { didYouMean } from './nearest';
import type { Locator, Path } from './scenario-file';
import { scenarioJsonSchema } from './schema/scenario';

type Issue = z.core.$ZodIssue;

/** The error of the first issue in the file. */
export function schemaError(issues: readonly Issue[], content: unknown, locator: Locator): InputError {
  const issue = deepest(issues[0]);
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  const found = describe(valueAt(content, path));
  switch (issue.code) {
    case 'unrecognized_keys':
      return locator.error(
        'SCN_UNKNOWN_KEY',
        [...path, issue.keys[0]],
        `unknown key "${issue.keys[0]}".`,
        didYouMean(issue.keys[0], allowedKeys(path)),
      );
    case 'invalid_type':
      return found === 'nothing'
        ? locator.error('SCN_MISSING_KEY', path, 'the key is missing.', `Give ${article(issue.expected)}.`)
        : locator.error(
            'SCN_WRONG_TYPE',
            path,
            `${found} where ${article(issue.expected)} belongs.`,
            `Write ${article(issue.expected)}.`,
          );
    case 'invalid_value': {
      const valid = issue.values.map(String);
      return locator.error(
        'SCN_WRONG_VALUE',
        path,
        `${found} is not one of the values.`,
        didYouMean(String(valueAt(content, path)), valid),
      );
    }
    case 'too_small':
      return locator.error(
        'SCN_OUT_OF_RANGE',
        path,
        `${found} is too small.`,
        `The least valid value is ${String(issue.minimum)}.`,
      );
    case 'too_big':
      return locator.error(
        'SCN_OUT_OF_RANGE',
        path,
        `${found} is too large.`,
        `The greatest valid value is ${String(issue.maximum)}.`,
      );
    case 'invalid_key':
      return locator.error(
        'SCN_WRONG_KEY',
        path,
        `"${String(path[path.length - 1])}" cannot stand here.`,
        issue.issues[0]?.message ?? '',
      );
    default:
      return locator.error('SCN_INVALID', path, `${found}: ${issue.message}.`, 'See `resumption schema scenario`.');
  }
}

/** Of a union, the member that got furthest says what is wrong. */
function deepest(issue: Issue): Issue {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return issue;
  const depth = (branch: readonly Issue[]): number => Math.max(0, ...branch.map(({ path }) => path.length));
  const best = [...issue.errors].sort((a, b) => depth(b) - depth(a))[0];
  const inner = deepest(best[0]);
  return { ...inner, path: [...issue.path, ...inner.path] };
}

function valueAt(content: unknown, path: Path): unknown {
  let value = content;
  for (const part of path) value = (value as Record<string | number, unknown> | undefined)?.[part];
  return value;
}

function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'an empty value';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  return typeof value === 'string' ? `"${value.slice(0, 60)}"` : String(value as number | boolean);
}

function article(expected: string): string {
  const word =
    ({ record: 'map', object: 'map', array: 'list', int: 'whole number', string: 'text' } as Record<string, string>)[
      expected
    ] ?? expected;
  return `a ${word}`;
}

interface JsonSchema {
  properties?: Record<string, JsonSchema>;
  additionalProperties?: JsonSchema | boolean;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  items?: JsonSchema;
}

/** Keys that may stand at a path. */
function allowedKeys(path: Path): string[] {
  let nodes: JsonSchema[] = [scenarioJsonSchema() as JsonSchema];
  for (const part of path) {
    nodes = nodes.flatMap(alternatives).flatMap((node) => {
      const next = typeof part === 'number' ? node.items : node.properties?.[part];
      if (next) return [next];
      return typeof node.additionalProperties === 'object' ? [node.additionalProperties] : [];
    });
  }
  return nodes.flatMap(alternatives).flatMap((node) => Object.keys(node.properties ?? {}));
}

function alternatives(node: JsonSchema): JsonSchema[] {
  return [node, ...(node.anyOf ?? []), ...(node.oneOf ?? [])];
}
