import { ticksOf } from './axis';
import { drawCurves } from './braille';
import { runDates } from '#libs/words';

const text = (solid: readonly number[], columns = 8, rows = 3): string[] =>
  drawCurves({ solid, dotted: [solid.map(() => 0)], columns, rows }).map((row) =>
    row.map((cell) => (cell.isSolid ? '#' : ' ')).join(''),
  );

describe('a curve', () => {
  it('lies on the top row at 100 % and on the bottom row at 0 %', () => {
    expect(text([1, 1, 1])).toEqual(['########', '        ', '        ']);
    expect(text([0])).toEqual(['        ', '        ', '########']);
  });

  it('leaves no gap where it jumps', () => {
    expect(text([0, 0, 0, 1, 1, 1], 6, 4).every((row) => row.includes('#'))).toBe(true);
  });

  it('shows the fall of one day in ten years', () => {
    const series = Array.from({ length: 3650 }, (_, day) => (day === 1234 ? 0 : 1));
    expect(text(series, 66, 5)[4].indexOf('#')).toBe(Math.floor((1234 * 66) / 3650));
  });
});

describe('the time axis', () => {
  it.each([
    [1, ['1 Feb']],
    [10, ['1 Feb', '2 Feb', '3 Feb', '4 Feb', '5 Feb', '6 Feb', '7 Feb', '8 Feb', '9 Feb', '10 Feb']],
    [60, ['1 Feb', '8 Feb', '15 Feb', '22 Feb', '29 Feb', '7 Mar', '14 Mar', '21 Mar', '28 Mar']],
    [365, ['1 Feb', '1 Mar', '1 Apr', '1 May', '1 Jun', '1 Jul', '1 Aug', '1 Sep', '1 Oct', '1 Nov', '1 Dec', '1 Jan']],
    [3650, ['2021', '2022', '2023', '2024', '2025', '2026', '2027', '2028', '2029', '2030']],
  ])('of %i days has round dates', (days, labels) => {
    const dates = runDates({ start: '2020-02-01', days, language: 'en' });
    expect(ticksOf(dates, 90).map(({ label }) => label)).toEqual(labels);
  });
});
