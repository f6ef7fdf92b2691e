import fc from 'fast-check';
import { bandKindOf, bandOf } from './band';

describe('a band', () => {
  it('holds at least nine runs of ten, and the median half of them on either side', () => {
    const runs = fc.array(fc.double({ noNaN: true }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(runs, (values) => {
        const { low, median, high } = bandOf(values);
        const count = (is: (value: number) => boolean): number => values.filter(is).length;
        expect(count((value) => value >= low && value <= high)).toBeGreaterThanOrEqual(0.9 * values.length);
        expect(2 * count((value) => value <= median)).toBeGreaterThanOrEqual(values.length);
        expect(2 * count((value) => value >= median)).toBeGreaterThanOrEqual(values.length);
        if (bandKindOf(values.length) === 'min-max')
          expect({ low, high }).toEqual({ low: Math.min(...values), high: Math.max(...values) });
      }),
    );
  });

  it('is infinite where something never came in most runs', () => {
    expect(bandOf([4, Infinity, Infinity])).toEqual({ low: 4, median: Infinity, high: Infinity });
  });
});
