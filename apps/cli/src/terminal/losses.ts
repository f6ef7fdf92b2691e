// What is lost, by root cause: a bar each for the largest, the others together.
import { percent, yuan } from '#libs/words';
import { cut, padEnd, padStart, widest, widthOf } from './columns';
import type { Page } from './page';

const MOST_NAME_COLUMNS = 34;
const LEAST_BAR_COLUMNS = 8;
const MOST_BAR_COLUMNS = 40;

interface Row {
  readonly name: string;
  readonly yuan: number;
  readonly share: number;
  /** The rest, which gets no bar: it is no single cause. */
  readonly isTogether: boolean;
}

/** Nothing where losses are not attributed, nothing is lost, or there is no room. */
export function drawLosses(page: Page, rows: number): string[] {
  const { summary, words, language, width, paint } = page;
  const { losses, lostYuan } = summary;
  if (!losses || losses.length === 0 || rows < 2 || !(lostYuan.valueAdded > 0)) return [];
  const told = rowsOf(page, rows);
  const names = Math.min(MOST_NAME_COLUMNS, widest(told.map(({ name }) => name)));
  const amounts = told.map((row) => yuan(row.yuan, language, 'short'));
  const shares = told.map(({ share }) => percent(share));
  const right = widest(amounts) + 2 + widest(shares);
  const bar = Math.min(MOST_BAR_COLUMNS, width - 2 - names - 2 - 2 - right);
  if (bar < LEAST_BAR_COLUMNS) return [];
  const most = Math.max(...told.map(({ isTogether, ...row }) => (isTogether ? 0 : row.yuan)));
  const missed = `${words.semicolon}${words.missed(yuan(lostYuan.finalDemand, language, 'short'))}`;
  const lost = yuan(lostYuan.valueAdded, language);
  const whole = words.lostAttributed(lost) + missed;
  return [
    cut(widthOf(whole) <= width ? whole : words.lost(lost) + missed, width),
    ...told.map((row, index) => {
      const cells = row.isTogether ? 0 : Math.max(1, Math.round((bar * row.yuan) / most));
      const amount = `${padStart(amounts[index], widest(amounts))}  ${padStart(shares[index], widest(shares))}`;
      const drawn = padEnd('█'.repeat(cells), bar);
      const isFirst = index === 0;
      return `  ${padEnd(cut(row.name, names), names)}  ${isFirst ? paint.orange(drawn) : paint.grey(drawn)}  ${amount}`;
    }),
  ];
}

function rowsOf({ summary, words, nameOf }: Page, rows: number): Row[] {
  const losses = summary.losses ?? [];
  const named = losses.length <= rows - 1 ? losses.length : rows - 2;
  const others = losses.slice(named);
  const sum = (of: (row: (typeof losses)[number]) => number): number => others.reduce((all, row) => all + of(row), 0);
  return [
    ...losses.slice(0, named).map(({ sector, cause, yuan: lost, share }) => ({
      name: `${nameOf(sector)} · ${words.causes[cause]}`,
      yuan: lost,
      share,
      isTogether: false,
    })),
    ...(others.length > 0
      ? [
          {
            name: words.otherCauses(others.length),
            yuan: sum((row) => row.yuan),
            share: sum(({ share }) => share),
            isTogether: true,
          },
        ]
      : []),
  ];
}
