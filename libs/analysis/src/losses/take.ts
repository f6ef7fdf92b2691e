// What a shop does not take of the orders that wait (markets with an opening day). Takings are at most V = P0 reach - final,
// V0 = P0 - C at base. Untaken: (max(0, W - max(V, V0)), blend of what waited, w_U, and (O_l - a, w_O)),
// (max(0, min(W, V0) - V), the closed door or, in an open shop, visitors who are missing).
// Domestic buyers whom the shop does not reach are missing for the same reason.
import type { MarketLevers } from '#libs/model';
import { REMAINDER_RATIO } from '#libs/model';
import type { Books } from './books';

/** Share of base turnover that can reach a shop today. */
export function reachOf({ chain }: Books, market: MarketLevers, isOpen: boolean): number {
  const { onlineShare, visitors, basketYuan } = market;
  const offline = chain.offlineTurnoverYuan;
  const footfall = offline > 0 ? (visitors * basketYuan) / offline : 1;
  return onlineShare + (isOpen ? (1 - onlineShare) * footfall : 0);
}

/** The orders that a shop takes, in the ledger; what it leaves, and whose that is, in the turn. */
export function takeOrders(books: Books, i: number, market: MarketLevers): void {
  const { chain, ledger, layout, board, flows, turn, blend, carriers } = books;
  const { untakenYuan, newOrdersYuan } = ledger;
  const { supplyStarts, slots } = layout;
  const { baseOutputYuan, finalDemandYuan } = chain.enterprises;
  const isOpen = board.isOpen[i] > 0;
  const end = supplyStarts[i + 1];
  let waited = 0;
  let asked = 0;
  for (let slot = supplyStarts[i]; slot < end; slot++) {
    waited += untakenYuan[slot];
    untakenYuan[slot] += flows.incomingYuan[slot];
    asked += untakenYuan[slot];
  }
  const left = Math.max(0, baseOutputYuan[i] * reachOf(books, market, isOpen) - board.finalDemandYuan[i]);
  const ratio = asked > left ? left / asked : 1;
  let untaken = 0;
  for (let slot = supplyStarts[i]; slot < end; slot++) {
    const taken = untakenYuan[slot] * ratio;
    const rest = untakenYuan[slot] - taken;
    newOrdersYuan[slot] = taken;
    untakenYuan[slot] = rest > REMAINDER_RATIO * slots.flowYuan[slot] ? rest : 0;
    untaken += untakenYuan[slot];
  }
  turn.waited = waited;
  turn.untaken = untaken;
  if (untaken === 0) {
    carriers.compositions.touched[carriers.scratch.leftOrders] = 0;
    turn.leftOrders = carriers.scratch.leftOrders;
    return;
  }
  const base = baseOutputYuan[i] - finalDemandYuan[i];
  const crowding = Math.max(0, asked - Math.max(left, base));
  if (crowding > 0) {
    blend.add(waited, carriers.unmetBefore + i);
    blend.add(turn.more, turn.moreOrders);
    blend.add(-turn.less, turn.lessOrders);
    turn.crowd = blend.show(carriers.scratch.crowd);
    blend.add(crowding, turn.crowd);
  }
  addUnreached(books, i, Math.max(0, Math.min(asked, base) - left));
  turn.leftOrders = blend.show(carriers.scratch.leftOrders);
}

/** Adds a part of that size that is there because the shop is shut or, where it is open, visitors stay away. */
export function addUnreached({ board, blend, factors, rows }: Books, i: number, size: number): void {
  if (size === 0) return;
  if (board.isOpen[i] === 0) factors.addClosed(blend, i, size);
  else blend.add(size, rows.finalDemand[i]);
}
