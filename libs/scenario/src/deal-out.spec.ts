import fc from 'fast-check';
import { dealOut } from './deal-out';

const weights = fc
  .array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 9 }), fc.double({ min: 0, max: 50, noNaN: true })), {
    minLength: 1,
    maxLength: 30,
  })
  .map((raw) => {
    const sum = raw.reduce((all, weight) => all + weight, 0);
    return sum > 0 ? raw.map((weight) => weight / sum) : [1, ...raw.slice(1)];
  });
const total = fc.integer({ min: 0, max: 500 });
const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

describe('94 passes dealt out by weight', () => {
  it('are 94, whole, and follow the weights', () => {
    expect([...dealOut(94, [0.5, 0.3, 0.2])]).toEqual([47, 28, 19]);
    expect([...dealOut(94, [1 / 3, 1 / 3, 1 / 3])]).toEqual([32, 31, 31]);
  });
  it('go to nobody where nobody has a weight', () => expect([...dealOut(94, [0, 0])]).toEqual([0, 0]));
  it('are 46 while a line has not quite reached 47', () => {
    expect(sumOf(dealOut(46.9, [0.5, 0.5]))).toBe(46);
    expect(sumOf(dealOut(47 - 1e-12, [0.5, 0.5]))).toBe(47);
  });
});

describe('whole things dealt out by weight', () => {
  it('add up to what there is; who weighs nothing gets none, who weighs more never gets fewer', () => {
    fc.assert(
      fc.property(total, weights, (whole, shares) => {
        const dealt = dealOut(whole, shares);
        expect(sumOf(dealt)).toBe(whole);
        shares.forEach((share, i) => {
          expect(Number.isInteger(dealt[i]) && dealt[i] >= 0).toBe(true);
          if (share === 0) expect(dealt[i]).toBe(0);
          shares.forEach((other, k) => {
            if (share > other * (1 + 1e-9)) expect(dealt[i]).toBeGreaterThanOrEqual(dealt[k]);
          });
        });
      }),
    );
  });
  it('leave nobody with fewer when there is one more', () => {
    fc.assert(
      fc.property(total, weights, (whole, shares) => {
        const [before, after] = [dealOut(whole, shares), dealOut(whole + 1, shares)];
        after.forEach((one, i) => expect(one).toBeGreaterThanOrEqual(before[i]));
      }),
    );
  });
});
