// A plain table: the first column is text, the others end at the right; a column is as wide as what stands in it, the
// first one cut where the page is too narrow.
import { cut, padEnd, padStart, widest } from './columns';
import type { Paint } from './paint';

const GAP = '  ';
const MARGIN = 2;
const LEAST_COLUMNS = 8;

/**
 * @param head one text a column
 * @param rows the same number of texts each
 * @param width columns of the page
 */
export function drawTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  { paint, width }: { paint: Paint; width: number },
): string[] {
  const widths = head.map((title, at) => widest([title, ...rows.map((row) => row[at])]));
  const rest = widths.slice(1);
  const left = width - MARGIN - rest.reduce((sum, columns) => sum + GAP.length + columns, 0);
  const first = Math.min(widths[0], Math.max(LEAST_COLUMNS, left));
  const line = (row: readonly string[]): string =>
    [padEnd(cut(row[0], first), first), ...row.slice(1).map((text, at) => padStart(text, rest[at]))].join(GAP);
  return [paint.grey(`  ${line(head)}`), ...rows.map((row) => `  ${line(row)}`)];
}
