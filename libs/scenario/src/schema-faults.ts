// Turns what the schema found into one error of all faults: what was found, what is allowed, the nearest valid word.
import { InputError, MOST_FAULTS, type InputFault, type Place } from '#libs/messages';
import type { z } from 'zod';
import { allowedKeys, allowedWords, expectedAt } from './expected';
import { didYouMean, quoted } from './nearest';
import type { Locator, Path } from './scenario-file';
import { datePattern, dayPattern } from './schema/basics';

type Issue = z.core.$ZodIssue;

/**
 * All that the schema found, in the order of the text. A key that is missing is not told beside an unknown one, which it
 * may be misspelt.
 */
export function schemaError(issues: readonly Issue[], content: unknown, locator: Locator): InputError {
  const parentOf = ({ path }: Issue): string => path.slice(0, -1).join('.');
  const withStrange = new Set(issues.flatMap((one) => (one.code === 'unrecognized_keys' ? [one.path.join('.')] : [])));
  const faults = issues
    .filter((one) => !(isMissing(one, content) && withStrange.has(parentOf(one))))
    .slice(0, MOST_FAULTS)
    .flatMap((one) => faultsIn(deepest(one, content), content, locator))
    .sort((a, b) => byPlace(a.place, b.place));
  return InputError.of(faults.slice(0, MOST_FAULTS));
}

function byPlace(a: Place | undefined, b: Place | undefined): number {
  return (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0);
}

/** One for each key that is unknown, else one. */
function faultsIn(issue: Issue, content: unknown, locator: Locator): InputFault[] {
  const path = pathOf(issue);
  const fault: FaultAt = (code, reason, mend, at = path) => locator.error(code, at, reason, mend).fault;
  if (issue.code !== 'unrecognized_keys') return [faultIn(issue, valueAt(content, path), path, fault)];
  const allowed = allowedKeys(path);
  return issue.keys
    .slice(0, MOST_FAULTS)
    .map((key) => fault('SCN_UNKNOWN_KEY', `unknown key ${quoted(key)}.`, didYouMean(key, allowed), [...path, key]));
}

function faultIn(
  issue: Exclude<Issue, { code: 'unrecognized_keys' }>,
  value: unknown,
  path: (string | number)[],
  fault: FaultAt,
): InputFault {
  switch (issue.code) {
    case 'too_small':
    case 'too_big':
      return fault('SCN_OUT_OF_RANGE', sizeReason(issue, value), `Give ${sizeMend(issue, path)}.`);
    case 'invalid_key':
      return wordFault(issue.issues[0], String(path[path.length - 1]), 'SCN_WRONG_KEY', fault);
    case 'invalid_format':
      return wordFault(issue, String(value), 'SCN_WRONG_VALUE', fault);
    case 'custom':
      if (typeof value === 'string') return wordFault(issue, value, 'SCN_WRONG_VALUE', fault);
      return fault('SCN_WRONG_VALUE', `${issue.message}.`, 'Write {2020-02-18: 1}.');
    case 'invalid_type':
    case 'invalid_value':
    case 'invalid_union':
    case 'invalid_element':
    case 'not_multiple_of':
      return valueFault(path, value, fault);
  }
}

type FaultAt = (code: string, reason: string, mend: string, at?: Path) => InputFault;

