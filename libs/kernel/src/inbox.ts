// The frames that one stage shard reads on a day: those its upstream sources sent on the day before. Rows are put where
// the route says, so the order of arrival cannot change a bit.
import type { Channel } from '#libs/messages';
import type { Frame } from './route';
import { runStarts } from './row-runs';

export class Inbox {
  constructor(private readonly frames: readonly Frame[]) {}

  /**
   * Puts one column of a channel into its place. Every row of `into` that any route reaches is written; others stay.
   * @param column position in the route's column list
   */
  scatter(channel: Channel, column: number, into: Float64Array): void {
    for (const frame of this.frames) {
      if (frame.route.channel !== channel) continue;
      const { receiverRows } = frame.route;
      const values = frame.columns[column];
      if (areNeighbours(receiverRows)) into.set(values, receiverRows[0]);
      else scatterRows(values, receiverRows, into);
    }
  }

  /** Adds one column of a channel to what lies in its place; a channel reaches a row once a day, so order is nothing. */
  add(channel: Channel, column: number, into: Float64Array): void {
    for (const frame of this.frames) {
      if (frame.route.channel === channel) addRows(frame.columns[column], frame.route.receiverRows, into);
    }
  }
}

const known = new WeakMap<Int32Array, boolean>();

/** Whether each row follows the one before it; found out once for each list. */
function areNeighbours(rows: Int32Array): boolean {
  let are = known.get(rows);
  if (are === undefined) {
    are = runStarts(rows).length === 1;
    known.set(rows, are);
  }
  return are;
}

/**
 * Four rows a turn: V8 checks the arrays anew in every turn of a loop, which costs more than the copying. All four are
 * read before the first is written, so that no reading waits for a writing.
 */
function scatterRows(values: Float64Array, rows: Int32Array, into: Float64Array): void {
  const whole = rows.length - (rows.length % 4);
  for (let i = 0; i < whole; i += 4) {
    const a = values[i];
    const b = values[i + 1];
    const c = values[i + 2];
    const d = values[i + 3];
    into[rows[i]] = a;
    into[rows[i + 1]] = b;
    into[rows[i + 2]] = c;
    into[rows[i + 3]] = d;
  }
  for (let i = whole; i < rows.length; i++) into[rows[i]] = values[i];
}

/** As above; the four rows differ, for a route names none twice. */
function addRows(values: Float64Array, rows: Int32Array, into: Float64Array): void {
  const whole = rows.length - (rows.length % 4);
  for (let i = 0; i < whole; i += 4) {
    const a = into[rows[i]] + values[i];
    const b = into[rows[i + 1]] + values[i + 1];
    const c = into[rows[i + 2]] + values[i + 2];
    const d = into[rows[i + 3]] + values[i + 3];
    into[rows[i]] = a;
    into[rows[i + 1]] = b;
    into[rows[i + 2]] = c;
    into[rows[i + 3]] = d;
  }
  for (let i = whole; i < rows.length; i++) into[rows[i]] += values[i];
}
