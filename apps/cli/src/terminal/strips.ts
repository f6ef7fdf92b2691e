// One row a sector, in chain order: a block a stretch of days for capacity recovered, and what held the sector down.
import type { RunSummary, SectorSummary } from '#libs/analysis';
import { percent, type Words } from '#libs/words';
import { cut, ends, padEnd, padStart, widest, widthOf } from './columns';
import type { Page, Room } from './page';
import { boundOf, findStuck } from './stuck';

const BLOCKS = '▁▂▃▄▅▆▇';
const MOST_STRIP_CELLS = 26;
const MOST_NAME_COLUMNS = 14;

export interface Strip {
  readonly days: number;
  /** Characters; each stands for a day or, in a long run, for as equal a number of days as can be. */
  readonly cells: number;
  /** Columns that strip and header take. */
  readonly columns: number;
  readonly header: string;
  readonly nameColumns: number;
}

/** One strip for the page: the strips of sectors and of the shortage share it. */
export function stripOf({ summary, dates, nameOf, words }: Page): Strip {
  const { days } = summary;
  const cells = Math.min(days, MOST_STRIP_CELLS);
  const [first, last] = [dates.of(0), dates.of(days - 1)];
  const columns = Math.max(cells, widthOf(first) + (days > 1 ? 1 + widthOf(last) : 0));
  const names = [words.sector, ...summary.sectors.map(({ id }) => nameOf(id))];
  const nameColumns = Math.min(MOST_NAME_COLUMNS, widest(names));
  return { days, cells, columns, header: days > 1 ? ends(first, last, columns) : first, nameColumns };
}

export function drawStrips(page: Page, room: Room): string[] {
  const { words, dates, width, paint, nameOf } = page;
  const sectors = kept(page.summary.sectors, room.sectorRows);
  const left = page.summary.sectors.length - sectors.length;
  const strip = stripOf(page);
  const stuck = findStuck(page)?.sector;
  const asOf = dates.of(page.asOfDay);
  const backs = sectors.map(({ day80 }) => (day80 === null ? '–' : day80 === 0 ? words.always : dates.of(day80)));
  const valueColumns = Math.max(widthOf(asOf), 5);
  const backColumns = widest([...backs, words.mostlyBack]);
  const row = (name: string, cells: string, value: string, back: string): string =>
    `${padEnd(cut(name, strip.nameColumns), strip.nameColumns)} ${padEnd(cells, strip.columns)} ${padStart(value, valueColumns)}  ${padStart(back, backColumns)}  `;
  const heldColumns = width - 2 - widthOf(row('', '', '', ''));
  return [
    paint.grey(`  ${row(words.sector, strip.header, asOf, words.mostlyBack)}${cut(words.heldBy, heldColumns)}`),
    ...sectors.map((sector, index) => {
      const isStuck = sector.id === stuck;
      const cells = paint.teal(blocksOf(sector.capacityRecovery, strip));
      const value = percent(sector.capacityRecovery[page.asOfDay]);
      const text = row(nameOf(sector.id), cells, value, backs[index]) + heldBy(sector, words, heldColumns);
      return isStuck ? `${paint.orange('▲')} ${text}` : `  ${text}`;
    }),
    ...(left > 0 ? [paint.grey(`  ${words.moreSectors(left)}`)] : []),
  ];
}

/** Where there are too many: those that lost most, still in chain order. */
function kept(sectors: RunSummary['sectors'], rows: number): readonly SectorSummary[] {
  if (sectors.length <= rows) return sectors;
  const byLoss = sectors
    .map((_, index) => index)
    .sort((a, b) => sectors[b].lostValueAddedYuan - sectors[a].lostValueAddedYuan || a - b);
  const chosen = new Set(byLoss.slice(0, rows - 1));
  return sectors.filter((_, index) => chosen.has(index));
}

/** The cell of a day. */
export const cellOf = ({ days, cells }: Strip, day: number): number => Math.ceil(((day + 1) * cells) / days) - 1;

/** Mean of the days of a cell. */
export function meanOf(
  { days, cells }: Pick<Strip, 'days' | 'cells'>,
  series: readonly number[],
  cell: number,
): number {
  const part = series.slice(Math.floor((cell * days) / cells), Math.floor(((cell + 1) * days) / cells));
  return part.reduce((sum, ratio) => sum + ratio, 0) / part.length;
}

const blocksOf = (series: readonly number[], strip: Strip): string =>
  Array.from({ length: strip.cells }, (_, cell) => blockOf(meanOf(strip, series, cell))).join('');

/** A whole run as a strip of at most so many blocks. */
export function blocksOfSeries(series: readonly number[], most: number): string {
  const size = { days: series.length, cells: Math.min(series.length, most) };
  return Array.from({ length: size.cells }, (_, cell) => blockOf(meanOf(size, series, cell))).join('');
}

/** "·" below 5 %, "█" from 95 %, in between the seven lower blocks. */
function blockOf(ratio: number): string {
  if (!(ratio >= 0.05)) return '·';
  if (ratio >= 0.95) return '█';
  return BLOCKS[Math.min(6, Math.floor(((ratio - 0.05) / 0.9) * 7))];
}

/** The spells in turn; where they do not fit, the last ones, since they say what holds now. */
function heldBy({ heldBy: spells }: SectorSummary, words: Words, columns: number): string {
  if (spells.length === 0) return words.bounds.none;
  const names = spells.map(({ bound }) => boundOf(bound, words));
  for (let from = 0; from < names.length; from++) {
    const text = (from > 0 ? '…' : '') + names.slice(from).join(' › ');
    if (widthOf(text) <= columns) return text;
  }
  return cut(names[names.length - 1], columns);
}
