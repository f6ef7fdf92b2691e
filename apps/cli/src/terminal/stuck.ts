// Where the chain is stuck: the sector and constraint that hold most value down, since when, and in what turn.
import { percent, yuan, type Words } from '#libs/words';
import { cut, flow, widthOf } from './columns';
import { drawLosses } from './losses';
import type { Page, Room } from './page';

/** What holds the chain on a day: by accounting where losses are attributed, else by binding constraint. */
interface Stuck {
  readonly day: number;
  readonly sector: string | null;
  /** In words: the root cause, or the constraint. */
  readonly by: string;
  readonly share: number;
}

/** Consecutive days with one bottleneck. */
interface Spell {
  readonly sector: string | null;
  readonly by: string;
  readonly fromDay: number;
  readonly toDay: number;
}

/** A longer name of a sector may be cut to this. */
const LEAST_NAME_COLUMNS = 16;

/** A binding constraint in words; a name that the dictionary does not know stands as it is. */
export const boundOf = (bound: string, words: Words): string =>
  (words.bounds as Readonly<Record<string, string>>)[bound] ?? bound;

function stuckDays({ summary, words }: Page): readonly Stuck[] {
  const { bottleneck, stuckAt } = summary;
  return bottleneck
    ? bottleneck.map(({ day, sector, cause, share }) => ({ day, sector, by: words.causes[cause], share }))
    : stuckAt.map(({ day, sector, bound, share }) => ({ day, sector, by: boundOf(bound, words), share }));
}

/** The bottleneck of the day that matters, or of the worst day where nothing holds the chain then; none if nothing ever does. */
export function findStuck(page: Page): Stuck | undefined {
  const { rates } = page.summary;
  const days = stuckDays(page);
  const now = days.find(({ day }) => day === page.asOfDay);
  if (now !== undefined || days.length === 0) return now;
  return days.reduce((worst, stuck) =>
    rates[stuck.day].capacityRecovery < rates[worst.day].capacityRecovery ? stuck : worst,
  );
}

export function drawStuck(page: Page, room: Room): string[] {
  const losses = drawLosses(page, room.lossRows);
  return [drawHeadline(page), ...drawPath(page, room.pathRows), ...(losses.length > 0 ? losses : drawLost(page))];
}

/** The finding, as long as the row has room for it: first goes since when, then of which day the share is. */
function drawHeadline(page: Page): string {
  const { words, dates, paint, asOfDay, nameOf, width } = page;
  const stuck = findStuck(page);
  if (!stuck) return paint.bold(words.nothingHolds);
  const { day, share } = stuck;
  const spell = spellsOf(stuckDays(page)).find(({ fromDay, toDay }) => fromDay <= day && day <= toDay);
  const since = spell && spell.fromDay < day ? words.comma + words.since(dates.of(spell.fromDay)) : '';
  const isNow = day === asOfDay;
  const lead = isNow
    ? `${words.stuckAt}  `
    : `${words.runsFreeOn(dates.of(asOfDay))}${words.comma}${words.worst(dates.of(day))}  `;
  const ofLoss = words.colon + words.shareOfLoss(percent(share), isNow ? dates.of(day) : undefined);
  const roomFor = (tail: string): number => width - widthOf(`${lead}▲  · ${stuck.by}${tail}`);
  const wanted = widthOf(nameOf(stuck.sector));
  const tails = [since + ofLoss, ofLoss, ''];
  const tail = tails.find((each) => roomFor(each) >= Math.min(wanted, LEAST_NAME_COLUMNS)) ?? '';
  return `${paint.bold(lead)}${paint.bold(paint.orange(`▲ ${cut(nameOf(stuck.sector), roomFor(tail))} · ${stuck.by}`))}${tail}`;
}

/** Bottlenecks in turn; where they do not fit, the longest ones, still in time order. */
function drawPath(page: Page, rows: number): string[] {
  const { summary, words, dates, nameOf, width, paint } = page;
  const spells = spellsOf(stuckDays(page));
  if (spells.length < 2 || rows < 1) return [];
  // By accounting the path has a heading of its own; else its name stands before it.
  const indent = summary.bottleneck ? 2 : widthOf(words.inTurn) + 2;
  const tell = ({ sector, by, fromDay, toDay }: Spell): string =>
    `${cut(nameOf(sector), 14)} · ${by} ${dates.range(fromDay, toDay)}`;
  const byLength = [...spells].sort((a, b) => b.toDay - b.fromDay - (a.toDay - a.fromDay) || a.fromDay - b.fromDay);
  for (let keep = Math.min(spells.length, 12); keep > 0; keep--) {
    const chosen = new Set(byLength.slice(0, keep));
    const told = spells.filter((spell) => chosen.has(spell)).map(tell);
    const left = spells.length - keep;
    const items = left > 0 ? [...told, words.andShorter(left)] : told;
    const lines = flow(items, { between: ' ▸ ', columns: width - indent, indent: '▸ ' });
    if (lines.length > rows) continue;
    if (summary.bottleneck)
      return [paint.grey(cut(words.pathOfBottleneck, width)), ...lines.map((line) => `  ${line}`)];
    return lines.map((line, index) =>
      index === 0 ? `${paint.grey(words.inTurn)}  ${line}` : ' '.repeat(indent) + line,
    );
  }
  return [];
}

function spellsOf(days: readonly Stuck[]): Spell[] {
  const spells: Spell[] = [];
  for (const { day, sector, by } of days) {
    const last = spells.at(-1);
    if (last && last.toDay === day - 1 && last.sector === sector && last.by === by) {
      spells[spells.length - 1] = { ...last, toDay: day };
    } else spells.push({ sector, by, fromDay: day, toDay: day });
  }
  return spells;
}

/** Lost output in value added with the sectors that lost most, and what final demand missed. */
function drawLost({ summary, words, language, nameOf, width }: Page): string[] {
  const { lostYuan, sectors } = summary;
  if (!(lostYuan.valueAdded > 0) && !(lostYuan.finalDemand > 0)) return [words.nothingLost];
  const ranked = [...sectors]
    .filter((sector) => sector.lostValueAddedYuan > 0)
    .sort((a, b) => b.lostValueAddedYuan - a.lostValueAddedYuan);
  const missed = `${words.semicolon}${words.missed(yuan(lostYuan.finalDemand, language, 'short'))}`;
  for (let named = Math.min(3, ranked.length); named >= 0; named--) {
    const worst = ranked
      .slice(0, named)
      .map(({ id, lostValueAddedYuan }) => `${nameOf(id)} ${percent(lostValueAddedYuan / lostYuan.valueAdded)}`);
    const line =
      words.lost(yuan(lostYuan.valueAdded, language)) +
      (named > 0 ? words.colon + worst.join(words.comma) : '') +
      missed;
    if (widthOf(line) <= width || named === 0) return [line];
  }
  return [];
}
