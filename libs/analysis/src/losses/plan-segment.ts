// Use and order of a class under rule `plan`, per link of the segment; u = P/P0, X what orders follow.
// Use_l = S_l/kappa u. Position before ordering: (I_l - base, w_I), (-(use_l - a u), w_S), (-a (u - 1), w_P), under `lapse`
// also (-short, w_U of the supplier). Order: (a (X/P0 - 1), w_X), (-(I - base)/tau, w_I); a closed enterprise's by the first
// part alone. Position after ordering: (I - base, w_I), (O - a, w_O).
// A segment's composition is the mean of its links', weighed by their deviations; its stock is one:
// (S - (n + 1) A, w_S), (-A (u - 1), w_P). Caps and clipping at 0 change the size only.
import { REMAINDER_RATIO } from '#libs/model';
import type { Books } from './books';
import type { SegmentRows } from './segment-mix';

export function planSegment(books: Books, i: number, s: number): void {
  const { layout, ledger, board, chain, carriers, turn, segmentMix: mix } = books;
  const { starts, use, baseStock } = layout.segments;
  const { scratch } = carriers;
  const { touched } = carriers.compositions;
  const base = chain.enterprises.baseOutputYuan[i];
  const wanted = (use[s] * board.outputYuan[i]) / base;
  const classStock = ledger.classStockYuan[s];
  const ratio = classStock > 0 ? Math.min(1, wanted / classStock) : 0;
  const lapses = ledger.lapsedYuan.length > 0;
  const stock = carriers.stock + s;
  const order = carriers.ordered + s;
  const position = carriers.position + s;
  const { output, activity } = turn;
  const isTouched = touched[position] + touched[stock] + touched[output] + touched[activity] > 0;
  if (!isTouched && !lapses) {
    useAndOrder(books, starts[s], starts[s + 1], ratio);
    touched[order] = 0;
    return;
  }
  mix.clear();
  const before = lapses ? blendKnown(books, s) : position;
  const rows = { stock, order, position, before, output, activity, after: scratch.after, waste: scratch.waste };
  weighStock(books, rows, classStock - baseStock[s] - use[s], use[s] - wanted);
  weighLinks(books, s, rows, { ratio, activity: board.outputYuan[i] / base });
  mix.write(rows);
}

/** A segment that nothing has touched: sizes alone. */
function useAndOrder({ ledger, chain, flows }: Books, start: number, end: number, ratio: number): void {
  const { stockYuan, onOrderYuan } = ledger;
  const { flowYuan } = chain.links;
  const { orderedYuan } = flows;
  for (let link = start; link < end; link++) {
    const rest = stockYuan[link] - stockYuan[link] * ratio;
    stockYuan[link] = rest > REMAINDER_RATIO * flowYuan[link] ? rest : 0;
    onOrderYuan[link] += orderedYuan[link];
  }
}

function weighStock({ carriers, segmentMix }: Books, rows: SegmentRows, stockOff: number, unused: number): void {
  const { touched } = carriers.compositions;
  const x = touched[rows.stock] * stockOff;
  const y = touched[rows.output] * unused;
  const isUp = x + y > 0;
  segmentMix.stockOfStock = x > 0 === isUp ? Math.abs(x) : 0;
  segmentMix.stockOfOutput = y > 0 === isUp ? Math.abs(y) : 0;
}

