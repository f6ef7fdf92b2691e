// The relief table of a day: what lifting each constraint would bring to final demand, the most first.
import type { ReliefTable } from '#libs/studies';
import { nameIn, percent, runDates, wordsOf, yuan, type Language } from '#libs/words';
import { flow } from './columns';
import { pageWidth } from './page';
import { paintOf } from './paint';
import { drawTable } from './table';

const BAR = 24;

/** @returns rows joined by line feeds, without one at the end */
export function drawRelief(
  table: ReliefTable,
  { language, width, color }: { language: Language; width: number; color: boolean },
): string {
  const words = wordsOf(language);
  const paint = paintOf(color);
  const columns = pageWidth(width);
  const date = runDates({ start: table.start, days: table.day + 1, language }).of(table.day);
  const named = ({ cause, sector }: ReliefTable['reliefs'][number]): string =>
    sector === null
      ? words.liftable.transport
      : `${nameIn(table.sectorNames[sector], language)} · ${words.liftable[cause]}`;
  const [first] = table.reliefs;
  const most = Math.max(1, first?.gainYuan ?? 0);
  const headline =
    table.reliefs.length === 0 || first.gainYuan <= 0
      ? words.nothingToRelieve(date)
      : words.reliefGains(named(first), date, yuan(first.gainYuan, language), table.overDays);
  const rows = table.reliefs.map((row) => [
    named(row),
    yuan(row.gainYuan, language, 'short'),
    percent(row.shareOfBaseline, 1),
    '█'.repeat(Math.max(0, Math.round((BAR * row.gainYuan) / most))).padEnd(BAR),
  ]);
  return [
    ...flow(paint.bold(headline).split(' '), { between: ' ', columns, indent: '' }),
    ...flow(words.reliefExplained(table.overDays).split(' '), { between: ' ', columns, indent: '' }),
    '',
    ...(rows.length === 0
      ? []
      : drawTable([words.lifted, words.gain, words.ofBaseline, ''], rows, { paint, width: columns })),
  ]
    .map((row) => row.trimEnd())
    .join('\n');
}
