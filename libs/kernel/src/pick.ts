// Columns in another order: row i is row order[i] of the column.
// Plain loops: `from` and `map` of typed arrays collect millions of values in lists of objects first, and a function that
// is made for one call is optimised anew for each run.
export function pick(order: Int32Array, column: Float64Array): Float64Array {
  const picked = new Float64Array(order.length);
  for (let i = 0; i < order.length; i++) picked[i] = column[order[i]];
  return picked;
}

/** Writes into each row the value of its key. */
export function lookUp(column: Int32Array | Uint16Array, keys: Int32Array, values: Int32Array): void {
  for (let i = 0; i < keys.length; i++) column[i] = values[keys[i]];
}

/** The distinct keys, in the order in which they come first. @param keys below `count` */
export function firstSights(keys: Int32Array, count: number): number[] {
  const isSeen = new Uint8Array(count);
  const found: number[] = [];
  for (let i = 0; i < keys.length; i++) {
    if (isSeen[keys[i]] === 1) continue;
    isSeen[keys[i]] = 1;
    found.push(keys[i]);
  }
  return found;
}

export function pickInt(order: Int32Array, column: Int32Array | Uint16Array | Uint8Array): Int32Array {
  const picked = new Int32Array(order.length);
  for (let i = 0; i < order.length; i++) picked[i] = column[order[i]];
  return picked;
}
