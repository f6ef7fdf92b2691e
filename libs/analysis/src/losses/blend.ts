// Compositions and the one rule by which they mix. A composition is the share of every root cause in a deviation from the
// baseline: it sums to 1 once a cause has touched it, and is untouched before. A new deviation is a sum of signed parts
// x_j, each with a composition and zero while what it is the deviation of is at base; it takes
//   w = sum |x_j| w_j / sum |x_j| over the touched parts with the sign of their sum:
// opposite parts only shrink the deviation. Where they all but cancel, every part counts, since what is left of them is no
// longer anybody's alone.
// All compositions are rows of one table (compositions.ts). Shares are floats; a row sums to 1 within some 1e-7, and whoever
// reads a result divides by the row's own sum, in doubles.
import type { Compositions } from './compositions';

/** Told of every composition that is written: what a tree of causes is made of. */
export interface BlendObserver {
  /** A row is written; the first `count` weights add up to 1. */
  blend(into: number, rows: ArrayLike<number>, weights: ArrayLike<number>, count: number): void;
  /** What follows is the day of an enterprise or dock, the release or the shipment of an arrival group. */
  turnTo(part: 'enterprise' | 'dock' | 'release' | 'shipment', which: number): void;
}

/** Parts whose sum is below this share of them all but cancel. */
const CANCELLED = 1e-9;

/** Sums of parts below this cannot be divided by. */
const LEAST_SIZE = 1e-280;

/** Collects the parts of one deviation, then writes its composition; used again for the next one. */
export class Blend {
  private count = 0;
  /** Sizes of parts above and below zero. */
  private more = 0;
  private less = 0;
  private sizes = new Float64Array(64);
  private rows = new Int32Array(64);
  private readonly shares: Float32Array;
  private readonly touched: Uint8Array;
  private readonly standsAt: Int32Array;
  /** Scratch of a sum of many parts. */
  private readonly result: Float64Array;

  constructor(
    private readonly compositions: Compositions,
    private readonly observer?: BlendObserver,
  ) {
    this.shares = compositions.shares;
    this.touched = compositions.touched;
    this.standsAt = compositions.standsAt;
    this.result = new Float64Array(compositions.mostWidth);
  }

  /** A part of that size with the composition of a row; it counts for nothing while the row is untouched. */
  add(size: number, row: number): void {
    if (size === 0) return;
    if (this.touched[row] === 0 && !this.compositions.begins(row)) return;
    if (this.count === this.sizes.length) this.grow();
    const at = this.count++;
    this.sizes[at] = size;
    this.rows[at] = this.standsAt[row];
    if (size > 0) this.more += size;
    else this.less -= size;
  }

  /** Size of the parts so far, signed. */
  get sum(): number {
    return this.more - this.less;
  }

  /** Writes the composition; without a touched part the row stays as it was. Forgets the parts. */
  into(row: number): void {
    if (this.count > 0) this.write(row);
  }

  /** Writes the composition; without a touched part the row is untouched. Forgets the parts. */
  afresh(row: number): void {
    this.touched[row] = 0;
    if (this.count > 0) this.write(row);
  }

  /** As `afresh`, but a single part is shown where it stands. @returns the row where the composition is */
  show(row: number): number {
    if (this.count === 1) {
      this.forget();
      return this.rows[0];
    }
    this.afresh(row);
    return row;
  }

  /** Forgets the parts. */
  forget(): void {
    this.count = 0;
    this.more = 0;
    this.less = 0;
  }

  private write(row: number): void {
    const { more, less } = this;
    const isCancelled = Math.abs(more - less) <= CANCELLED * (more + less);
    const sign = isCancelled ? 0 : more > less ? 1 : -1;
    const size = sign === 0 ? more + less : sign > 0 ? more : less;
    const count = size < LEAST_SIZE ? 0 : this.keepSign(sign, size);
    this.forget();
    if (count === 0) return;
    this.observer?.blend(row, this.rows, this.sizes, count);
    this.touched[row] = 1;
    if (this.areOne(count)) this.compositions.put(row, this.rows[0]);
    else this.mix(row, count);
  }

