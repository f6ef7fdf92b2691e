import { compileText, COUNTY, countyWith, faultOf } from './county.fixture';
import { MAX_SCENARIO_BYTES } from './yaml-text';

const lines = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('');
const indented = (leaf: string): string => lines(600, (i) => `${' '.repeat(i)}${leaf}\n`);
// Each list holds ten of the one before: a thousand million in the end.
const bomb = `a: &a [x]\n${[...'bcdefghij'].map((key, i) => `${key}: &${key} [${`*${'abcdefghi'[i]}, `.repeat(10)}]\n`).join('')}`;

/** Text, code, line:column ('' for the whole file), a piece of the mend. */
const cases: Record<string, [text: string, code: string, place: string, mend: string]> = {
  'an empty file': ['', 'SCN_EMPTY', '', 'init'],
  'whitespace only': [' \n\n\t', 'SCN_EMPTY', '', 'init'],
  'comments only': ['# one\n# two\n', 'SCN_EMPTY', '', 'init'],
  'a binary file': ['\u007fELF\u0000\u0001', 'SCN_NOT_TEXT', '', 'UTF-8'],
  'UTF-16 read as UTF-8': ['\uFFFD\uFFFDr\u0000e\u0000', 'SCN_NOT_TEXT', '', 'UTF-16'],
  'more text than a scenario needs': [`${COUNTY}# ${'x'.repeat(MAX_SCENARIO_BYTES)}`, 'SCN_TOO_LARGE', '', 'CSV'],
  'a list': ['- a\n', 'SCN_WRONG_TYPE', '1:1', 'resumption: 1'],
  'a single value': ['hello\n', 'SCN_WRONG_TYPE', '1:1', 'resumption: 1'],
  'a second document': [`${COUNTY}---\na: 1\n`, 'SCN_SEVERAL_DOCUMENTS', '66:1', 'one scenario'],
  'an alias bomb': [bomb, 'SCN_ALIAS_BOMB', '2:8', 'Write the values out'],
  '200 aliases': [`a: &a 1\nb: [${'*a, '.repeat(200)}]\n`, 'SCN_ALIAS_BOMB', '2:405', 'at most 100'],
  'an alias without an anchor': [countyWith('seed: 3', 'seed: *nope'), 'SCN_NOT_YAML', '6:7', 'Write the value out'],
  'an anchor inside itself': [countyWith('seed: 3', 'seed: &x [*x]'), 'SCN_NOT_YAML', '6:11', 'Write the value out'],
  'a merge key': [countyWith('seed: 3', '<<: { seed: 3 }'), 'SCN_MERGE_KEY', '6:1', 'Write the values out'],
  'a tag': [countyWith('seed: 3', 'seed: !!binary 3'), 'SCN_NOT_YAML', '6:16', 'Drop the tag'],
  'YAML 1.1': [`%YAML 1.1\n---\n${COUNTY}`, 'SCN_NOT_YAML', '1:1', 'YAML 1.2'],
  '20,000 nested brackets': [`a: ${'['.repeat(20_000)}${']'.repeat(20_000)}`, 'SCN_TOO_DEEP', '1:68', '8 levels'],
  '20,000 nested sequences': [`${'- '.repeat(20_000)}x`, 'SCN_TOO_DEEP', '1:1', '8 levels'],
  '600 maps by indentation': [indented('a:'), 'SCN_TOO_DEEP', '66:66', '8 levels'],
  '600 lists by indentation': [indented('-'), 'SCN_TOO_DEEP', '66:66', '8 levels'],
  'a whole file of brackets': ['{}\n'.repeat(80_000), 'SCN_NOT_YAML', '2:1', 'YAML'],
  'a second document after a wrong one': ['a: [\n---\nb: 1\n', 'SCN_NOT_YAML', '2:1', 'Indent'],
  'an unclosed quote, where it opens': [countyWith('en: County', 'en: "County'), 'SCN_NOT_YAML', '3:13', 'Close it'],
  tabs: [countyWith('  inputs', '\tinputs'), 'SCN_NOT_YAML', '8:1', 'blanks'],
  'two colons': [countyWith('id: county', 'id: a: b'), 'SCN_NOT_YAML', '2:5', 'colon'],
  'a key that is a list': ['? [a, b]\n: 1\n', 'SCN_NOT_YAML', '1:3', 'key: value'],
  'a key twice': [countyWith('seed: 3', 'seed: 3\nseed: 4'), 'SCN_DUPLICATE_KEY', '7:1', 'once'],
  '__proto__ as a key': [countyWith('alice:', '__proto__:'), 'SCN_WRONG_KEY', '52:3', 'another name'],
  '20,000 keys': [lines(20_000, (i) => `k${i}: 1\n`), 'SCN_TOO_MANY', '1:1', 'CSV'],
};

describe('a text that is no scenario', () => {
  it.each(Object.entries(cases))('%s', (_, [text, code, place, mend]) => {
    const fault = faultOf(() => compileText(text));
    const { line, column } = fault.place ?? {};
    expect({ code: fault.code, place: line === undefined ? '' : `${line}:${column}` }).toEqual({ code, place });
    expect(fault.mend).toContain(mend);
    expect(fault.place?.file).toBe('scenario.yaml');
    expect(fault.reason).toMatch(/^[^\n]{5,200}\.$/);
  });

  it('is not a file with a byte order mark, Windows line ends, or anchors that are used', () => {
    const plain = compileText(COUNTY).chain;
    const windows = `\uFEFF${COUNTY.replaceAll('\n', '\r\n')}`.replace('coverDays: 12 }', 'coverDays: &cover 12 }');
    expect(compileText(windows.replace('coverDays: 12 }', 'coverDays: *cover }')).chain).toEqual(plain);
  });

  it('shows odd keys without their control characters', () => {
    const { path, reason } = faultOf(() => compileText(countyWith('seed: 3', '"\\e[31m\\nseed": 3')));
    expect({ path, reason }).toEqual({ path: '[31mseed', reason: 'unknown key "\\u001b[31m\\nseed".' });
  });
});
