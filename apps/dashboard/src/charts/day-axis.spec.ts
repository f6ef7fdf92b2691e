import { dayAxis, tickDays } from './day-axis';
import { spellsOf } from './spells';

describe('the axis of days', () => {
  const axis = dayAxis({ days: 60, left: 168, right: 1248 });
  it('has a cell for each day, edge to edge', () => {
    expect(axis.x(0)).toBe(168);
    expect(axis.x(60)).toBe(1248);
    expect(axis.centre(0)).toBe(177);
  });
  it('finds the day under a pixel, and the nearest one outside', () => {
    expect(axis.dayAt(axis.centre(37))).toBe(37);
    expect(axis.dayAt(-50)).toBe(0);
    expect(axis.dayAt(5000)).toBe(59);
  });
  it('writes dates of whole weeks, as many as fit', () => {
    expect(tickDays(axis)).toEqual([0, 7, 14, 21, 28, 35, 42, 49, 56]);
    const narrow = tickDays(dayAxis({ days: 60, left: 96, right: 350 }));
    expect(narrow.every((day) => day % 7 === 0)).toBe(true);
    expect(narrow.length).toBeLessThan(6);
  });
});

describe('spells', () => {
  it('are runs of equal words', () => {
    expect(spellsOf(['a', 'a', 'b', 'a'])).toEqual([
      { from: 0, to: 1, word: 'a' },
      { from: 2, to: 2, word: 'b' },
      { from: 3, to: 3, word: 'a' },
    ]);
  });
});
