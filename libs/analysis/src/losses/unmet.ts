// What is not served. U = D - shipped > 0, by its parts, none larger than U:
//   (D - min(D, A), w_D), others' restocking: A = m P0 + P* is what could be had undisturbed, P* the free levels of cap, lim;
//   (m P0 - F, w_F), stock that is missing; (F, gate), stock behind a closed gate;
//   share(min(D, P*)) over cap and lim_p. If none of these is there, W held output down: (U, w_P).
// A shop's orders not taken join it: (untaken, their composition). What is kept of U has w_U.
// F: (F - m P0, w_F), (P - P0, w_P), (-(D - P0), w_D), (U, w_U).
import type { Books } from './books';
import { shareOfMin } from './min-shares';

export function leaveUnmet(books: Books, i: number): void {
  const { board, ledger, carriers, blend, turn, chain } = books;
  const { unmet } = carriers;
  const isOpen = board.isOpen[i] > 0;
  const finished = ledger.finishedYuan[i];
  const demand = board.demandYuan[i];
  const locked = isOpen ? 0 : finished;
  const available = finished - locked + board.outputYuan[i];
  const missing = available >= demand ? 0 : demand - available;
  carriers.compositions.touched[unmet + i] = 0;
  if (missing > 0) {
    addLacks(books, i, missing, locked);
    if (turn.untaken > 0) {
      turn.lack = blend.show(carriers.scratch.lack);
      blend.add(missing, turn.lack);
    }
  }
  blend.add(turn.untaken, turn.leftOrders);
  blend.into(unmet + i);
  settleFinished(books, i, missing);
  ledger.finishedYuan[i] = missing > 0 ? locked : locked + (available - demand);
  const contracts = i >= chain.enterprises.stageStarts.exporters;
  ledger.backlogBefore[i] = contracts ? board.finalBacklogYuan[i] : 0;
}

function addLacks(books: Books, i: number, missing: number, locked: number): void {
  const { board, blend, turn, chain, carriers, levels, layout } = books;
  const { finishedDays, baseOutputYuan } = chain.enterprises;
  const demand = board.demandYuan[i];
  const free = Math.min(turn.freeCapacity, turn.freeInputs);
  const stock = finishedDays[i] * baseOutputYuan[i];
  blend.add(Math.min(missing, demand - Math.min(demand, stock + free)), turn.demand);
  blend.add(Math.min(missing, -turn.finishedOff), carriers.finished + i);
  books.factors.addClosed(blend, i, Math.min(missing, locked));
  const first = layout.segmentStarts[i];
  const count = 2 + layout.segmentStarts[i + 1] - first;
  const { yuan, borne } = levels;
  yuan[0] = Infinity; // What is wanted holds nobody's goods back.
  const aim = Math.min(demand, free);
  shareOfMin(yuan, count, aim, borne);
  let all = 0;
  for (let at = 1; at < count; at++) all += borne[at];
  const scale = all > missing ? missing / all : 1;
  blend.add(borne[1] * scale, turn.capacity);
  for (let at = 2; at < count; at++) blend.add(borne[at] * scale, carriers.stock + first + at - 2);
  if (!(blend.sum > 0)) {
    blend.forget();
    blend.add(missing, turn.output);
  }
}

function settleFinished({ blend, carriers, chain, board, turn }: Books, i: number, missing: number): void {
  const { finishedDays, baseOutputYuan } = chain.enterprises;
  if (finishedDays[i] === 0) return;
  const base = baseOutputYuan[i];
  blend.add(turn.finishedOff, carriers.finished + i);
  blend.add(board.outputYuan[i] - base, turn.output);
  blend.add(base - board.demandYuan[i], turn.demand);
  blend.add(missing, carriers.unmet + i);
  blend.into(carriers.finished + i);
}
