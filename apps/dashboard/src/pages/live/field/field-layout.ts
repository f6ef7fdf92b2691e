// Places of enterprises in the field: one cell each, sector by sector, in whole device pixels. They keep their places all
// run long.
import type { Field } from '#libs/api';

interface FieldBlock {
  /** Sectors in it: one, or several small ones. */
  readonly sectors: readonly string[];
  /** Ranges of rows, in order. */
  readonly ranges: readonly { readonly first: number; readonly count: number }[];
  readonly count: number;
  /** Device pixels. */
  readonly top: number;
  readonly height: number;
}

export interface FieldLayout {
  /** Side of a cell, device pixels. */
  readonly cell: number;
  readonly cells: number;
  readonly width: number;
  readonly height: number;
  readonly blocks: readonly FieldBlock[];
}

/** Smaller sectors share a block. */
const LEAST_SHARE = 0.04;
const LARGEST_CELL = 12;

/**
 * @param options device pixels: `width`, `most` high without labels, `label` between blocks
 * @param outside ids of sellers outside, which have no cell
 */
export function fieldLayout(
  { groups }: Field,
  outside: ReadonlySet<string>,
  { width, most, label }: { readonly width: number; readonly most: number; readonly label: number },
): FieldLayout {
  const own = groups.filter(({ sector }) => !outside.has(sector));
  const all = own.reduce((sum, { count }) => sum + count, 0);
  const isLarge = ({ count }: { readonly count: number }): boolean => count >= all * LEAST_SHARE;
  const parts = [...own.filter(isLarge).map((group) => [group]), own.filter((group) => !isLarge(group))]
    .filter((part) => part.length > 0)
    .map((part) => ({ part, count: part.reduce((sum, { count }) => sum + count, 0) }))
    .sort((one, other) => other.count - one.count);
  const cell = cellOf(
    parts.map(({ count }) => count),
    width,
    most,
  );
  const cells = Math.max(1, Math.floor(width / cell));
  let top = 0;
  const blocks = parts.map(({ part, count }): FieldBlock => {
    const height = Math.ceil(count / cells) * cell;
    const block = {
      sectors: part.map(({ sector }) => sector),
      ranges: part.map(({ first, count: size }) => ({ first, count: size })),
      count,
      top,
      height,
    };
    top += height + label;
    return block;
  });
  return { cell, cells, width: cells * cell, height: top, blocks };
}

/** The largest cell with which all of it is no higher than `most`. */
function cellOf(counts: readonly number[], width: number, most: number): number {
  for (let cell = LARGEST_CELL; cell > 1; cell--) {
    const cells = Math.floor(width / cell);
    if (cells > 0 && counts.reduce((sum, count) => sum + Math.ceil(count / cells) * cell, 0) <= most) return cell;
  }
  return 1;
}
