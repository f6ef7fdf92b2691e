// A ranking of enterprises by what stops when each of them closes: the finding, a row for each, and what the index is.
import { count, nameIn, percent, wordsOf, type Language, type Words } from '#libs/words';
import { cut, flow, padEnd, padStart, widest, widthOf } from './columns';
import { paintOf } from './paint';

interface Name {
  readonly en: string;
  readonly zh?: string | undefined;
}

export interface ScreenedEnterprise {
  readonly rank: number;
  readonly enterprise: string;
  readonly sector: string;
  readonly sectorName: Name;
  /** A seller outside: its own output does not count. */
  readonly outside: boolean;
  /** Share of the chain's output that stops when it closes. */
  readonly indexRatio: number;
  /** Others in the chain left with less than half of their output. */
  readonly othersBelowHalf: number;
}

/** What `screen --json` prints. */
export interface ScreenedChain {
  readonly scenario: { readonly id: string; readonly name: Name };
  readonly seed: number;
  readonly enterprises: number;
  readonly links: number;
  /** The largest index first. */
  readonly ranking: readonly ScreenedEnterprise[];
}

const LEAST_WIDTH = 80;
const MOST_WIDTH = 100;
const MOST_ID_COLUMNS = 24;
const MOST_SECTOR_COLUMNS = 16;
const OUTSIDE = '*';
/** From here on a share is told without decimals. */
const WHOLE_FROM = 0.1;

/** @returns rows joined by line feeds, without one at the end */
export function drawScreening(
  screened: ScreenedChain,
  options: { language: Language; width: number; color: boolean },
): string {
  const { ranking } = screened;
  const words = wordsOf(options.language);
  const paint = paintOf(options.color);
  const width = Math.max(LEAST_WIDTH, Math.min(MOST_WIDTH, Math.floor(options.width) || 0));
  const [first] = ranking;
  const share = percent(first.indexRatio, first.indexRatio < WHOLE_FROM ? 1 : 0);
  const tail = widthOf(words.ifItCloses('', share));
  const headline = words.ifItCloses(cut(first.enterprise, width - tail), share);
  const [head, ...rows] = drawTable(ranking, words, { language: options.language, width });
  const notes = [
    ...(ranking.some(({ outside }) => outside) ? [`${OUTSIDE} ${words.outsideNote}`] : []),
    words.screeningNote,
  ];
  return [
    ...drawTitle(screened, words, { ...options, width }).map((row, index) => (index === 0 ? paint.bold(row) : row)),
    '',
    paint.bold(headline),
    '',
    paint.grey(head),
    ...rows,
    '',
    ...notes.flatMap((note) => flow(note.split(' '), { between: ' ', columns: width, indent: '  ' })).map(paint.grey),
  ]
    .map((row) => row.trimEnd())
    .join('\n');
}

function drawTitle(
  { scenario, enterprises, links, seed }: ScreenedChain,
  words: Words,
  { language, width }: { language: Language; width: number },
): string[] {
  const facts = [words.enterprises(count(enterprises)), words.links(count(links)), words.seed(seed)];
  return flow([cut(nameIn(scenario.name, language), width), ...facts], { between: '  ', columns: width, indent: '' });
}

/** Header and rows; bars are as long as the share, the largest one takes the room there is. */
function drawTable(
  ranking: readonly ScreenedEnterprise[],
  words: Words,
  { language, width }: { language: Language; width: number },
): string[] {
  const cells = ranking.map((one) => ({
    rank: count(one.rank),
    enterprise: cut(one.enterprise, MOST_ID_COLUMNS - 1) + (one.outside ? OUTSIDE : ''),
    sector: cut(nameIn(one.sectorName, language), MOST_SECTOR_COLUMNS),
    share: percent(one.indexRatio, 1),
    belowHalf: count(one.othersBelowHalf),
  }));
  const columns = {
    rank: widest(cells.map(({ rank }) => rank)),
    enterprise: widest([words.enterprise, ...cells.map(({ enterprise }) => enterprise)]),
    sector: widest([words.sector, ...cells.map(({ sector }) => sector)]),
    share: widest(cells.map(({ share }) => share)),
    belowHalf: widest([words.othersBelowHalf, ...cells.map(({ belowHalf }) => belowHalf)]),
  };
  const left = (rank: string, enterprise: string, sector: string): string =>
    `${padStart(rank, columns.rank)}  ${padEnd(enterprise, columns.enterprise)}  ${padEnd(sector, columns.sector)}  `;
  const middle = width - widthOf(left('', '', '')) - 2 - columns.belowHalf;
  const barColumns = middle - columns.share - 2;
  const row = (start: string, shown: string, belowHalf: string): string =>
    `${start}${padEnd(shown, middle)}  ${padStart(belowHalf, columns.belowHalf)}`;
  return [
    row(left('', words.enterprise, words.sector), cut(words.outputThatStops, middle), words.othersBelowHalf),
    ...cells.map((cell, index) => {
      const bar = barOf(ranking[index].indexRatio, ranking[0].indexRatio, barColumns);
      const shown = `${padStart(cell.share, columns.share)}  ${bar}`;
      return row(left(cell.rank, cell.enterprise, cell.sector), shown, cell.belowHalf);
    }),
  ];
}

function barOf(ratio: number, largest: number, columns: number): string {
  if (!(ratio > 0)) return '';
  return '█'.repeat(Math.max(1, Math.round((ratio / largest) * columns)));
}
