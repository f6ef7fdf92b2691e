// Where the chain is stuck: the sector and constraint that hold most value down, since when, and in what turn.
import type { RunSummary } from '#libs/analysis';
import { percent, yuan, type Words } from '../words';
import { cut, flow, widthOf } from './columns';
import type { Page, Room } from './page';

type Stuck = RunSummary['stuckAt'][number];

/** Consecutive days with one bottleneck. */
interface Spell {
  readonly sector: string;
  readonly bound: string;
  readonly fromDay: number;
  readonly toDay: number;
}

/** A longer name of a sector may be cut to this. */
const LEAST_NAME_COLUMNS = 16;

/** A binding constraint in words; a name that the dictionary does not know stands as it is. */
export const boundOf = (bound: string, words: Words): string =>
  (words.bounds as Readonly<Record<string, string>>)[bound] ?? bound;

/** The bottleneck of the day that matters, or of the worst day where nothing holds the chain then; none if nothing ever does. */
export function findStuck({ summary, asOfDay }: Page): Stuck | undefined {
  const { stuckAt, rates } = summary;
  const now = stuckAt.find(({ day }) => day === asOfDay);
  if (now !== undefined || stuckAt.length === 0) return now;
  return stuckAt.reduce((worst, stuck) =>
    rates[stuck.day].capacityRecovery < rates[worst.day].capacityRecovery ? stuck : worst,
  );
}

export function drawStuck(page: Page, room: Room): string[] {
  return [drawHeadline(page), ...drawPath(page, room.pathRows), ...drawLost(page)];
}

/** The finding, as long as the row has room for it: first goes since when, then of which day the share is. */
function drawHeadline(page: Page): string {
  const { summary, words, dates, paint, asOfDay, nameOf, width } = page;
  const stuck = findStuck(page);
  if (!stuck) return paint.bold(words.nothingHolds);
  const { day, share } = stuck;
  const spell = spellsOf(summary.stuckAt).find(({ fromDay, toDay }) => fromDay <= day && day <= toDay);
  const since = spell && spell.fromDay < day ? words.comma + words.since(dates.of(spell.fromDay)) : '';
  const isNow = day === asOfDay;
  const lead = isNow
    ? `${words.stuckAt}  `
    : `${words.runsFreeOn(dates.of(asOfDay))}${words.comma}${words.worst(dates.of(day))}  `;
  const bound = boundOf(stuck.bound, words);
  const ofLoss = words.colon + words.shareOfLoss(percent(share), isNow ? dates.of(day) : undefined);
  const roomFor = (tail: string): number => width - widthOf(`${lead}▲  · ${bound}${tail}`);
  const wanted = widthOf(nameOf(stuck.sector));
  const tails = [since + ofLoss, ofLoss, ''];
  const tail = tails.find((each) => roomFor(each) >= Math.min(wanted, LEAST_NAME_COLUMNS)) ?? '';
  return `${paint.bold(lead)}${paint.bold(paint.orange(`▲ ${cut(nameOf(stuck.sector), roomFor(tail))} · ${bound}`))}${tail}`;
}

/** Bottlenecks in turn; where they do not fit, the longest ones, still in time order. */
function drawPath({ summary, words, dates, nameOf, width, paint }: Page, rows: number): string[] {
  const spells = spellsOf(summary.stuckAt);
  if (spells.length < 2 || rows < 1) return [];
  const tell = ({ sector, bound, fromDay, toDay }: Spell): string =>
    `${cut(nameOf(sector), 14)} · ${boundOf(bound, words)} ${dates.range(fromDay, toDay)}`;
  const byLength = [...spells].sort((a, b) => b.toDay - b.fromDay - (a.toDay - a.fromDay) || a.fromDay - b.fromDay);
  for (let keep = Math.min(spells.length, 12); keep > 0; keep--) {
    const chosen = new Set(byLength.slice(0, keep));
    const told = spells.filter((spell) => chosen.has(spell)).map(tell);
    const left = spells.length - keep;
    const items = left > 0 ? [...told, words.andShorter(left)] : told;
    const lines = flow(items, { between: ' ▸ ', columns: width - widthOf(words.inTurn) - 2, indent: '▸ ' });
    if (lines.length > rows) continue;
    return lines.map((line, index) =>
      index === 0 ? `${paint.grey(words.inTurn)}  ${line}` : ' '.repeat(widthOf(words.inTurn) + 2) + line,
    );
  }
  return [];
}

function spellsOf(stuckAt: RunSummary['stuckAt']): Spell[] {
  const spells: Spell[] = [];
  for (const { day, sector, bound } of stuckAt) {
    const last = spells.at(-1);
    if (last && last.toDay === day - 1 && last.sector === sector && last.bound === bound) {
      spells[spells.length - 1] = { ...last, toDay: day };
    } else spells.push({ sector, bound, fromDay: day, toDay: day });
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
