// Rule `plan`, the activity that orders follow. Wbar: ((Wbar - P0)(1 - 1/s), w_Wbar) and 1/s of the parts of new demand:
// (C(t) - C, final demand), (O_l - a, w_O) of each customer, what a shop did not reach, waited for or left, and
// ((target - F)/tau_f by its parts). X: the share up to P0 of Wbar and cap; above P0 as Wbar. A closed enterprise orders
// nothing and its Wbar stands still: X is then the share of Wbar and of 0, which is whatever closed it.
import type { Levers, OrderRule } from '#libs/model';
import type { Books } from './books';
import { shareOfMin } from './min-shares';
import { addUnreached } from './take';

const levels = new Float64Array(2);
const borne = new Float64Array(2);

export function planActivity(
  books: Books,
  i: number,
  { smoothingDays }: Extract<OrderRule, { rule: 'plan' }>,
  levers: Levers,
): void {
  const { board, ledger, chain, turn, blend, carriers, factors } = books;
  const base = chain.enterprises.baseOutputYuan[i];
  const isOpen = board.isOpen[i] > 0;
  if (isOpen) smooth(books, i, smoothingDays, levers);
  const smoothed = ledger.smoothedYuan[i];
  turn.planned = isOpen ? Math.min(smoothed, board.capacityYuan[i]) / base : -1;
  turn.activity = carriers.smoothed + i;
  if (turn.planned >= 1) return;
  levels[0] = smoothed;
  levels[1] = isOpen ? board.capacityYuan[i] : 0;
  shareOfMin(levels, 2, base, borne);
  if (borne[1] === 0) return;
  blend.add(borne[0], carriers.smoothed + i);
  if (isOpen) blend.add(borne[1], turn.capacity);
  else factors.addClosed(blend, i, borne[1]);
  turn.activity = blend.show(carriers.scratch.activity);
}

function smooth(books: Books, i: number, days: number, { finishedTarget }: Levers): void {
  const { ledger, chain, turn, blend, carriers, rows } = books;
  const { finishedDays, finishedGroup, baseOutputYuan } = chain.enterprises;
  const base = baseOutputYuan[i];
  const before = ledger.smoothedYuan[i];
  const restoreDays = chain.rules.finishedRestoreDays;
  const target = finishedDays[i] * base * finishedTarget[finishedGroup[i]];
  const restock = (target - ledger.finishedYuan[i]) / restoreDays;
  const newDemand = Math.max(0, turn.newDemand + restock);
  ledger.smoothedYuan[i] = before + (newDemand - before) / days;
  blend.add((before - base) * (1 - 1 / days), carriers.smoothed + i);
  if (turn.signedOff !== 0) blend.add(turn.signedOff / days, rows.finalDemand[i]);
  addUnreached(books, i, -turn.unreachedSigned / days);
  blend.add(turn.more / days, turn.moreOrders);
  blend.add(-turn.less / days, turn.lessOrders);
  blend.add(turn.waited / days, carriers.unmetBefore + i);
  blend.add(-turn.untaken / days, turn.leftOrders);
  if (turn.targetOff !== 0) blend.add(turn.targetOff / restoreDays / days, rows.finishedTarget[i]);
  if (finishedDays[i] > 0) blend.add(-turn.finishedOff / restoreDays / days, carriers.finished + i);
  blend.into(carriers.smoothed + i);
}
