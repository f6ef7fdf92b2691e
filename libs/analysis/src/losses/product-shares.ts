// Who bears what a product of ratios lacks of 1: the Shapley value of the product, (1 - f_k) times the mean of the product
// of the others over all orders in which they may come. With two ratios: (1 - f)(1 + g)/2 and (1 - g)(1 + f)/2.
// The mean is the integral over x in [0, 1] of the product of (1 - x (1 - f_j)), a polynomial.

const MOST_FACTORS = 16;
const polynomial = new Float64Array(MOST_FACTORS + 1);

/**
 * Shares 1 - product(ratios) among the ratios.
 * @param ratios 0..1, at most 16
 * @param borne  result, same order: >= 0, sums to 1 - product
 */
export function shareOfProduct(ratios: Float64Array, count: number, borne: Float64Array): void {
  for (let k = 0; k < count; k++) {
    borne[k] = ratios[k] < 1 ? (1 - ratios[k]) * meanOfOthers(ratios, count, k) : 0;
  }
}

function meanOfOthers(ratios: Float64Array, count: number, but: number): number {
  let degree = 0;
  polynomial[0] = 1;
  for (let j = 0; j < count; j++) {
    if (j === but || !(ratios[j] < 1)) continue;
    const lack = 1 - ratios[j];
    polynomial[degree + 1] = 0;
    for (let power = ++degree; power > 0; power--) polynomial[power] -= lack * polynomial[power - 1];
  }
  let mean = 0;
  for (let power = 0; power <= degree; power++) mean += polynomial[power] / (power + 1);
  return mean;
}
