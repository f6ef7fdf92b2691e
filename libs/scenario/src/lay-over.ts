// `--set path=value`: a value laid over the file's content before it is checked, so that both are checked alike. `null`
// takes the key away.
import { InputError } from '#libs/messages';
import { didYouMean, quoted } from './nearest';
import { readYaml } from './yaml-text';

/** One `--set path=value`, the value as YAML. */
export interface Override {
  readonly path: string;
  readonly value: string;
}

const MAX_PARTS = 12;

/** Parts of an override's path. @throws InputError CLI_BAD_SET */
export function partsOf({ path }: Override): string[] {
  const parts = path.split('.');
  if (parts.length > MAX_PARTS || parts.some((part) => part === '' || part === '__proto__')) {
    throw badSet(path, 'no such path.', 'Write it as in the file, with dots: --set rules.overtime=off.');
  }
  return parts;
}

/** The content with the override's value at its path; maps on the way are copied, what is not there is made. */
export function layOver(content: unknown, override: Override): unknown {
  return replaced(content, partsOf(override), valueOf(override), override.path, 0);
}

/** What is written behind the equals sign. @throws InputError CLI_BAD_SET */
export function valueOf({ path, value }: Override): unknown {
  if (value.trim() === '')
    throw badSet(path, 'no value after the equals sign.', 'Write --set days=30, or null to take the key away.');
  try {
    return readYaml(value, '--set').content;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const { reason } = error.fault;
    throw badSet(
      path,
      `${quoted(value)} is no YAML value: ${reason}`,
      'Quote it, or write a number, a word or {a: 1}.',
    );
  }
}

function replaced(node: unknown, parts: readonly string[], value: unknown, path: string, depth: number): unknown {
  if (depth === parts.length) return value;
  const part = parts[depth];
  if (Array.isArray(node)) {
    const index = /^\d{1,5}$/.test(part) ? Number(part) : node.length;
    if (index >= node.length) {
      const range = node.length === 0 ? 'it is empty' : `they go from 0 to ${node.length - 1}`;
      throw badSet(
        path,
        `${parts.slice(0, depth).join('.')} is a list without an entry ${quoted(part)}.`,
        `Name an entry by its number; ${range}.`,
      );
    }
    return node.map((entry: unknown, i) => (i === index ? replaced(entry, parts, value, path, depth + 1) : entry));
  }
  if (node !== undefined && node !== null && typeof node !== 'object') {
    throw badSet(path, `${parts.slice(0, depth).join('.')} holds a value, not keys.`, 'End the path there.');
  }
  const map = (node ?? {}) as Record<string, unknown>;
  if (value === null && depth === parts.length - 1) {
    if (!Object.hasOwn(map, part)) throw nothingThere(parts, path, depth, map);
    return without(map, part);
  }
  const below = Object.hasOwn(map, part) ? map[part] : undefined;
  return { ...map, [part]: replaced(below, parts, value, path, depth + 1) };
}

/** Taking away what is not there would change nothing, and look as if it made no difference. */
function nothingThere(parts: readonly string[], path: string, depth: number, map: object): InputError {
  const where = depth === 0 ? 'the file' : parts.slice(0, depth).join('.');
  const reason = `there is no ${quoted(parts[depth])} in ${where} to take away.`;
  return badSet(path, reason, didYouMean(parts[depth], Object.keys(map)));
}

function without(map: Record<string, unknown>, key: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(map).filter(([name]) => name !== key));
}

export function badSet(path: string, reason: string, mend: string): InputError {
  return new InputError({ code: 'CLI_BAD_SET', place: { file: '--set' }, path: path.slice(0, 200), reason, mend });
}
