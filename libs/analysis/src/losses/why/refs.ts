// What a part of a composition refers to, as one number: a kind and a row of its kind. Days are not in it: "before" is the
// day before the record's, and an arrival is what arrives on it.
import type { Carriers } from '../carriers';
import type { Layout } from '../layout';

const KINDS = [
  'cause',
  'scratch',
  'stock',
  'position',
  'ordered',
  'orderedBefore',
  'unmet',
  'unmetBefore',
  'finished',
  'smoothed',
  'staff',
  'outputBefore',
  'waiting',
  'waitingBefore',
  'arrival',
] as const;
export type Kind = (typeof KINDS)[number];

const ROWS_PER_KIND = 1 << 26;

export function refOf(kind: Kind, row: number): number {
  return KINDS.indexOf(kind) * ROWS_PER_KIND + row;
}

export function kindOf(ref: number): Kind {
  return KINDS[Math.floor(ref / ROWS_PER_KIND)];
}

export function rowOf(ref: number): number {
  return ref % ROWS_PER_KIND;
}

/** Turns rows of the table into refs, as they stand on the day. */
export class RefTable {
  readonly #refs: Int32Array;

  constructor(
    private readonly carriers: Carriers,
    private readonly layout: Layout,
  ) {
    this.#refs = new Int32Array(carriers.rows);
  }

  /** To be called when the day's carriers have changed places. */
  turn(causes: number, enterprises: number, corridors: number): void {
    const { carriers, layout } = this;
    const segments = layout.segments.count;
    const run = (kind: Kind, first: number, count: number): void => {
      const own = refOf(kind, 0);
      for (let row = 0; row < count; row++) this.#refs[first + row] = own + row;
    };
    run('cause', carriers.terminal, causes);
    run('stock', carriers.stock, segments);
    run('position', carriers.position, segments);
    run('ordered', carriers.ordered, segments);
    run('orderedBefore', carriers.orderedBefore, segments);
    run('unmet', carriers.unmet, enterprises);
    run('unmetBefore', carriers.unmetBefore, enterprises);
    run('finished', carriers.finished, enterprises);
    run('smoothed', carriers.smoothed, enterprises);
    run('staff', carriers.staff, carriers.outputBefore - carriers.staff);
    const end = Math.min(carriers.waiting, carriers.waitingBefore);
    run('outputBefore', carriers.outputBefore, end - carriers.outputBefore);
    run('waiting', carriers.waiting, corridors);
    run('waitingBefore', carriers.waitingBefore, corridors);
    const { shippedRow, releasedRow } = carriers.arrivals;
    const groups = layout.groups.count;
    const arrival = refOf('arrival', 0);
    for (let at = 0; at < groups; at++) this.#refs[shippedRow[at]] = arrival + at;
    // Rows are lent inside a group only.
    for (let at = 0; at < releasedRow.length; at++) this.#refs[releasedRow[at]] = arrival + (at % groups);
    for (const row of Object.values(carriers.scratch) as number[]) this.#refs[row] = refOf('scratch', row);
  }

  of(row: number): number {
    return this.#refs[row];
  }
}
