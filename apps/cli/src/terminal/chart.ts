// The chain's curve: capacity recovered as a line, enterprises resumed dotted, under the rates of the day that matters.
import { percent } from '../words';
import { axisRows, columnOf } from './axis';
import { drawCurves, type BrailleCell } from './braille';
import { widthOf } from './columns';
import type { Page } from './page';

/** Columns before the chart: "100 % ┤". */
export const CHART_LEFT = 7;
/** Marks on the axis the day whose rates stand above the chart. */
const AS_OF = '╂';
export const chartColumns = (page: Page): number => page.width - CHART_LEFT - 1;

const SCALE = new Map([
  [0, '100\u2009%'],
  [0.5, ' 50\u2009%'],
  [1, '  0\u2009%'],
]);

export function drawChart(page: Page, rows: number): string[] {
  const { summary, dates, paint } = page;
  const columns = chartColumns(page);
  const solid = summary.rates.map((day) => day.capacityRecovery);
  const dotted = summary.rates.map((day) => day.resumption);
  const cells = drawCurves({ solid, dotted, columns, rows });
  const [line, labels] = axisRows(dates, columns);
  const margin = ' '.repeat(CHART_LEFT);
  const at = columnOf(page.asOfDay, summary.days, columns);
  const marked = page.asOfDay < summary.days - 1 ? line.slice(0, at) + AS_OF + line.slice(at + 1) : line;
  return [
    ...drawRates(page),
    ...cells.map((row, index) => {
      const label = SCALE.get(index / (rows - 1));
      return `${(label ?? '').padEnd(CHART_LEFT - 1)}${paint.grey(label === undefined ? '│' : '┤')}${painted(page, row)}`;
    }),
    `${margin.slice(1)}${paint.grey(`└${marked}`)}`,
    margin + paint.grey(labels),
  ];
}

/** Resumed, on post, capacity: always together and in this order, capacity strongest. */
function drawRates({ summary, words, dates, width, paint, asOfDay }: Page): string[] {
  const { resumption, returnToPost, capacityRecovery, throughput } = summary.rates[asOfDay];
  const items = [
    `${words.resumed} ┈ ${percent(resumption)}`,
    `${words.onPost} ${returnToPost === null ? `– ${words.notModelledYet}` : percent(returnToPost)}`,
    paint.bold(`${words.capacity} ${paint.teal('━')} ${percent(capacityRecovery)}`),
    `${words.delivered} ${percent(throughput)}`,
  ];
  const title = paint.bold(words.chainOn(dates.of(asOfDay)) + (asOfDay < summary.days - 1 ? ` ${AS_OF}` : ''));
  // What final demand got stands there where the line has room for it.
  for (let keep = items.length; keep > 0; keep--) {
    const line = [title, ...items.slice(0, keep)].join('  ');
    if (widthOf(line) <= width || keep === items.length - 1) return [line];
  }
  return [title];
}

/** Neighbouring cells of one kind are painted in one go. */
function painted({ paint }: Page, row: readonly BrailleCell[]): string {
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
