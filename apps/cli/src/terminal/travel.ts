// How a shortage travels: sectors in the order in which it reached them or, in a chain that starts shut, in which they
// came back. Tall: a row a sector on one time axis. Short: numbered marks under the chart, and the numbers told.
import type { SectorSummary } from '#libs/analysis';
import { percent, signed } from '#libs/words';
import { columnOf } from './axis';
import { chartColumns } from './chart';
import { cut, flow, padEnd, padStart, widest, widthOf } from './columns';
import type { Page } from './page';
import { CHART_LEFT } from './plot';
import { cellOf, meanOf, stripOf, type Strip } from './strips';

/** A sector on the way: `fromDay` is where its mark stands; null days did not come. */
interface Arrival {
  readonly sector: SectorSummary;
  readonly fromDay: number | null;
  readonly toDay: number | null;
}

interface Travel {
  readonly isReturn: boolean;
  readonly arrivals: readonly Arrival[];
}

const HALF = 0.5;
const MOST_ROWS = 9;
const MOST_SHORT_ROWS = 3;
const SHADES = '░▒▓█';
const MARKS = '123456789abcdefghijklmnopqrstuvwxyz';

/** In a chain where most sectors are short on the first day, the order of the return; else the order of arrival. */
function travelOf({ summary }: Page): Travel {
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
  const { words, paint, width } = page;
  const { isReturn, arrivals } = travelOf(page);
  const none = tellNone(page);
  if (none !== undefined) return [none];
  const shown = arrivals.slice(0, MOST_ROWS);
  const strip = stripOf(page);
  const trackEnd = 2 + strip.nameColumns + 1 + strip.columns + 1;
  const columns = isReturn ? returnColumns(page, shown) : shortageColumns(page, shown);
  const side = sideOf(columns, width - trackEnd);
  const title = cut(isReturn ? words.backInOrder : words.shortInOrder, trackEnd - 1);
  const left = arrivals.length - shown.length;
  return [
    `${paint.bold(title)}${padEnd('', trackEnd - widthOf(title))}${paint.grey(side[0])}`,
    ...shown.map((arrival, index) => {
      const name = padEnd(cut(page.nameOf(arrival.sector.id), strip.nameColumns), strip.nameColumns);
      const track = isReturn ? returnTrack(strip, arrival) : shortageTrack(strip, arrival);
      return `  ${name} ${paint.teal(padEnd(track, strip.columns))} ${side[index + 1]}`;
    }),
    ...(left > 0 ? [paint.grey(`  ${words.moreLater(left)}`)] : []),
  ];
}

/** What is said instead where no sector was short, or none has come back yet. */
function tellNone(page: Page): string | undefined {
  const { isReturn, arrivals } = travelOf(page);
  if (arrivals.length === 0) return page.words.noShortage;
  const isAnyBack = arrivals.some(({ fromDay, toDay }) => fromDay !== null || toDay !== null);
  return isReturn && !isAnyBack ? page.words.noneBack : undefined;
}

/** A column of the side: its head and a text for each sector; of low rank is what can be left out first. */
interface SideColumn {
  readonly texts: readonly string[];
  readonly rank: number;
}

/** As many columns as there is room for; head first. */
function sideOf(columns: readonly SideColumn[], room: number): string[] {
  const widths = columns.map(({ texts }) => widest(texts) + 2);
  const isKept = columns.map(() => true);
  const byRank = [...columns.keys()].sort((a, b) => columns[a].rank - columns[b].rank);
  const used = (): number => widths.reduce((sum, width, index) => sum + (isKept[index] ? width : 0), -2);
  for (const index of byRank) if (used() > room) isKept[index] = false;
  return columns[0].texts.map((_, row) =>
    columns.flatMap(({ texts }, index) => (isKept[index] ? [padStart(texts[row], widths[index] - 2)] : [])).join('  '),
  );
}

const tellDay = ({ dates }: Page, day: number | null, never: string): string => (day === null ? never : dates.of(day));

function returnColumns(page: Page, shown: readonly Arrival[]): SideColumn[] {
  const { words } = page;
  return [
    { rank: 0, texts: [words.halfBack, ...shown.map(({ fromDay }) => tellDay(page, fromDay, '–'))] },
    { rank: 1, texts: [words.mostlyBack, ...shown.map(({ toDay }) => tellDay(page, toDay, words.notBack))] },
  ];
}

function shortageColumns(page: Page, shown: readonly Arrival[]): SideColumn[] {
  const { words, dates } = page;
  const first = shown[0].fromDay ?? 0;
  const later = shown.map(({ fromDay }) => (fromDay ?? 0) - first);
  const shortages = shown.map(({ sector }) => sector.shortage ?? { lowest: 1, lowestDay: 0 });
  return [
    { rank: 4, texts: [words.shortFrom, ...shown.map(({ fromDay }) => tellDay(page, fromDay, '–'))] },
    { rank: 1, texts: [words.later, ...later.map((days) => (days === 0 ? '' : words.daysLater(signed(days))))] },
    { rank: 3, texts: [words.lowest, ...shortages.map(({ lowest }) => percent(lowest))] },
    { rank: 0, texts: [words.lowestOn, ...shortages.map(({ lowestDay }) => dates.of(lowestDay))] },
    { rank: 2, texts: [words.back, ...shown.map(({ toDay }) => tellDay(page, toDay, words.notBack))] },
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
  const none = tellNone(page);
  if (none !== undefined) return [none];
  const dayOf = ({ fromDay, toDay }: Arrival): number | null => (isReturn ? toDay : fromDay);
  const told = arrivals.slice(0, MARKS.length).map((arrival, index) => {
    const day = dayOf(arrival);
    const lowest = isReturn ? '' : ` ${percent(arrival.sector.shortage?.lowest ?? 1)}`;
    return `${MARKS[index]} ${cut(nameOf(arrival.sector.id), 14)} ${day === null ? words.notBack : dates.of(day)}${lowest}`;
  });
  const title = isReturn ? words.backInOrderShort : words.shortInOrderShort;
  const rowsOf = (keep: number): string[] => {
    const left = arrivals.length - keep;
    const items = left > 0 ? [...told.slice(0, keep), words.moreLater(left)] : told;
    const titled = [`${title}${words.colon}${items[0]}`, ...items.slice(1)];
    return flow(titled, { between: '  ', columns: width, indent: '  ' });
  };
  let keep = told.length;
  while (keep > 1 && rowsOf(keep).length > MOST_SHORT_ROWS) keep--;
  const scale = isReturn ? '80\u2009%' : '<95\u2009%';
  return [
    `${padStart(scale, CHART_LEFT - 1)} ${paint.teal(marksOf(page, arrivals.slice(0, keep).map(dayOf)))}`,
    ...rowsOf(keep),
  ];
}

/** A mark in the column of each day; where that is taken, in the nearest free one to the right or else to the left. */
function marksOf(page: Page, days: readonly (number | null)[]): string {
  const columns = chartColumns(page);
  const marks = Array.from({ length: columns }, () => ' ');
  days.forEach((day, index) => {
    if (day === null) return;
    const column = columnOf(day, page.summary.days, columns);
    const right = marks.indexOf(' ', column);
    marks[right >= 0 ? right : Math.max(0, marks.lastIndexOf(' ', column))] = MARKS[index];
  });
  return marks.join('').trimEnd();
}