  /** Whether all parts have the same composition. */
  private areOne(count: number): boolean {
    const { rows } = this;
    for (let part = 1; part < count; part++) if (rows[part] !== rows[0]) return false;
    return true;
  }

  /** Moves the parts of that sign to the front, sizes as weights. @returns how many they are */
  private keepSign(sign: number, size: number): number {
    const { sizes, rows } = this;
    let kept = 0;
    for (let part = 0; part < this.count; part++) {
      const x = sizes[part];
      if (x * sign < 0) continue;
      sizes[kept] = (x < 0 ? -x : x) / size;
      rows[kept++] = rows[part];
    }
    return kept;
  }

  /** Writes sum of weight x shares over the parts, two at least. */
  private mix(row: number, count: number): void {
    const { sizes: w, rows, shares, result } = this;
    const { width } = this.compositions;
    const into = row * width;
    const a = rows[0] * width;
    this.standsAt[row] = row;
    if (count === 2) mix2(shares, into, w[0], a, w[1], rows[1] * width, width);
    else if (count === 3) mix3(shares, into, w[0], a, w[1], rows[1] * width, w[2], rows[2] * width, width);
    else {
      result.fill(0, 0, width);
      const even = count - (count % 2);
      for (let p = 0; p < even; p += 2)
        add2(result, shares, w[p], rows[p] * width, w[p + 1], rows[p + 1] * width, width);
      if (even < count) add2(result, shares, w[even], rows[even] * width, 0, a, width);
      for (let k = 0; k < width; k++) shares[into + k] = result[k];
    }
  }

  private grow(): void {
    const sizes = new Float64Array(this.sizes.length * 2);
    const rows = new Int32Array(this.rows.length * 2);
    sizes.set(this.sizes);
    rows.set(this.rows);
    this.sizes = sizes;
    this.rows = rows;
  }
}

// Leaves: sums of weighted rows, four shares a turn. The row that is written may be one of those that are read.

function mix2(m: Float32Array, into: number, wx: number, x: number, wy: number, y: number, width: number): void {
  for (let k = 0; k < width; k += 4) {
    m[into + k] = wx * m[x + k] + wy * m[y + k];
    m[into + k + 1] = wx * m[x + k + 1] + wy * m[y + k + 1];
    m[into + k + 2] = wx * m[x + k + 2] + wy * m[y + k + 2];
    m[into + k + 3] = wx * m[x + k + 3] + wy * m[y + k + 3];
  }
}

function mix3(
  m: Float32Array,
  into: number,
  wx: number,
  x: number,
  wy: number,
  y: number,
  wz: number,
  z: number,
  width: number,
): void {
  for (let k = 0; k < width; k += 4) {
    m[into + k] = wx * m[x + k] + wy * m[y + k] + wz * m[z + k];
    m[into + k + 1] = wx * m[x + k + 1] + wy * m[y + k + 1] + wz * m[z + k + 1];
    m[into + k + 2] = wx * m[x + k + 2] + wy * m[y + k + 2] + wz * m[z + k + 2];
    m[into + k + 3] = wx * m[x + k + 3] + wy * m[y + k + 3] + wz * m[z + k + 3];
  }
}

function add2(into: Float64Array, m: Float32Array, wx: number, x: number, wy: number, y: number, width: number): void {
  for (let k = 0; k < width; k += 4) {
    into[k] += wx * m[x + k] + wy * m[y + k];
    into[k + 1] += wx * m[x + k + 1] + wy * m[y + k + 1];
    into[k + 2] += wx * m[x + k + 2] + wy * m[y + k + 2];
    into[k + 3] += wx * m[x + k + 3] + wy * m[y + k + 3];
  }
}
