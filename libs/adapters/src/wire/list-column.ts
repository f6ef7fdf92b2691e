// A column of an Arrow table whose rows are lists of numbers, built from its two buffers: Arrow's own builder takes the
// numbers one by one, which costs fifty times as much.
import type * as Arrow from 'apache-arrow';

type Items = Int32Array | Float64Array;

export interface ListColumn {
  /** Where each row's list begins in `items`, and where the last one ends. */
  readonly offsets: Int32Array;
  readonly items: Items;
}

/** @param fill writes the numbers of a row into their place */
export function listColumn<I extends Items>(
  lengths: readonly number[],
  Type: new (length: number) => I,
  fill: (into: I, row: number) => void,
): ListColumn {
  const offsets = new Int32Array(lengths.length + 1);
  lengths.forEach((length, row) => (offsets[row + 1] = offsets[row] + length));
  const items = new Type(offsets[lengths.length]);
  lengths.forEach((_, row) => fill(items.subarray(offsets[row], offsets[row + 1]) as I, row));
  return { offsets, items };
}

/** The column as Arrow knows it; its buffers are lent, not copied. */
export function listVector(
  arrow: typeof Arrow,
  { offsets, items }: ListColumn,
  type: Arrow.Int32 | Arrow.Float64,
): Arrow.Vector {
  const child = arrow.makeData({
    type: type as Arrow.Float64,
    length: items.length,
    nullCount: 0,
    data: items as Float64Array,
  });
  const list = new arrow.List(new arrow.Field('item', type as Arrow.Float64, false));
  return arrow.makeVector(
    arrow.makeData({ type: list, length: offsets.length - 1, nullCount: 0, valueOffsets: offsets, child }),
  );
}
