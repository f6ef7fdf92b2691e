// A sector's days in short.
import { BINDING_CONSTRAINTS } from '#libs/messages';
import { shortageOf, spellsOf, staysAbove } from './sector-story';

const at = (name: (typeof BINDING_CONSTRAINTS)[number]): number => BINDING_CONSTRAINTS.indexOf(name);

describe('the travel of a shortage', () => {
  it('begins on the first day below 95 %, and ends on the day from which the sector stays at 95 %', () => {
    expect(shortageOf([1, 0.96, 0.94, 0.5, 0.96, 0.9, 0.97, 1])).toEqual({
      firstDay: 2,
      lowestDay: 3,
      lowest: 0.5,
      backDay: 6,
    });
  });
  it('is none while the sector never falls below 95 %', () => expect(shortageOf([1, 0.951, 1])).toBeNull());
  it('is not over while the last day is below', () => expect(shortageOf([1, 0.2, 0.9])?.backDay).toBeNull());
});

describe('the day from which a series stays above a level', () => {
  it.each([
    [[0.1, 0.9, 0.9], 1],
    [[0.9, 0.1, 0.8], 2],
    [[0.9, 0.9], 0],
    [[0.9, 0.1], null],
  ])('of %j is %j', (series, day) => expect(staysAbove(series, 0.8)).toBe(day));
});

describe('what held a sector, in turn', () => {
  it('leaves out single days and days on which nothing holds it, and joins what they part', () => {
    const days = ['gate', 'gate', 'input', 'gate', 'gate', 'none', 'none', 'capacity', 'capacity'] as const;
    expect(spellsOf(days.map(at))).toEqual([
      { bound: 'gate', fromDay: 0 },
      { bound: 'capacity', fromDay: 7 },
    ]);
  });
});
