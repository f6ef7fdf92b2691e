// How a shortage travels: sectors in the order in which it reached them or, in a chain that starts shut, in which they
// came back. Tall: a row a sector on one time axis. Short: numbered marks under the chart, and the numbers told.
import type { SectorSummary } from '#libs/analysis';
import { percent, signed } from '../words';
import { columnOf } from './axis';
import { CHART_LEFT, chartColumns } from './chart';
import { cut, flow, padEnd, padStart, widest, widthOf } from './columns';
import type { Page } from './page';
import { cellOf, meanOf, stripOf, type Strip } from './strips';

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
const MOST_SHORT_ROWS = 3;
const SHADES = '░▒▓█';
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

/** A row a sector, its mark on the strips' time axis, and the dates beside it. */
export function drawTravelTall(page: Page): string[] {
  const { words, paint } = page;
  const { isReturn, arrivals } = travelOf(page);
  if (arrivals.length === 0) return [words.noShortage];
  const shown = arrivals.slice(0, MOST_ROWS);
  const left = arrivals.length - shown.length;
  const strip = stripOf(page);
  const heads = isReturn
    ? [words.halfBack, words.mostlyBack]
    : [words.shortFrom, words.later, words.lowest, words.lowestOn, words.back];
  const told = shown.map((arrival) =>
    isReturn ? tellReturn(page, arrival) : tellShortage(page, arrival, arrivals[0]),
  );
  const columns = heads.map((head, index) => widest([head, ...told.map((cells) => cells[index])]));
  const side = (cells: readonly string[]): string =>
    cells.map((cell, index) => padStart(cell, columns[index])).join('  ');
  const trackEnd = 2 + strip.nameColumns + 1 + strip.columns + 1;
  const title = cut(isReturn ? words.backInOrder : words.shortInOrder, trackEnd - 1);
  return [
    `${paint.bold(title)}${padEnd('', trackEnd - widthOf(title))}${paint.grey(side(heads))}`,
    ...shown.map((arrival, index) => {
      const name = padEnd(cut(page.nameOf(arrival.sector.id), strip.nameColumns), strip.nameColumns);
      const track = isReturn ? returnTrack(strip, arrival) : shortageTrack(strip, arrival);
      return `  ${name} ${paint.teal(padEnd(track, strip.columns))} ${side(told[index])}`;
    }),
    ...(left > 0 ? [paint.grey(`  ${words.moreLater(left)}`)] : []),
  ];
}

const tellDay = ({ dates }: Page, day: number | null, never: string): string => (day === null ? never : dates.of(day));

const tellReturn = (page: Page, { fromDay, toDay }: Arrival): string[] => [
  tellDay(page, fromDay, '–'),
  tellDay(page, toDay, '–'),
];

function tellShortage(page: Page, { sector, fromDay, toDay }: Arrival, first: Arrival): string[] {
  const { words, dates } = page;
  const { lowest, lowestDay } = sector.shortage ?? { lowest: 1, lowestDay: 0 };
  const later = (fromDay ?? 0) - (first.fromDay ?? 0);
  return [
    tellDay(page, fromDay, '–'),
    later === 0 ? '' : words.daysLater(signed(later)),
    percent(lowest),
    dates.of(lowestDay),
    tellDay(page, toDay, words.notBack),
  ];
}

/** "◇" half back, "◆" back at 80 %. */
function returnTrack(strip: Strip, { fromDay, toDay }: Arrival): string {
  const cell = (day: number | null): number => (day === null ? strip.cells : cellOf(strip, day));
  return Array.from({ length: strip.cells }, (_, at) => {
    if (at === cell(toDay)) return '◆';
    if (at === cell(fromDay)) return '◇';
    return at > cell(fromDay) && at < cell(toDay) ? '━' : ' ';
  }).join('');
}

/** "▸" where it arrives, then darker the more is missing, to the day before it is back. */
function shortageTrack(strip: Strip, { sector, fromDay, toDay }: Arrival): string {
  const first = cellOf(strip, fromDay ?? 0);
  const last = toDay === null ? strip.cells - 1 : cellOf(strip, toDay - 1);
  return Array.from({ length: strip.cells }, (_, at) => {
    if (at < first || at > last) return ' ';
    if (at === first) return '▸';
    const missing = 1 - meanOf(strip, sector.capacityRecovery, at);
    return SHADES[Math.max(0, Math.min(SHADES.length - 1, Math.floor(missing * SHADES.length)))];
  }).join('');
}

/** Numbers under the chart, on its time axis, and what they stand for. */
export function drawTravelShort(page: Page): string[] {
  const { words, width, paint, dates, nameOf } = page;
  const { isReturn, arrivals } = travelOf(page);
  if (arrivals.length === 0) return [words.noShortage];
  const columns = chartColumns(page);
  const marks = Array.from({ length: columns }, () => ' ');
  const told = arrivals.slice(0, MARKS.length).map(({ sector, fromDay, toDay }, index) => {
    const day = isReturn ? toDay : fromDay;
    if (day !== null) marks[freeColumn(marks, columnOf(day, page.summary.days, columns))] = MARKS[index];
    const lowest = isReturn ? '' : ` ${percent(sector.shortage?.lowest ?? 1)}`;
    return `${MARKS[index]} ${cut(nameOf(sector.id), 14)} ${day === null ? words.notBack : dates.of(day)}${lowest}`;
  });
  const title = isReturn ? words.backInOrderShort : words.shortInOrderShort;
  const scale = isReturn ? '80\u2009%' : '<95\u2009%';
  let rows: string[] = [];
  for (let keep = told.length; keep > 0; keep--) {
    const left = arrivals.length - keep;
    const items = left > 0 ? [...told.slice(0, keep), words.moreLater(left)] : told;
    rows = flow([`${title}${words.colon}${items[0]}`, ...items.slice(1)], {
      between: '  ',
      columns: width,
      indent: '  ',
    });
    if (rows.length <= MOST_SHORT_ROWS) break;
  }
  return [`${padStart(scale, CHART_LEFT - 1)} ${paint.teal(marks.join(''))}`, ...rows];
}

/** The nearest column that has no mark yet, to the right or else to the left. */
function freeColumn(marks: readonly string[], column: number): number {
  const right = marks.indexOf(' ', column);
  return right >= 0 ? right : Math.max(0, marks.lastIndexOf(' ', column));
}
