// Demand. D: (C(t) - C, final demand), (O_l - a, w_O) for every customer, (kept before, w_U of yesterday); at a shop also
// (-untaken, its composition) and (-domestic buyers not reached, the door or the visitors).
// W stands where D stands: (D - P0, w_D), ((target - m P0)/tau_f, finished-target), (-(F - m P0)/tau_f, w_F).
import type { Levers } from '#libs/model';
import { REMAINDER_RATIO } from '#libs/model';
import type { Books } from './books';
import { addUnreached, reachOf, takeOrders } from './take';

export function receiveDemand(books: Books, i: number, levers: Levers): void {
  weighOrders(books, i);
  receiveFinal(books, i, levers);
  bookOrders(books, i);
  blendDemand(books, i);
  blendWanted(books, i, levers);
}

/** Customers' orders against base, above and below apart. */
function weighOrders({ layout, flows, more, less, carriers, turn, ledger }: Books, i: number): void {
  const { supplyStarts, slots } = layout;
  const { flowYuan, segment } = slots;
  const { incomingYuan } = flows;
  const { keptBefore, keptYuan } = ledger;
  const { scratch, orderedBefore } = carriers;
  const keeps = ledger.lapsedYuan.length === 0 ? 1 : 0;
  let up = 0;
  let down = 0;
  let before = ledger.backlogBefore[i];
  const end = supplyStarts[i + 1];
  for (let slot = supplyStarts[i]; slot < end; slot++) {
    const off = incomingYuan[slot] - flowYuan[slot];
    const kept = keeps * keptYuan[slot];
    keptBefore[slot] = kept;
    before += kept;
    if (off > 0) {
      up += off;
      more.add(off, orderedBefore + segment[slot]);
    } else {
      down -= off;
      less.add(off, orderedBefore + segment[slot]);
    }
  }
  turn.more = up;
  turn.less = down;
  turn.keptBefore = before;
  turn.moreOrders = more.show(scratch.moreOrders);
  turn.lessOrders = less.show(scratch.lessOrders);
}

/** Final demand of today against base, and a shop's takings. */
function receiveFinal(books: Books, i: number, { demand, due, market }: Levers): void {
  const { chain, turn, board, rows } = books;
  const { finalDemandYuan, demandGroup, stageStarts } = chain.enterprises;
  const base = finalDemandYuan[i];
  const group = demandGroup[i];
  turn.dueOff = base * due[group] - base;
  turn.signedOff = base * demand[group] - base;
  turn.newDemand = base * demand[group];
  turn.unreachedDue = 0;
  turn.unreachedSigned = 0;
  turn.waited = 0;
  turn.untaken = 0;
  if ((turn.dueOff !== 0 || turn.signedOff !== 0) && rows.finalDemand[i] < 0) throw rows.unforeseen('final-demand', i);
  turn.isTaking = chain.hasOpeningDay && i >= stageStarts.markets && i < stageStarts.exporters;
  if (!turn.isTaking) return;
  const domestic = Math.min(1, reachOf(books, market, board.isOpen[i] > 0));
  turn.unreachedDue = base * due[group] * (1 - domestic);
  turn.unreachedSigned = base * demand[group] * (1 - domestic);
  turn.newDemand *= domestic;
  takeOrders(books, i, market);
}

/** Enters the new orders in the book, adds them to new demand, and takes out what is shipped today. */
function bookOrders({ layout, ledger, flows, turn }: Books, i: number): void {
  const { supplyStarts, slots } = layout;
  const { flowYuan } = slots;
  const { bookYuan, untakenYuan, keptYuan } = ledger;
  const { outgoingYuan } = flows;
  const newOrdersYuan = turn.isTaking ? ledger.newOrdersYuan : flows.incomingYuan;
  const keeps = ledger.lapsedYuan.length === 0 ? 1 : 0;
  const remainder = REMAINDER_RATIO;
  let { newDemand } = turn;
  const end = supplyStarts[i + 1];
  for (let slot = supplyStarts[i]; slot < end; slot++) {
    const ordered = newOrdersYuan[slot];
    newDemand += ordered;
    const rest = keeps * bookYuan[slot] + ordered - outgoingYuan[slot];
    const left = rest > remainder * flowYuan[slot] ? rest : 0;
    bookYuan[slot] = left;
    keptYuan[slot] = left + untakenYuan[slot];
  }
  turn.newDemand = newDemand;
}

function blendDemand(books: Books, i: number): void {
  const { blend, turn, carriers, rows } = books;
  const { unmetBefore } = carriers;
  if (turn.dueOff !== 0) blend.add(turn.dueOff, rows.finalDemand[i]);
  addUnreached(books, i, -turn.unreachedDue);
  blend.add(turn.more, turn.moreOrders);
  blend.add(-turn.less, turn.lessOrders);
  blend.add(turn.keptBefore, unmetBefore + i);
  blend.add(-turn.untaken, turn.leftOrders);
  turn.demand = blend.show(carriers.scratch.demand);
}

/** Where there is finished stock, what is wanted; elsewhere it is demand. */
function blendWanted(books: Books, i: number, { finishedTarget }: Levers): void {
  const { blend, turn, carriers, rows, chain, ledger, board } = books;
  const { finishedDays, finishedGroup, baseOutputYuan } = chain.enterprises;
  const base = finishedDays[i] * baseOutputYuan[i];
  turn.targetOff = base * finishedTarget[finishedGroup[i]] - base;
  turn.finishedOff = ledger.finishedYuan[i] - base;
  turn.wanted = turn.demand;
  if (base === 0) return;
  const days = chain.rules.finishedRestoreDays;
  if (turn.targetOff !== 0) {
    if (rows.finishedTarget[i] < 0) throw rows.unforeseen('finished-target', i);
    blend.add(turn.targetOff / days, rows.finishedTarget[i]);
  }
  blend.add(board.demandYuan[i] - baseOutputYuan[i], turn.demand);
  blend.add(-turn.finishedOff / days, carriers.finished + i);
  blend.afresh(carriers.scratch.wanted);
  turn.wanted = carriers.scratch.wanted;
}
