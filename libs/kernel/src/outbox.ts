// Cuts a day's flow columns into frames. Buffers are made once, two of each, so that receivers read yesterday's frames
// while today's are written; a driver must not run further ahead than one day of its slowest receiver. Whole columns are
// lent, not copied, where the reader is done with them before the sender writes again: recovery, and the sender itself,
// who reads its inbox at the start of its step.
import type { ColumnBlock } from './column-block';
import type { Frame, Route } from './route';
import { runStarts } from './row-runs';

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
  readonly #copy: (column: number, into: Float64Array) => void;

  constructor(
    private readonly route: Route,
    private readonly columns: readonly Float64Array[],
  ) {
    const { senderRows } = route;
    const copy = (): readonly Float64Array[] =>
      columns.map((column) => new Float64Array(senderRows === 'all' ? column.length : senderRows.length));
    this.#buffers = isLent(route) ? [columns, columns] : [copy(), copy()];
    this.#copy = copierOf(columns, senderRows);
  }

  frame(day: number): Frame {
    const columns = this.#buffers[day & 1];
    for (let c = 0; c < columns.length; c++) if (columns[c] !== this.columns[c]) this.#copy(c, columns[c]);
    return { route: this.route, day, columns };
  }
}

function isLent({ senderRows, from, to }: Route): boolean {
  return senderRows === 'all' && (to.stage === 'recovery' || (to.stage === from.stage && to.shard === from.shard));
}

/** How a column's rows are copied: whole, in runs of neighbours, or one by one. */
function copierOf(
  columns: readonly Float64Array[],
  rows: Int32Array | 'all',
): (column: number, into: Float64Array) => void {
  if (rows === 'all') return (c, into) => into.set(columns[c]);
  const starts = runStarts(rows);
  if (starts.length === 0) return (c, into) => gather(columns[c], rows, into);
  const runs = columns.map((column) =>
    starts.map((at, i) => ({ at, values: column.subarray(rows[at], rows[(starts[i + 1] ?? rows.length) - 1] + 1) })),
  );
  return (c, into) => {
    for (const { at, values } of runs[c]) into.set(values, at);
  };
}

/** Four rows a turn, as in the inbox. */
function gather(from: Float64Array, rows: Int32Array, into: Float64Array): void {
  const whole = rows.length - (rows.length % 4);
  for (let i = 0; i < whole; i += 4) {
    into[i] = from[rows[i]];
    into[i + 1] = from[rows[i + 1]];
    into[i + 2] = from[rows[i + 2]];
    into[i + 3] = from[rows[i + 3]];
  }
  for (let i = whole; i < rows.length; i++) into[i] = from[rows[i]];
}
