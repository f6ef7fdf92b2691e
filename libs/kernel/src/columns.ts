// Columns made of columns, row by row. Plain loops, for the reasons that pick.ts gives.

/** a + b */
export function plus(a: Float64Array, b: Float64Array): Float64Array {
  const sum = new Float64Array(a.length);
  for (let i = 0; i < sum.length; i++) sum[i] = a[i] + b[i];
  return sum;
}

/** a x b */
export function times(a: Float64Array, b: Float64Array): Float64Array {
  const product = new Float64Array(a.length);
  for (let i = 0; i < product.length; i++) product[i] = a[i] * b[i];
  return product;
}

/** What a is more than b; 0 where it is not. */
export function excess(a: Float64Array, b: Float64Array): Float64Array {
  const rest = new Float64Array(a.length);
  for (let i = 0; i < rest.length; i++) rest[i] = Math.max(0, a[i] - b[i]);
  return rest;
}

/** first, first + 1, ... below `end` */
export function rowsBetween(first: number, end: number): Int32Array {
  const rows = new Int32Array(end - first);
  for (let i = 0; i < rows.length; i++) rows[i] = first + i;
  return rows;
}

/** Each number less `by`. */
export function lessBy(column: Int32Array, by: number): Int32Array {
  const less = new Int32Array(column.length);
  for (let i = 0; i < less.length; i++) less[i] = column[i] - by;
  return less;
}
