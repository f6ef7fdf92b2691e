// What each lever is worth: the run without it, against the run as it is. Those that matter most come first.
import type { LeverRow, LeverTable } from '../lever-table';
import { count, nameIn, percent, runDates, signed, wordsOf, yuan, type Language } from '#libs/words';
import { cut, flow } from './columns';
import { metricOf, valueOf } from './observed';
import { pageWidth } from './page';
import { paintOf } from './paint';
import { drawTable } from './table';

const POINTS_SCALE = 100;
const SECTIONS = ['levers', 'market', 'curves'] as const;

/** @returns rows joined by line feeds, without one at the end */
export function drawLevers(
  table: LeverTable,
  { language, width, color }: { language: Language; width: number; color: boolean },
): string {
  const words = wordsOf(language);
  const paint = paintOf(color);
  const columns = pageWidth(width);
  const dates = runDates({ start: table.start, days: table.days, language });
  const { target, base } = table;
  const known = (id: string): boolean => Object.hasOwn(table.sectorNames, id);
  const nameOf = (id: string): string => (known(id) ? nameIn(table.sectorNames[id], language) : id);
  const tell = cellsOf(table, language);
  const title = [paint.bold(cut(nameIn(table.scenario.name, language), columns)), dates.whole, words.seed(table.seed)];
  const about =
    target &&
    `${target.id}${words.colon}${target.day === null ? metricOf({ words, nameOf }, target) : words.onDate(metricOf({ words, nameOf }, target), dates.of(target.day))}`;
  const money = (value: number): string => yuan(value, language, 'short');
  const first = [
    words.asItIs,
    '',
    base.day80 === null ? words.never : dates.of(base.day80),
    money(base.lostValueAddedYuan),
    target === null || base.target === null ? '' : valueOf({ dates, language, words }, target, base.target),
    '',
  ];
  const rows = SECTIONS.flatMap((section) =>
    table.levers
      .filter((row) => row.section === section)
      .sort((a, b) => b.lostValueAddedYuan - a.lostValueAddedYuan)
      .map(tell),
  );
  const heads = [words.without, words.staysAt, words.backAt(80), words.lostShort, target?.id ?? '', words.costs];
  return [
    ...flow(title, { between: '  ', columns, indent: '' }),
    ...flow(words.leversExplained.split(' '), { between: ' ', columns, indent: '' }),
    ...(about === null ? [] : [about]),
    '',
    ...drawTable(heads, [first, ...rows], { paint, width: columns }),
  ]
    .map((row) => row.trimEnd())
    .join('\n');
}

/** A lever's cells: differences to the run as it is; "=" where leaving it out changes nothing at all. */
function cellsOf({ base, target }: LeverTable, language: Language): (row: LeverRow) => string[] {
  const words = wordsOf(language);
  const later = (day: number | null): string => {
    if (day === null) return base.day80 === null ? '=' : words.never;
    return base.day80 === null || day === base.day80 ? '=' : words.daysLater(signed(day - base.day80));
  };
  const more = (gap: number): string => (gap === 0 ? '=' : `${gap > 0 ? '+' : ''}${yuan(gap, language, 'short')}`);
  const off = (value: number | null): string => {
    if (target === null || base.target === null) return '';
    if (value === null) return words.didNotHappen;
    const gap = value - base.target;
    if (gap === 0) return '=';
    if (target.unit === 'ratio') return words.points(signed(gap * POINTS_SCALE, 1));
    if (target.unit === 'day' || target.unit === 'days') return words.daysLater(signed(gap));
    return base.target === 0 ? signed(gap) : `${gap > 0 ? '+' : ''}${percent(gap / base.target, 1)}`;
  };
  return (row) => [
    row.path,
    row.staysAt === null ? words.othersStand : count(row.staysAt, 2).replace(/\.?0+$/, ''),
    later(row.day80),
    more(row.lostValueAddedYuan - base.lostValueAddedYuan),
    off(row.target),
    row.costYuan === null ? '–' : yuan(row.costYuan, language, 'short'),
  ];
}
