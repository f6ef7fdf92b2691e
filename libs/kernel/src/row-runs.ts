// Runs in a list of rows, for copying neighbours at once.

/** Rows that follow each other, about this many in a run on average or more, are copied run by run. */
const LEAST_RUN = 64;

/** Positions at which a row does not follow the one before; none when they are too many. */
export function runStarts(rows: Int32Array): number[] {
  const starts: number[] = [];
  for (let i = 0; i < rows.length; i++) {
    if (i > 0 && rows[i] === rows[i - 1] + 1) continue;
    if ((starts.push(i) - 1) * LEAST_RUN > rows.length) return [];
  }
  return starts;
}
