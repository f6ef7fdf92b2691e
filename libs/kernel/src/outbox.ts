// Cuts a day's flow columns into frames. Buffers are made once, two of each, so that receivers read yesterday's frames
// while today's are written; a driver must not run further ahead than one day of its slowest receiver. Whole columns are
// lent, not copied, where the reader is done with them before the sender writes again: recovery, and the sender itself,
// who reads its inbox at the start of its step.
import type { ColumnBlock } from './column-block';
import type { Frame, Route } from './route';

export class Outbox {
  readonly #cuts: readonly Cut[];

  constructor(
    block: ColumnBlock,
    readonly routes: readonly Route[],
  ) {
    this.#cuts = routes.map(
      (route) =>
        new Cut(
          route,
          route.columns.map((name) => block.column(name)),
        ),
    );
  }

  /** Today's frames, in the order of the routes. */
  frames(day: number): Frame[] {
    return this.#cuts.map((cut) => cut.frame(day));
  }
}

class Cut {
  readonly #buffers: readonly (readonly Float64Array[])[];

  constructor(
    private readonly route: Route,
    private readonly columns: readonly Float64Array[],
  ) {
    const { senderRows } = route;
    const copy = (): readonly Float64Array[] =>
      columns.map((column) => new Float64Array(senderRows === 'all' ? column.length : senderRows.length));
    this.#buffers = isLent(route) ? [columns, columns] : [copy(), copy()];
  }

  frame(day: number): Frame {
    const columns = this.#buffers[day & 1];
    const { senderRows } = this.route;
    for (let c = 0; c < columns.length; c++) {
      if (senderRows !== 'all') gather(this.columns[c], senderRows, columns[c]);
      else if (columns[c] !== this.columns[c]) columns[c].set(this.columns[c]);
    }
    return { route: this.route, day, columns };
  }
}

function isLent({ senderRows, from, to }: Route): boolean {
  return senderRows === 'all' && (to.stage === 'recovery' || (to.stage === from.stage && to.shard === from.shard));
}

function gather(from: Float64Array, rows: Int32Array, into: Float64Array): void {
  for (let i = 0; i < rows.length; i++) into[i] = from[rows[i]];
}
