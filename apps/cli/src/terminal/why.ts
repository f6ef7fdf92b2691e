// The tree of causes in the terminal: what was lost, the largest cause, then who fell short through whom. Percentages are of
// the whole loss; each node's children add up to it.
import type { WhyNode } from '#libs/analysis';
import type { Context } from '../context';
import { nameIn, percent, runDates, wordsOf, yuan, type Language, type RunDates, type Words } from '#libs/words';
import type { Counterfactual } from '#libs/studies';
import { cut, flow, widthOf } from './columns';
import { pageWidth } from './page';
import { paintOf, type Paint } from './paint';
import { drawTable } from './table';

export interface WhyAnswer {
  readonly enterprise: string;
  readonly sector: string;
  readonly day: number;
  readonly baseYuan: number;
  readonly outputYuan: number;
  readonly lostYuan: number;
  readonly tree: WhyNode | null;
  readonly start: string;
  readonly days: number;
  readonly sectorNames: Readonly<Record<string, { readonly en: string; readonly zh?: string | undefined }>>;
}

/** Causes of a node are told one by one down to this share of it; a node below this share of the loss has no rows below. */
const TOLD_ABOVE = 0.03;

interface Drawing {
  readonly words: Words;
  readonly dates: RunDates;
  readonly paint: Paint;
  readonly width: number;
  readonly nameOf: (sector: string | null) => string;
}

function drawingOf({ start, days, sectorNames }: WhyAnswer, { language, color, width }: Context): Drawing {
  const words = wordsOf(language);
  const nameOf = (sector: string | null): string =>
    sector === null ? words.roads : sector in sectorNames ? nameIn(sectorNames[sector], language) : sector;
  return { words, dates: runDates({ start, days, language }), paint: paintOf(color), width, nameOf };
}

/** What would have been lost without each of the largest causes, beside its share. */
export function drawCounterfactuals(
  answer: WhyAnswer,
  counterfactuals: readonly Counterfactual[],
  context: Context,
): string {
  const drawing = drawingOf(answer, context);
  const { words, paint, nameOf } = drawing;
  const width = pageWidth(drawing.width);
  const rows = counterfactuals.map(({ cause, sector, share, outputYuan }) => {
    const lost = outputYuan === null ? null : Math.max(0, answer.baseYuan - outputYuan);
    return [
      `${nameOf(sector)} · ${words.causes[cause]}`,
      percent(share),
      lost === null ? words.whyNotRemovable : yuan(lost, context.language, 'short'),
      lost === null ? '' : signed(lost - answer.lostYuan, context.language),
    ];
  });
  const head = [words.whyRemoved, words.whyShareHead, words.whyLostWithout, words.whyDifference];
  return [
    ...drawTable(head, rows, { paint, width }),
    ...flow(words.whyNeedNotAdd.split(' '), { between: ' ', columns: width, indent: '' }),
  ]
    .map((row) => row.trimEnd())
    .join('\n');
}

function signed(money: number, language: Language): string {
  return `${money > 0 ? '+' : ''}${yuan(money, language, 'short')}`;
}

export function drawWhy(answer: WhyAnswer, context: Context): string {
  const { language, width } = context;
  const drawing = drawingOf(answer, context);
  const { words, dates, nameOf } = drawing;
  const title = `${words.why} · ${answer.enterprise} (${nameOf(answer.sector)}) · ${dates.of(answer.day)}`;
  const { tree } = answer;
  if (!tree) return [cut(title, width), drawing.paint.bold(words.whyNothing)].join('\n');
  const { cause, sector, share } = tree.causes[0];
  const headline = `▲ ${nameOf(sector)} · ${words.causes[cause]}`;
  const lost = words.whyLost(percent(answer.lostYuan / answer.baseYuan), yuan(answer.lostYuan, language));
  return [
    drawing.paint.grey(cut(title, width)),
    `${drawing.paint.bold(words.whyShare(percent(share)))}${drawing.paint.bold(drawing.paint.orange(headline))}`,
    cut(lost, width),
    '',
    `${padShare(1)}  ${answer.enterprise}`,
    ...rowsOf(tree, 1, '', drawing),
  ].join('\n');
}

/** Rows of a node's children, with the lines that lead to them. */
function rowsOf(node: WhyNode, ofLoss: number, lead: string, drawing: Drawing): string[] {
  const told = node.children.filter(({ share, of }) => of !== 'cause' || share >= TOLD_ABOVE);
  const left = node.children.filter(({ share, of }) => of === 'cause' && share < TOLD_ABOVE);
  const small = left.reduce((sum, { share }) => sum + share, 0);
  const { words, width, paint } = drawing;
  const rows: string[] = [];
  told.forEach((child, index) => {
    const isLast = index === told.length - 1 && left.length === 0;
    const share = ofLoss * child.share;
    const line = `${padShare(share)}  ${lead}${isLast ? '└─ ' : '├─ '}`;
    const text = cut(labelOf(child, drawing), width - widthOf(line));
    rows.push(line + (child.of === 'cause' ? paint.orange(text) : text));
    if (share >= TOLD_ABOVE) rows.push(...rowsOf(child, share, `${lead}${isLast ? '   ' : '│  '}`, drawing));
  });
  if (left.length > 0) rows.push(`${padShare(ofLoss * small)}  ${lead}└─ ${words.otherCauses(left.length)}`);
  return rows;
}

function labelOf(node: WhyNode, { words, dates, nameOf }: Drawing): string {
  const when = dates.range(node.fromDay, node.toDay);
  if (node.of === 'cause' && node.cause) return `${nameOf(node.sector)} · ${words.causes[node.cause]}, ${when}`;
  const who =
    node.id === null ? words.whySeveral(node.count, nameOf(node.sector)) : `${node.id} (${nameOf(node.sector)})`;
  switch (node.of) {
    case 'unmet':
      return `${words.whyUnmet(who)}, ${when}`;
    case 'orders':
      return `${words.whyOrders(who)}, ${when}`;
    case 'dock':
      return `${words.whyDock(node.id ?? '')}, ${when}`;
    case 'others':
    case 'cause':
      return `${words.whyOthers(node.count)}, ${when}`;
    case 'output':
      return who;
    default:
      return node.of satisfies never;
  }
}

function padShare(share: number): string {
  return percent(share).padStart(6);
}
