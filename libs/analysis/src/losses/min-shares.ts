// Who bears what a minimum lacks of a top: the Shapley value of the min. Levels below the top are sorted; the deepest alone
// bears what lies between it and the second, the two equally what lies up to the third, and so on, all up to the top.
// It is continuous where the smallest level changes.

// Scratch, grown to the longest list: levels below the top, deepest first.
let order = new Int32Array(64);

/**
 * Shares top - min(levels) among the levels below the top.
 * @param borne  result, same order: >= 0, sums to max(0, top - min); 0 for levels at or above the top
 */
export function shareOfMin(levels: Float64Array, count: number, top: number, borne: Float64Array): void {
  if (order.length < count) order = new Int32Array(2 * count);
  let below = 0;
  for (let i = 0; i < count; i++) {
    borne[i] = 0;
    if (!(levels[i] < top)) continue;
    let at = below++;
    for (; at > 0 && levels[order[at - 1]] > levels[i]; at--) order[at] = order[at - 1];
    order[at] = i;
  }
  let sum = 0;
  for (let rank = below; rank > 0; rank--) {
    const upper = rank === below ? top : levels[order[rank]];
    sum += (upper - levels[order[rank - 1]]) / rank;
    borne[order[rank - 1]] = sum;
  }
}