/** Adds up the parts of each link's position, order and position again. */
function weighLinks(
  books: Books,
  s: number,
  rows: SegmentRows,
  { ratio, activity: made }: { ratio: number; activity: number },
): void {
  const { ledger, chain, flows, carriers, turn, segmentMix: mix, targetDays, restoreRate } = books;
  const { touched } = carriers.compositions;
  const { stockYuan, onOrderYuan } = ledger;
  const { flowYuan, kind } = chain.links;
  const { orderedYuan } = flows;
  const { starts } = books.layout.segments;
  const ofBefore = touched[rows.before];
  const ofStock = touched[rows.stock];
  const ofOutput = touched[rows.output];
  const ofActivity = touched[rows.activity];
  const ofAfter = ofBefore | ofStock | ofOutput;
  const isClosed = turn.planned < 0;
  const planned = ofActivity * ((isClosed ? 0 : turn.planned) - 1);
  const gapRate = isClosed ? 0 : ofAfter;
  const remainder = REMAINDER_RATIO;
  const end = starts[s + 1];
  for (let link = starts[s]; link < end; link++) {
    const a = flowYuan[link];
    const target = targetDays[kind[link]] * a;
    const stock = stockYuan[link];
    const rest = stock - stock * ratio;
    const left = rest > remainder * a ? rest : 0;
    stockYuan[link] = left;
    const position = stock + onOrderYuan[link] - target;
    const off = position - (stock - left);
    addAfter(mix, off, ofBefore * (position - a), ofStock * (a * made - (stock - left)), ofOutput * (a - a * made));
    const ordered = orderedYuan[link];
    onOrderYuan[link] += ordered;
    addOrder(mix, ordered - a, planned * a, -gapRate * off * restoreRate[kind[link]]);
    addKept(mix, ofAfter * off, ordered - a);
  }
}

// Leaves: parts with the sign of their sum, scaled so that they sum to the link's deviation.

function addAfter(mix: Books['segmentMix'], off: number, before: number, shift: number, unused: number): void {
  const isUp = before + shift + unused > 0;
  const p = before > 0 === isUp ? Math.abs(before) : 0;
  const q = shift > 0 === isUp ? Math.abs(shift) : 0;
  const r = unused > 0 === isUp ? Math.abs(unused) : 0;
  if (!(p + q + r > 0)) return;
  const scale = Math.abs(off) / (p + q + r);
  mix.afterOfBefore += p * scale;
  mix.afterOfStock += q * scale;
  mix.afterOfOutput += r * scale;
}

function addOrder(mix: Books['segmentMix'], off: number, plan: number, gap: number): void {
  const isUp = plan + gap > 0;
  const p = plan > 0 === isUp ? Math.abs(plan) : 0;
  const q = gap > 0 === isUp ? Math.abs(gap) : 0;
  if (!(p + q > 0)) return;
  const scale = Math.abs(off) / (p + q);
  mix.orderOfActivity += p * scale;
  mix.orderOfAfter += q * scale;
}

function addKept(mix: Books['segmentMix'], after: number, order: number): void {
  const isUp = after + order > 0;
  const p = after > 0 === isUp ? Math.abs(after) : 0;
  const q = order > 0 === isUp ? Math.abs(order) : 0;
  if (!(p + q > 0)) return;
  const scale = Math.abs(after + order) / (p + q);
  mix.keptOfAfter += p * scale;
  mix.keptOfOrder += q * scale;
}

/** Under `lapse`: yesterday's short shipments become known; the position of before takes them in first. */
function blendKnown({ layout, ledger, chain, blend, carriers, targetDays }: Books, s: number): number {
  const { touched } = carriers.compositions;
  const position = carriers.position + s;
  const { starts } = layout.segments;
  const { supplier, kind, flowYuan } = chain.links;
  const { stockYuan, onOrderYuan, lapsedYuan } = ledger;
  let up = 0;
  let down = 0;
  for (let link = starts[s]; link < starts[s + 1]; link++) {
    const short = lapsedYuan[link] > 0 ? touched[carriers.unmetBefore + supplier[link]] * lapsedYuan[link] : 0;
    const known = stockYuan[link] + onOrderYuan[link] - (targetDays[kind[link]] + 1) * flowYuan[link];
    const before = touched[position] * (known + lapsedYuan[link]);
    const isUp = before - short > 0;
    const p = before > 0 === isUp ? Math.abs(before) : 0;
    const q = isUp ? 0 : short;
    if (!(p + q > 0)) continue;
    const scale = Math.abs(known) / (p + q);
    if (isUp) up += p * scale;
    else down += p * scale;
    blend.add(q * scale, carriers.unmetBefore + supplier[link]);
  }
  blend.add(up + down, position);
  return blend.show(carriers.scratch.position);
}
