// Use of a class, and its orders under the rules that follow output; u = P/P0. Stock: (S - (n + 1) A, w_S), (-A (u - 1), w_P).
// `realised`, per link: (a (u - 1), w_P) and, where the target is scaled, n/tau times it; (-(S - n a)/tau, w_S). The class
// takes the mean of its links', weighed by their deviations: what shifts from one supplier to another is off at both.
// `ario`: (A (u - 1), w_P), (n A (x - 1)/tau, w of x = share up to P0 of W and cap), (-(S - n A)/tau, w_S).
import { REMAINDER_RATIO, type OrderRule } from '#libs/model';
import type { Books } from './books';
import { shareOfMin } from './min-shares';

/** Takes use out of stock. */
export function useSegment({ layout, ledger, board, chain, carriers, blend, turn }: Books, i: number, s: number): void {
  const { starts, use, baseStock } = layout.segments;
  const { stockYuan } = ledger;
  const { flowYuan } = chain.links;
  const wanted = (use[s] * board.outputYuan[i]) / chain.enterprises.baseOutputYuan[i];
  const classStock = ledger.classStockYuan[s];
  const ratio = classStock > 0 ? Math.min(1, wanted / classStock) : 0;
  for (let link = starts[s]; link < starts[s + 1]; link++) {
    const rest = stockYuan[link] - stockYuan[link] * ratio;
    stockYuan[link] = rest > REMAINDER_RATIO * flowYuan[link] ? rest : 0;
  }
  blend.add(classStock - baseStock[s] - use[s], carriers.stock + s);
  blend.add(use[s] - wanted, turn.output);
  blend.into(carriers.stock + s);
}

export function orderByRealised(
  books: Books,
  i: number,
  s: number,
  rule: Extract<OrderRule, { rule: 'realised' }>,
): void {
  const { chain, layout, ledger, board, carriers, blend, turn } = books;
  const { flowYuan, kind } = chain.links;
  const { starts } = layout.segments;
  const { stockYuan } = ledger;
  const { touched } = carriers.compositions;
  const activity = board.outputYuan[i] / chain.enterprises.baseOutputYuan[i];
  let ofOutput = 0;
  let ofStock = 0;
  for (let link = starts[s]; link < starts[s + 1]; link++) {
    const a = flowYuan[link];
    const { coverDays, restoreDays } = chain.linkKinds[kind[link]];
    const scaled = rule.target === 'scaled' ? activity : 1;
    const isFull = rule.gap === 'positive' && coverDays * a * scaled <= stockYuan[link];
    const scaledOff = isFull ? 0 : (coverDays * a * (scaled - 1)) / restoreDays;
    const output = touched[turn.output] * (a * (activity - 1) + scaledOff);
    const stock = isFull ? 0 : (-touched[carriers.stock + s] * (stockYuan[link] - coverDays * a)) / restoreDays;
    const isUp = output + stock > 0;
    const p = output > 0 === isUp ? Math.abs(output) : 0;
    const q = stock > 0 === isUp ? Math.abs(stock) : 0;
    const ordered = books.flows.orderedYuan[link];
    ledger.onOrderYuan[link] += ordered;
    if (!(p + q > 0)) continue;
    const scale = Math.abs(ordered - a) / (p + q);
    ofOutput += p * scale;
    ofStock += q * scale;
  }
  blend.add(ofOutput, turn.output);
  blend.add(ofStock, carriers.stock + s);
  blend.afresh(carriers.ordered + s);
}

const levels = new Float64Array(2);
const borne = new Float64Array(2);

export function orderByArio(books: Books, i: number, s: number): void {
  const { chain, layout, ledger, board, carriers, blend, turn } = books;
  const { links, linkKinds, enterprises } = chain;
  const { starts, use, baseStock } = layout.segments;
  const { unlimited, restoreDays } = linkKinds[links.kind[starts[s]]];
  const base = enterprises.baseOutputYuan[i];
  let stock = 0;
  for (let link = starts[s]; link < starts[s + 1]; link++) {
    stock += ledger.stockYuan[link];
    ledger.onOrderYuan[link] += books.flows.orderedYuan[link];
  }
  blend.add((use[s] * board.outputYuan[i]) / base - use[s], turn.output);
  const aim = Math.min(board.wantedYuan[i], board.capacityYuan[i]) / base;
  if (!unlimited && baseStock[s] * aim > stock) {
    const yuan = (baseStock[s] * (aim - 1)) / restoreDays;
    levels[0] = board.wantedYuan[i];
    levels[1] = board.capacityYuan[i];
    shareOfMin(levels, 2, base, borne);
    const all = borne[0] + borne[1];
    blend.add(all > 0 ? (borne[0] / all) * yuan : yuan, turn.wanted);
    if (all > 0) blend.add((borne[1] / all) * yuan, turn.capacity);
    blend.add((baseStock[s] - stock) / restoreDays, carriers.stock + s);
  }
  blend.afresh(carriers.ordered + s);
}
