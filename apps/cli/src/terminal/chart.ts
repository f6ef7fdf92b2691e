// The chain's curve: capacity recovered as a line, enterprises resumed dotted, under the rates of the day that matters.
import { percent } from '#libs/words';
import { widthOf } from './columns';
import type { Page } from './page';
import { CHART_LEFT, plot } from './plot';

/** Marks on the axis the day whose rates stand above the chart. */
const AS_OF = '╂';
export const chartColumns = (page: Page): number => page.width - CHART_LEFT - 1;

export function drawChart(page: Page, rows: number): string[] {
  const { summary, dates, paint, asOfDay } = page;
  const solid = summary.rates.map((day) => day.capacityRecovery);
  const dotted = [summary.rates.map((day) => day.resumption)];
  const mark = asOfDay < summary.days - 1 ? { day: asOfDay, sign: AS_OF } : undefined;
  return [...drawRates(page), ...plot({ solid, dotted, dates, columns: chartColumns(page), rows, paint, mark })];
}

/** Resumed, on post, capacity: always together and in this order, capacity strongest. */
function drawRates({ summary, words, dates, width, paint, asOfDay }: Page): string[] {
  const { resumption, returnToPost, capacityRecovery, throughput } = summary.rates[asOfDay];
  const items = [
    `${words.resumed} ┈ ${percent(resumption)}`,
    `${words.onPost} ${returnToPost === null ? `– ${words.notModelled}` : percent(returnToPost)}`,
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
