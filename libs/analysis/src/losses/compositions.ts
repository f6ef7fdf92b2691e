// The table of compositions: a row is the share of every root cause in one deviation. The first rows are the causes
// themselves. A cause gets a column when it first acts, so rows are as wide as causes have acted; and what is one cause's
// alone is not written out: its row stands where the cause's does. Both keep the table near the processor.

/** Causes that a table makes room for at a time; loops take four columns a turn. */
const MORE_CAUSES = 8;

/** Takes so many rows of a table that is being laid out. @returns the first */
export type TakeRows = (count: number) => number;

export interface CompositionTable {
  /** Root causes: the first rows of the table. */
  readonly causes: number;
  readonly rows: number;
  /** Whether each share is followed by share x mean day on which the cause acted. */
  readonly isDated: boolean;
}

export class Compositions {
  /** Shares of row r: from r x width on. */
  readonly shares: Float32Array;
  width: number;
  readonly mostWidth: number;
  /** 1 once a cause has touched the row. */
  readonly touched: Uint8Array;
  /** Row where a composition is read: its own, or the cause that it is alone. */
  readonly standsAt: Int32Array;
  /** Where the share of a cause lies in a row; -1 while it has not acted. Dated, its day lies behind. */
  readonly column: Int32Array;
  readonly #causes: number;
  readonly #isDated: boolean;
  /** Columns of a cause. */
  readonly #columns: number;
  #used = 0;
  #day = 0;

  constructor({ causes, rows, isDated }: CompositionTable) {
    this.#columns = isDated ? 2 : 1;
    this.width = this.#columns * MORE_CAUSES;
    this.mostWidth = this.width * Math.max(1, Math.ceil(causes / MORE_CAUSES));
    this.shares = new Float32Array(rows * this.mostWidth);
    this.touched = new Uint8Array(rows);
    this.standsAt = new Int32Array(rows).map((_, row) => row);
    this.column = new Int32Array(causes).fill(-1);
    this.#causes = causes;
    this.#isDated = isDated;
  }

  /** Causes act on this day from now on. */
  turn(day: number): void {
    this.#day = day;
    for (let cause = 0; this.#isDated && cause < this.#causes; cause++)
      if (this.column[cause] >= 0) this.shares[cause * this.width + this.column[cause] + 1] = day;
  }

  /** Whether an untouched row is a cause, which now acts for the first time. */
  begins(row: number): boolean {
    if (row >= this.#causes) return false;
    if (this.#used + this.#columns > this.width) this.#widen();
    this.column[row] = this.#used;
    this.#clear(row);
    this.shares[row * this.width + this.#used] = 1;
    if (this.#isDated) this.shares[row * this.width + this.#used + 1] = this.#day;
    this.#used += this.#columns;
    this.touched[row] = 1;
    return true;
  }

  /** Shares of a row, by column. */
  sharesOf(row: number): Float32Array {
    const first = this.standsAt[row] * this.width;
    return this.shares.subarray(first, first + this.width);
  }

  /** Whether a row is that of a cause, which others may stand at. */
  isCause(row: number): boolean {
    return row >= 0 && row < this.#causes && !this.#isDated;
  }

  /** Gives a row the composition that stands at another. */
  put(row: number, from: number): void {
    if (this.isCause(from)) this.standsAt[row] = from;
    else {
      this.standsAt[row] = row;
      if (from !== row) copyRow(this.shares, row * this.width, from * this.width, this.width);
    }
  }

  /** Enters the share of a cause in what a run starts with; it acted before day 0. */
  note(row: number, cause: number, share: number): void {
    if (this.touched[cause] === 0) this.begins(cause);
    if (share === 1) {
      this.put(row, cause);
    } else {
      if (!this.#isWritten(row)) this.#clear(row);
      this.standsAt[row] = row;
      this.shares[row * this.width + this.column[cause]] = share;
    }
    this.touched[row] = 1;
  }

  /** Whether a row holds shares of its own. */
  #isWritten(row: number): boolean {
    return this.touched[row] > 0 && this.standsAt[row] === row;
  }

  #clear(row: number): void {
    this.shares.fill(0, row * this.width, (row + 1) * this.width);
  }

  /** Makes rows wider where they stand: the last one moves first. */
  #widen(): void {
    const { shares, width: from } = this;
    const to = from + this.#columns * MORE_CAUSES;
    for (let row = this.touched.length - 1; row >= 0; row--) {
      if (!this.#isWritten(row)) continue;
      copyRow(shares, row * to, row * from, from);
      shares.fill(0, row * to + from, (row + 1) * to);
    }
    this.width = to;
  }
}

/** Four shares a turn, the last ones first: a row may move up into itself. */
function copyRow(m: Float32Array, into: number, x: number, width: number): void {
  for (let k = width - 4; k >= 0; k -= 4) {
    m[into + k + 3] = m[x + k + 3];
    m[into + k + 2] = m[x + k + 2];
    m[into + k + 1] = m[x + k + 1];
    m[into + k] = m[x + k];
  }
}
