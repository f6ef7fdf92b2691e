import { amountOf, decided, fieldText, settingText, stepsFrom } from './amount';

/** Passes: 30 from day 9, 60 from day 12, 94 from day 15. */
const passes = Array.from({ length: 20 }, (_, day) => (day < 9 ? 0 : day < 12 ? 30 : day < 15 ? 60 : 94));

describe('what is typed for a lever', () => {
  it('is a value where it has no sign', () => {
    expect(amountOf('120', 'count')).toEqual({ way: 'to', value: 120 });
    expect(amountOf(' 40,000 ', 'count')).toEqual({ way: 'to', value: 40000 });
  });
  it('is a change where it has one, with a true minus too', () => {
    expect(amountOf('+30', 'count')).toEqual({ way: 'by', value: 30 });
    expect(amountOf('−10', 'count')).toEqual({ way: 'by', value: -10 });
    expect(amountOf('- 10', 'count')).toEqual({ way: 'by', value: -10 });
  });
  it('may say a ratio in percent or as it is', () => {
    expect(amountOf('60%', 'ratio')).toEqual({ way: 'to', value: 0.6 });
    expect(amountOf('60', 'ratio')).toEqual({ way: 'to', value: 0.6 });
    expect(amountOf('0.6', 'ratio')).toEqual({ way: 'to', value: 0.6 });
    expect(amountOf(fieldText(0.6, 'ratio'), 'ratio')).toEqual({ way: 'to', value: 0.6 });
  });
  it('is nothing where it is no number', () => {
    for (const text of ['', 'many', '30 passes', '1e', '--3', '3-']) expect(amountOf(text, 'count')).toBeUndefined();
  });
});

describe('30 more passes from day 12', () => {
  const steps = decided(passes, 12, { way: 'by', value: 30 });
  it('are 30 more at every later step', () => {
    expect(steps).toEqual([
      { day: 12, value: 90 },
      { day: 15, value: 124 },
    ]);
  });
  it('are told to the fork by day', () => {
    expect(settingText(steps)).toBe('{ 12: 90, 15: 124 }');
  });
});

describe('a value from a day on', () => {
  it('stands to the end of the run', () => {
    expect(settingText(decided(passes, 12, { way: 'to', value: 120 }))).toBe('120');
  });
});

describe('more of what the plan ends', () => {
  it('ends when the plan says', () => {
    const seats = [800, 800, 0, 0];
    expect(decided(seats, 1, { way: 'by', value: 200 })).toEqual([
      { day: 1, value: 1000 },
      { day: 2, value: 0 },
    ]);
  });
  it('never falls below nothing', () => {
    expect(decided([5, 5], 0, { way: 'by', value: -9 })).toEqual([{ day: 0, value: 0 }]);
  });
});

describe('the steps of a schedule', () => {
  it('begin with the day asked for', () => {
    expect(stepsFrom(passes, 13)).toEqual([
      { day: 13, value: 60 },
      { day: 15, value: 94 },
    ]);
  });
});
