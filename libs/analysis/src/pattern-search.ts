// A pattern search between bounds: the plain compass of Hooke and Jeeves, on a grid, so that it ends and is the same
// everywhere. From the best point so far each number is tried a stride up and a stride down, and so is the last move once
// more; the best of these is taken if it is better, otherwise all strides are halved. It ends when nothing within one step
// is better, or when the misfit is small enough. All points of a round are asked for at once.

/** A free number: from + k x step, k = 0, 1, ..., up to `to`. */
export interface FreeNumber {
  readonly from: number;
  readonly to: number;
  readonly step: number;
  readonly start: number;
}

export interface Found {
  readonly point: readonly number[];
  readonly misfit: number;
}

/** First stride, share of the way between the bounds. */
const FIRST_STRIDE = 1 / 8;

/**
 * Yields rounds of points and takes their misfits, in the same order.
 * @param enough misfit at which the search ends
 * @returns the best point found
 */
export function* patternSearch(
  free: readonly FreeNumber[],
  enough: number,
): Generator<readonly (readonly number[])[], Found, readonly number[]> {
  let strides = free.map(({ from, to, step }) => largestStride(((to - from) * FIRST_STRIDE) / step));
  let best = free.map(({ from, step, start }) => Math.round((start - from) / step));
  let last = best;
  let [misfit] = yield [valuesAt(free, best)];
  while (misfit > enough) {
    const round = around(free, best, strides, last);
    const misfits = round.length > 0 ? yield round.map((point) => valuesAt(free, point)) : [];
    const least = misfits.reduce((at, value, i) => (value < misfits[at] ? i : at), 0);
    if (misfits.length > 0 && misfits[least] < misfit) {
      last = best;
      best = [...round[least]];
      misfit = misfits[least];
    } else if (strides.some((stride) => stride > 1)) {
      strides = strides.map((stride) => Math.max(1, stride / 2));
      last = best;
    } else break;
  }
  return { point: valuesAt(free, best), misfit };
}

/** Largest power of two that is not above the limit; at least 1. */
function largestStride(limit: number): number {
  let stride = 1;
  while (stride * 2 <= limit) stride *= 2;
  return stride;
}

/** A stride up and down for each number, and the last move once more; inside the bounds, none twice. */
function around(
  free: readonly FreeNumber[],
  best: readonly number[],
  strides: readonly number[],
  last: readonly number[],
): number[][] {
  const moved = best.map((k, i) => 2 * k - last[i]);
  const steps = free.flatMap((_, i) =>
    [strides[i], -strides[i]].map((by) => best.map((k, j) => (j === i ? k + by : k))),
  );
  const seen = new Set([best.join()]);
  return [...steps, moved].flatMap((point) => {
    const inside = point.map((k, i) => Math.min(lastStep(free[i]), Math.max(0, k)));
    if (seen.has(inside.join())) return [];
    seen.add(inside.join());
    return [inside];
  });
}

const lastStep = ({ from, to, step }: FreeNumber): number => Math.floor((to - from) / step + 1e-9);

/** Plain decimals: 0.55, not 0.55000000000000004. */
function valuesAt(free: readonly FreeNumber[], point: readonly number[]): number[] {
  return point.map((k, i) => Number((free[i].from + k * free[i].step).toPrecision(12)));
}
