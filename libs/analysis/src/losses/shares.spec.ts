// Who bears what a minimum or a product falls short by.
import fc from 'fast-check';
import { shareOfMin } from './min-shares';
import { shareOfProduct } from './product-shares';

function ofMin(levels: readonly number[], top: number): number[] {
  const borne = new Float64Array(levels.length);
  shareOfMin(Float64Array.from(levels), levels.length, top, borne);
  return [...borne];
}

function ofProduct(ratios: readonly number[]): number[] {
  const borne = new Float64Array(ratios.length);
  shareOfProduct(Float64Array.from(ratios), ratios.length, borne);
  return [...borne];
}

/** Shapley value by its definition: the mean over all orders of what each takes away when it comes. */
function shapley(count: number, value: (present: readonly number[]) => number): number[] {
  const orders = (rest: readonly number[]): number[][] =>
    rest.length === 0
      ? [[]]
      : rest.flatMap((one) => orders(rest.filter((x) => x !== one)).map((tail) => [one, ...tail]));
  const all = orders(Array.from({ length: count }, (_, k) => k));
  const sums = new Array<number>(count).fill(0);
  for (const order of all) {
    order.forEach((k, at) => (sums[k] += value(order.slice(0, at)) - value(order.slice(0, at + 1))));
  }
  return sums.map((sum) => sum / all.length);
}

const ratios = fc.array(fc.double({ min: 0, max: 1.2, noNaN: true }), { minLength: 1, maxLength: 5 });

describe('the shares in a minimum', () => {
  it('are its Shapley value', () => {
    fc.assert(
      fc.property(ratios, (levels) => {
        const value = (present: readonly number[]): number => Math.min(1, ...present.map((k) => levels[k]));
        shapley(levels.length, value).forEach((expected, k) => expect(ofMin(levels, 1)[k]).toBeCloseTo(expected, 12));
      }),
    );
  });

  it('lie with the deepest alone as far as the second deepest, then with both', () => {
    ofMin([0.2, 0.6, 1.5], 1).forEach((borne, k) => expect(borne).toBeCloseTo([0.6, 0.2, 0][k], 12));
  });
});

describe('the shares in a product of ratios', () => {
  it('are its Shapley value', () => {
    fc.assert(
      fc.property(ratios, (factors) => {
        const value = (present: readonly number[]): number =>
          present.reduce((all, k) => all * Math.min(1, factors[k]), 1);
        shapley(factors.length, value).forEach((expected, k) =>
          expect(ofProduct(factors)[k]).toBeCloseTo(expected, 12),
        );
      }),
    );
  });

  it('leave a closed gate 3/4 of a plant that would run at half capacity', () => {
    ofProduct([0, 0.5]).forEach((borne, k) => expect(borne).toBeCloseTo([0.75, 0.25][k], 12));
  });
});
