// The pattern search of a fit, on misfits that are known.
import fc from 'fast-check';
import { patternSearch, type FreeNumber } from './index';

const free: readonly FreeNumber[] = [
  { from: 0, to: 100, step: 1, start: 10 },
  { from: -1, to: 1, step: 0.05, start: 0 },
];

function find(
  misfitOf: (point: readonly number[]) => number,
  enough = 0,
): { point: readonly number[]; misfit: number; asked: (readonly number[])[] } {
  const walk = patternSearch(free, enough);
  const asked: (readonly number[])[] = [];
  let next = walk.next();
  while (!next.done) {
    asked.push(...next.value);
    next = walk.next(next.value.map(misfitOf));
  }
  return { ...next.value, asked };
}

const bowl =
  (x: number, y: number) =>
  ([a, b]: readonly number[]): number =>
    ((a - x) / 10) ** 2 + (b - y) ** 2;

describe('a search in a bowl', () => {
  it('ends on the grid point that is nearest to its bottom, wherever that is, and never leaves the bounds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: -20, max: 20 }), (x, k) => {
        const { point, asked } = find(bowl(x, k / 20));
        expect(point).toEqual([x, expect.closeTo(k / 20, 9)]);
        for (const [a, b] of asked) {
          expect(a >= 0 && a <= 100).toBe(true);
          expect(b >= -1 && b <= 1).toBe(true);
        }
      }),
    );
  });

  it('ends at the bound where the bottom lies beyond it', () => {
    expect(find(bowl(250, 5)).point).toEqual([100, 1]);
  });

  it('asks for the same points each time, none of them twice in a round', () => {
    const { asked } = find(bowl(63, -0.4));
    expect(find(bowl(63, -0.4)).asked).toEqual(asked);
    expect(asked[0]).toEqual([10, 0]);
  });

  it('stops as soon as the misfit is small enough', () => {
    const { misfit, asked } = find(bowl(63, -0.4), 1);
    expect(misfit).toBeLessThanOrEqual(1);
    expect(asked.length).toBeLessThan(find(bowl(63, -0.4)).asked.length);
  });
});
