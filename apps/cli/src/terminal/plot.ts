// Curves with their axes: 0 to 100 % upwards, the days of a run to the right.
import type { RunDates } from '#libs/words';
import { axisRows, columnOf } from './axis';
import { drawCurves, type BrailleCell } from './braille';
import type { Paint } from './paint';

/** Columns before the chart: "100 % ┤". */
export const CHART_LEFT = 7;

const SCALE = new Map([
  [0, '100\u2009%'],
  [0.5, ' 50\u2009%'],
  [1, '  0\u2009%'],
]);

interface Plot {
  /** 0 to 1, one value a day of `dates`; so is each of `dotted`. */
  readonly solid: readonly number[];
  readonly dotted: readonly (readonly number[])[];
  readonly dates: RunDates;
  readonly columns: number;
  readonly rows: number;
  readonly paint: Paint;
  /** A sign on the axis. */
  readonly mark?: { readonly day: number; readonly sign: string } | undefined;
}

/** @returns `rows` rows of curves, the axis, its labels */
export function plot({ solid, dotted, dates, columns, rows, paint, mark }: Plot): string[] {
  const [line, labels] = axisRows(dates, columns);
  const at = mark ? columnOf(mark.day, dates.days, columns) : 0;
  const axis = mark ? line.slice(0, at) + mark.sign + line.slice(at + 1) : line;
  const margin = ' '.repeat(CHART_LEFT);
  return [
    ...drawCurves({ solid, dotted, columns, rows }).map((row, index) => {
      const label = SCALE.get(index / (rows - 1));
      return `${(label ?? '').padEnd(CHART_LEFT - 1)}${paint.grey(label === undefined ? '│' : '┤')}${painted(paint, row)}`;
    }),
    `${margin.slice(1)}${paint.grey(`└${axis}`)}`,
    margin + paint.grey(labels),
  ];
}

/** Neighbouring cells of one kind are painted in one go. */
function painted(paint: Paint, row: readonly BrailleCell[]): string {
  let text = '';
  for (let column = 0; column < row.length;) {
    let end = column + 1;
    while (end < row.length && row[end].isSolid === row[column].isSolid) end++;
    const run = row
      .slice(column, end)
      .map((cell) => cell.text)
      .join('');
    text += row[column].isSolid ? paint.teal(run) : paint.grey(run);
    column = end;
  }
  return text;
}
