// Columns in another order: row i is row order[i] of the column.
// Plain loops: `from` and `map` of typed arrays collect millions of values in lists of objects first.
export function pick(order: Int32Array, column: Float64Array): Float64Array {
  const picked = new Float64Array(order.length);
  for (let i = 0; i < order.length; i++) picked[i] = column[order[i]];
  return picked;
}

export function pickInt(order: Int32Array, column: Int32Array | Uint16Array | Uint8Array): Int32Array {
  const picked = new Int32Array(order.length);
  for (let i = 0; i < order.length; i++) picked[i] = column[order[i]];
  return picked;
}
