// How a shortage travels: sectors in the order in which it reached them or, in a chain that starts shut, in which they
// came back. Tall: a row a sector on one time axis. Short: numbered marks under the chart, and the numbers told.
import type { SectorSummary } from '#libs/analysis';
import { percent, signed } from '../words';
import { columnOf } from './axis';
import { CHART_LEFT, chartColumns } from './chart';
import { cut, flow, padEnd, padStart, widest } from './columns';
import type { Page } from './page';
import { stripOf } from './strips';

/** A sector on the way: `fromDay` is where its mark stands; null days did not come. */
interface Arrival {
  readonly sector: SectorSummary;
  readonly fromDay: number | null;
  readonly toDay: number | null;
}

export interface Travel {
  readonly isReturn: boolean;
  readonly arrivals: readonly Arrival[];
}

const HALF = 0.5;
const MOST_ROWS = 9;
const MARKS = '123456789abcdefghijklmnopqrstuvwxyz';

/** In a chain where most sectors are short on the first day, the order of the return; else the order of arrival. */
export function travelOf({ summary }: Page): Travel {
  const { sectors } = summary;
  const shortAtOnce = sectors.filter(({ shortage }) => shortage?.firstDay === 0).length;
  const isReturn = shortAtOnce * 2 > sectors.length;
  const arrivals = isReturn
    ? sectors.map((sector) => ({ sector, fromDay: firstStay(sector.capacityRecovery, HALF), toDay: sector.day80 }))
    : sectors.flatMap((sector) =>
        sector.shortage ? [{ sector, fromDay: sector.shortage.firstDay, toDay: sector.shortage.backDay }] : [],
      );
  const last = summary.days;
  const key = ({ fromDay, toDay }: Arrival): readonly number[] =>
    isReturn ? [toDay ?? last, fromDay ?? last] : [fromDay ?? last, toDay ?? last];
  // Stable: sectors of one day stay in chain order.
  return { isReturn, arrivals: arrivals.sort((a, b) => key(a)[0] - key(b)[0] || key(a)[1] - key(b)[1]) };
}

function firstStay(series: readonly number[], level: number): number | null {
  let day = series.length;
  while (day > 0 && series[day - 1] >= level) day--;
  return day === series.length ? null : day;
}

/** Rows that the tall drawing takes. */
export const tallTravelRows = (page: Page): number => 1 + Math.min(MOST_ROWS + 1, travelOf(page).arrivals.length);

export function drawTravelTall(page: Page): string[] {
  const { words, dates, paint } = page;
  const { isReturn, arrivals } = travelOf(page);
  if (arrivals.length === 0) return [words.noShortage];
  const shown = arrivals.slice(0, MOST_ROWS);
  const strip = stripOf(page);
  const date = (day: number | null, never: string): string => (day === null ? never : dates.of(day));
  const start = arrivals[0].fromDay ?? 0;
  const cellsOf = shown.map(({ sector, fromDay, toDay }) => {
    if (isReturn) return [date(fromDay, '–'), date(toDay, '–')];
    const { lowest = 1, lowestDay = 0 } = sector.shortage ?? {};
    const later = (fromDay ?? start) - start;
    return [date(fromDay, '–'), later === 0 ? '' : words.daysLater(signed(later)), `${percent(lowest)} ${dates.of(lowestDay)}`, date(toDay, words.notBack)];
  });
  const heads = isReturn ? [words.halfBack, words.mostlyBack] : [words.shortFrom, words.later, words.lowest, words.back];
  const columns = heads.map((head, index) => widest([head, ...cellsOf.map((cells) => cells[index])]));
  const row = (name: string, track: string, cells: readonly string[]): string =>
    `  ${padEnd(cut(name, strip.nameColumns), strip.nameColumns)} ${padEnd(track, strip.columns)}  ` +
    cells.map((cell, index) => padStart(cell, columns[index])).join('  ');
  const left = arrivals.length - shown.length;
  return [
    paint.bold(isReturn ? words.backInOrder : words.shortInOrder),
    ...[paint.grey(row('', strip.header, heads))],
    ...shown.map((arrival, index) => row(page.nameOf(arrival.sector.id), paint.teal(trackOf(page, arrival, isReturn)), cellsOf[index])),
    ...(left > 0 ? [paint.grey(`  ${words.moreLater(left)}`)] : []),
  ];
}
