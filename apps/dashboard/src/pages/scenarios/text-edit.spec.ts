import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parse } from 'yaml';
import { removeAt, renameAt, setAt, spanOf } from './text-edit';

const FILE = `# A county.
name: { en: County, zh: 县 } # in two languages
days: 60
levers:
  # the road
  passes: { acts: passes, values: { 2020-02-10: 30, 2020-02-16: 94 }, source: K13 }
  seats:
    acts: trainSeats
    values:
      2020-02-16: 800   # trains
      2020-03-15: 0
`;

describe('a scenario that the form changes', () => {
  it('keeps every character but those of the value', () => {
    expect(setAt(FILE, ['levers', 'passes', 'values', '2020-02-10'], '60')).toBe(FILE.replace(': 30', ': 60'));
    expect(setAt(FILE, ['days'], '90')).toBe(FILE.replace('days: 60', 'days: 90'));
  });

  it('keeps what is typed when it is no number, so that the check can name it', () => {
    expect(setAt(FILE, ['days'], 'sixty')).toContain('days: sixty\n');
    expect(setAt(FILE, ['days'], '')).toContain('days: ""\n');
    expect(parse(setAt(FILE, ['name', 'en'], 'A: b, {c}'))).toMatchObject({ name: { en: 'A: b, {c}' } });
  });

  it('puts a new date where it belongs, in a flow and in a block', () => {
    const within = setAt(FILE, ['levers', 'passes', 'values', '2020-02-13'], '60');
    expect(within).toContain('{ 2020-02-10: 30, 2020-02-13: 60, 2020-02-16: 94 }');
    expect(setAt(FILE, ['levers', 'passes', 'values', '2020-03-01'], '124')).toContain(
      '2020-02-16: 94, 2020-03-01: 124 }',
    );
    const block = setAt(FILE, ['levers', 'seats', 'values', '2020-03-01'], '900');
    expect(block).toContain('      2020-02-16: 800   # trains\n      2020-03-01: 900\n      2020-03-15: 0\n');
    expect(setAt(FILE, ['levers', 'seats', 'values', '2020-04-01'], '1')).toContain(
      '2020-03-15: 0\n      2020-04-01: 1\n',
    );
  });

  it('makes what is missing on the way', () => {
    expect(parse(setAt(FILE, ['market', 'opens'], '2020-02-18'))).toMatchObject({ market: { opens: '2020-02-18' } });
    expect(setAt(FILE.trimEnd(), ['seed'], '7').endsWith('\nseed: 7\n')).toBe(true);
  });

  it('never writes into a map or through a value', () => {
    expect(setAt(FILE, ['levers', 'passes'], '3')).toBe(FILE);
    expect(setAt(FILE, ['days', 'more'], '3')).toBe(FILE);
  });

  it('takes a date away, and never the last one', () => {
    const one = removeAt(FILE, ['levers', 'passes', 'values', '2020-02-10']);
    expect(one).toContain('values: { 2020-02-16: 94 }');
    expect(removeAt(one, ['levers', 'passes', 'values', '2020-02-16'])).toBe(one);
    expect(removeAt(FILE, ['levers', 'seats', 'values', '2020-02-16'])).toContain('    values:\n      2020-03-15: 0\n');
    expect(removeAt(FILE, ['levers', 'passes', 'values', '2020-02-16'])).toContain('values: { 2020-02-10: 30 }');
  });

  it('gives a date another day, unless that day is taken', () => {
    const path = ['levers', 'passes', 'values', '2020-02-10'];
    expect(renameAt(FILE, path, '2020-02-12')).toContain('{ 2020-02-12: 30,');
    expect(renameAt(FILE, path, '2020-02-16')).toBe(FILE);
  });

  it('leaves a text alone that cannot be read', () => {
    expect(setAt('a: {', ['a'], '1')).toBe('a: {');
  });

  it('names the place of an entry', () => {
    const span = spanOf(FILE, ['levers', 'passes', 'values', '2020-02-16']);
    expect(FILE.slice(span?.from, span?.to)).toBe('2020-02-16: 94');
  });
});

describe('the scenario of Keqiao', () => {
  const text = readFileSync(join(__dirname, '../../../../../seeds/keqiao/scenario.yaml'), 'utf8');
  const levers = Object.entries((parse(text) as { levers: Record<string, { values: object }> }).levers);

  it('means the same after any change of a lever, but for that value', () => {
    const values = levers.flatMap(([id, lever]) => Object.keys(lever.values).map((date) => [id, date] as const));
    fc.assert(
      fc.property(fc.constantFrom(...values), fc.integer({ min: 0, max: 1e6 }), ([id, date], value) => {
        const path = ['levers', id, 'values', date];
        const changed = setAt(text, path, String(value));
        const expected = parse(text) as { levers: Record<string, { values: Record<string, number> }> };
        expected.levers[id].values[date] = value;
        expect(parse(changed)).toEqual(expected);
        expect(changed.split('\n').filter((line, i) => line !== text.split('\n')[i]).length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 50 },
    );
  });
});
