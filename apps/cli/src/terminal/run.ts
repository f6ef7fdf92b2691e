// A whole run on one screen: where it is stuck, the curve, the sectors, how the shortage travels, what was observed.
import type { RunSummary } from '#libs/analysis';
import { count, nameIn, type Language } from '#libs/words';
import { drawChart } from './chart';
import { cut, flow, widthOf } from './columns';
import { drawFoot, type Kept } from './foot';
import { drawImposed } from './imposed';
import { drawObserved } from './observed';
import { pageOf, type Page, type Room } from './page';
import { drawStrips } from './strips';
import { drawStuck } from './stuck';
import { drawTravelShort, drawTravelTall } from './travel';

/** Rows of the screen that a run has to fit. */
export const SCREEN_ROWS = 45;

export interface RunDrawing extends Kept {
  readonly language: Language;
  /** Columns of the terminal; the drawing takes 80 to 100. */
  readonly width: number;
  readonly color: boolean;
}

/**
 * Draws what a run comes to, on at most 45 rows; what does not fit gives way in the order of `STEPS`.
 * @returns rows joined by line feeds, without one at the end
 */
export function drawRun(summary: RunSummary, options: RunDrawing): string {
  const page = pageOf(summary, options);
  let rows: string[] = [];
  for (const room of ROOMS) {
    rows = drawIn(page, room, options);
    if (rowsOnScreen(rows, page.width) <= SCREEN_ROWS) break;
  }
  return rows.map((row) => row.trimEnd()).join('\n');
}

/** Only a long path to the saved run is wider than the page: it is not cut, so that it can be copied, and wraps. */
const rowsOnScreen = (rows: readonly string[], width: number): number =>
  rows.reduce((sum, row) => sum + Math.max(1, Math.ceil(widthOf(row.trimEnd()) / width)), 0);

const GENEROUS: Room = {
  chartRows: 9,
  hasTravel: true,
  isTravelTall: true,
  pathRows: 2,
  lossRows: 7,
  sectorRows: 20,
  observationRows: 20,
  isInputsFolded: false,
  warningRows: 4,
  blanks: 'all',
};

/** From generous to tight: each step gives up one thing more. */
const STEPS: readonly Partial<Room>[] = [
  {},
  { chartRows: 7 },
  { chartRows: 5, warningRows: 2 },
  { chartRows: 7, isTravelTall: false },
  { isInputsFolded: true },
  { blanks: 'few' },
  { warningRows: 1 },
  { lossRows: 6 },
  { chartRows: 5 },
  { pathRows: 1 },
  { sectorRows: 12, observationRows: 12 },
  { sectorRows: 10, observationRows: 10 },
  { hasTravel: false },
  { lossRows: 5 },
  { blanks: 'none' },
  { lossRows: 4 },
  { sectorRows: 9, observationRows: 8 },
  { pathRows: 0 },
  { lossRows: 0 },
];

const ROOMS = STEPS.reduce<Room[]>((rooms, step) => [...rooms, { ...(rooms.at(-1) ?? GENEROUS), ...step }], []);

function drawIn(page: Page, room: Room, kept: Kept): string[] {
  const travel = !room.hasTravel ? [] : room.isTravelTall ? drawTravelTall(page) : drawTravelShort(page);
  const chart = drawChart(page, room.chartRows);
  const parts = [
    drawTitle(page),
    [...drawStuck(page, room), ...drawImposed(page)],
    room.isTravelTall ? chart : [...chart, ...travel],
    drawStrips(page, room),
    room.isTravelTall ? travel : [],
    drawObserved(page, room),
    drawFoot(page, room, kept),
  ].filter((part) => part.length > 0);
  const isSetOff = (index: number): boolean =>
    room.blanks === 'all' || (room.blanks === 'few' && index < parts.length - 1);
  return parts.flatMap((part, index) => (index > 0 && isSetOff(index) ? ['', ...part] : part));
}

/** A long name gets a row of its own. */
function drawTitle({ summary, words, dates, language, width, paint }: Page): string[] {
  const facts = [
    words.enterprises(count(summary.enterprises)),
    words.links(count(summary.links)),
    dates.whole,
    words.seed(summary.seed),
  ];
  const name = nameIn(summary.scenario.name, language);
  const row = `${paint.bold(name)}  ${facts.join('  ')}`;
  return widthOf(row) <= width
    ? [row]
    : [paint.bold(cut(name, width)), ...flow(facts, { between: '  ', columns: width, indent: '' })];
}
