// Whole things dealt out by weight: Webster's method, seats = floor(k w + 1/2) with the k at which they add up to the
// total. Unlike with largest remainders, nobody loses one because there are more to deal out.

/**
 * @param total how many there are; a part of one is not dealt out
 * @param weights >= 0, summing to 1, or all 0: then nobody gets any
 * @returns whole numbers in the order of the weights; equal claims to the last ones go by that order
 */
export function dealOut(total: number, weights: readonly number[]): Float64Array {
  const whole = Math.floor(total + ROUNDING);
  const seats = new Float64Array(weights.length);
  const dealt = (scale: number): number => {
    let sum = 0;
    for (const weight of weights) sum += Math.floor(scale * weight + 0.5);
    return sum;
  };
  // Halves the way between a scale that deals out too few, or just enough, and one that deals out too many.
  let few = 0;
  let many = whole + weights.length;
  for (let middle = many / 2; middle > few && middle < many; middle = few + (many - few) / 2) {
    if (dealt(middle) <= whole) few = middle;
    else many = middle;
  }
  let left = whole - dealt(few);
  weights.forEach((weight, i) => {
    seats[i] = Math.floor(few * weight + 0.5);
    if (left === 0 || Math.floor(many * weight + 0.5) === seats[i]) return;
    seats[i]++;
    left--;
  });
  return seats;
}

/** 46.999999 on a straight line is 47. */
const ROUNDING = 1e-9;
