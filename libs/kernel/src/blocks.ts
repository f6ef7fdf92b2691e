// Blocks: a stage's entities, in their canonical order, form 64 fixed parts. Digests are sums over blocks and a shard
// is a run of whole blocks, so no result depends on the number of shards.

export const BLOCKS = 64;

/** A run of whole blocks: shard `index` of `count`. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** First entity of each block and, last, the number of entities: 65 whole numbers. */
export function blockStarts(entities: number): Int32Array {
  const starts = new Int32Array(BLOCKS + 1);
  for (let block = 0; block <= BLOCKS; block++) starts[block] = Math.floor((block * entities) / BLOCKS);
  return starts;
}

/** The blocks [first, end) of a shard. @throws RangeError unless 1 <= count <= 64 and 0 <= index < count */
export function blocksOf({ index, count }: Shard): { first: number; end: number } {
  if (!(Number.isInteger(count) && count >= 1 && count <= BLOCKS && index >= 0 && index < count)) {
    throw new RangeError(`no shard ${index} of ${count}: 1 to ${BLOCKS} shards`);
  }
  return { first: Math.floor((index * BLOCKS) / count), end: Math.floor(((index + 1) * BLOCKS) / count) };
}

/** Rows that a shard keeps of one kind of entity (enterprises, input slots, ...), and where its blocks start in them. */
export interface Axis {
  /** Row number, chain-wide, of this shard's first row. */
  readonly first: number;
  readonly length: number;
  /** Local start of each block of the shard and, last, `length`. */
  readonly starts: Int32Array;
}

/**
 * Cuts one axis for a shard.
 * @param starts chain-wide first row of each of the 64 blocks and, last, the end: 65 ascending numbers
 */
export function axisOf(starts: Int32Array, shard: Shard): Axis {
  const { first, end } = blocksOf(shard);
  const offset = starts[first];
  return {
    first: offset,
    length: starts[end] - offset,
    starts: starts.slice(first, end + 1).map((row) => row - offset),
  };
}

/** The axis of a table with `width` cells for each row of `axis`, row by row. */
export function widenAxis({ first, length, starts }: Axis, width: number): Axis {
  return { first: first * width, length: length * width, starts: starts.map((start) => start * width) };
}