/** Nothing, or a value of the wrong kind, or none of the words that may stand there. */
function valueFault(path: Path, value: unknown, fault: FaultAt): InputFault {
  const expected = expectedAt(path);
  if (value === undefined) return fault('SCN_MISSING_KEY', 'the key is missing.', `Give ${expected}.`);
  if (typeof value === 'number' && !Number.isFinite(value)) {
    return fault(
      'SCN_WRONG_TYPE',
      Number.isNaN(value) ? '.nan is not a number.' : 'the number is infinite.',
      `Give ${expected}.`,
    );
  }
  const words = allowedWords(path);
  if (words.length > 0 && (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')) {
    const nearest = didYouMean(String(value), words);
    const mend = nearest.startsWith('Did') ? `${nearest} Valid: ${expected}.` : `Valid: ${expected}.`;
    return fault('SCN_WRONG_VALUE', `${describe(value)} is not valid here.`, mend);
  }
  const isMisfit = typeof value === 'object' && value !== null && !Array.isArray(value) && expected.startsWith('a map');
  const reason = isMisfit
    ? 'these keys do not make one of the maps that can stand here.'
    : `${describe(value)} cannot stand here.`;
  return fault('SCN_WRONG_TYPE', reason, `Give ${expected}.`);
}

/** A word that is no id or no date. */
function wordFault(issue: Issue, word: string, code: string, fault: FaultAt): InputFault {
  const pattern = issue.code === 'invalid_format' ? issue.pattern : undefined;
  if (pattern === String(dayPattern) || pattern === String(datePattern)) {
    const mend = pattern === String(dayPattern) ? 'Write 2020-02-18, or a day number.' : 'Write 2020-02-01.';
    return fault('SCN_BAD_DATE', `${quoted(word)} is no date.`, mend);
  }
  if (issue.code === 'custom') return fault(code, `${quoted(word)} is a reserved word.`, 'Use another name.');
  const mend = 'Use up to 64 letters, digits, - and _, starting with a letter.';
  return fault(code, `${quoted(word)} is no id.`, mend);
}

function sizeReason(issue: Issue & { code: 'too_small' | 'too_big' }, value: unknown): string {
  const isSmall = issue.code === 'too_small';
  if (Array.isArray(value)) return `the list has ${value.length} entries, too ${isSmall ? 'few' : 'many'}.`;
  if (typeof value === 'string') return `the text has ${value.length} characters, too ${isSmall ? 'few' : 'many'}.`;
  return `${describe(value)} is too ${isSmall ? 'small' : 'large'}.`;
}

function sizeMend(issue: Issue & { code: 'too_small' | 'too_big' }, path: Path): string {
  if (issue.origin === 'number' || issue.origin === 'int') return expectedAt(path);
  return issue.code === 'too_small' ? `at least ${issue.minimum}` : `at most ${issue.maximum}`;
}

/**
 * Of a union, what is wrong with the member that was meant: the one whose kind the value has; of several maps, the one
 * whose keys are there.
 */
function deepest(issue: Issue, content: unknown): Issue {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return issue;
  const value = valueAt(content, pathOf(issue));
  const ofKind = issue.errors.filter(
    (branch) => !branch.some((one) => one.path.length === 0 && isOtherKind(one, value)),
  );
  const known = ofKind.filter(
    (branch) => !branch.some((one) => one.code === 'unrecognized_keys' && one.path.length === 0),
  );
  const meant = ofKind.length === 1 ? ofKind : known;
  if (meant.length === 0) {
    const strange = unknownToAll(ofKind);
    return strange.length === 0
      ? { ...issue, errors: [] }
      : { code: 'unrecognized_keys', keys: strange, path: issue.path, message: '' };
  }
  if (meant.length > 1) return { ...issue, errors: [] };
  const inner = meant[0].find((one) => one.code === 'unrecognized_keys') ?? meant[0][0];
  return deepest({ ...inner, path: [...issue.path, ...inner.path] }, content);
}

/** Whether the issue says that the value is no map, no list, no number ... at all, or none of some words. */
function isOtherKind(issue: Issue, value: unknown): boolean {
  if (issue.code === 'invalid_value') return true;
  return issue.code === 'invalid_type' && !(issue.expected === 'int' && typeof value === 'number');
}

/** Keys that no member of the union knows. */
function unknownToAll(branches: readonly (readonly Issue[])[]): string[] {
  const lists = branches.map((branch) => branch.flatMap((one) => (one.code === 'unrecognized_keys' ? one.keys : [])));
  return (lists.at(0) ?? []).filter((key) => lists.every((keys) => keys.includes(key)));
}

function isMissing(issue: Issue, content: unknown): boolean {
  return issue.code === 'invalid_type' && valueAt(content, pathOf(issue)) === undefined;
}

function pathOf(issue: Issue): (string | number)[] {
  return issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
}

function valueAt(content: unknown, path: Path): unknown {
  let value = content;
  for (const part of path) {
    value =
      typeof value === 'object' && value !== null && Object.hasOwn(value, part)
        ? (value as Record<string | number, unknown>)[part]
        : undefined;
  }
  return value;
}

function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'an empty value';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return quoted(value);
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : 'a map';
}
