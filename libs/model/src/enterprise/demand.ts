// Demand: today's orders join the book, B_l += O_l (under `lapse` the book is today's orders alone); D = final demand due
// + sum of B_l, in link order. Wanted: W = max(0, D + (m P0 - F)/tau_f) <= D + F_max - F.
// `newDemandYuan` holds what came in today, without what the book and unmet contracts held before (for orders).
import { LIFTED, type Levers } from '../levers';
import type { EnterpriseState } from './state';

/** Final demand of the day, and the part of it that is new. Contracts not handed over are still due. */
export function receiveFinalDemand(state: EnterpriseState, levers: Levers): void {
  const { part, finalDemandYuan, finalBacklogYuan, newDemandYuan } = state;
  const { demand, due, lifted } = levers;
  const { finalDemandYuan: base, demandGroup, sector } = part.chain.enterprises;
  const withoutShocks = LIFTED.demand;
  const { first, length } = part.enterprises;
  for (let row = 0; row < length; row++) {
    const group = demandGroup[first + row];
    const isLifted = (lifted[sector[first + row]] & withoutShocks) > 0;
    newDemandYuan[row] = base[first + row] * (isLifted ? Math.max(1, demand[group]) : demand[group]);
    finalDemandYuan[row] =
      base[first + row] * (isLifted ? Math.max(1, due[group]) : due[group]) + finalBacklogYuan[row];
  }
}

/** Enters today's orders in the book and adds up both over customers: `demandYuan` = D, `newDemandYuan`. */
export function bookOrders(state: EnterpriseState): void {
  const { part, finalDemandYuan, demandYuan, orderBookYuan, newDemandYuan, newOrdersYuan } = state;
  const { starts } = part.supplies;
  if (part.chain.rules.unmetOrders === 'lapse') orderBookYuan.fill(0);
  let slot = starts[0];
  for (let row = 0; row < demandYuan.length; row++) {
    const end = starts[row + 1];
    let demand = finalDemandYuan[row];
    let newDemand = newDemandYuan[row];
    while (slot < end) {
      const ordered = newOrdersYuan[slot];
      const book = orderBookYuan[slot] + ordered;
      orderBookYuan[slot] = book;
      demand += book;
      newDemand += ordered;
      slot++;
    }
    demandYuan[row] = demand;
    newDemandYuan[row] = newDemand;
  }
}

/** W of each enterprise. */
export function wantOutput(state: EnterpriseState, levers: Levers): void {
  const { part, finishedYuan, wantedYuan, demandYuan, newDemandYuan } = state;
  const { baseOutput } = part;
  const { finishedTarget } = levers;
  const { finishedDays, finishedGroup } = part.chain.enterprises;
  const { finishedRestoreDays, finishedMaxRatio } = part.chain.rules;
  const { first, length } = part.enterprises;
  for (let row = 0; row < length; row++) {
    const base = finishedDays[first + row] * baseOutput[row];
    const target = base * finishedTarget[finishedGroup[first + row]];
    const finished = finishedYuan[row];
    const restock = (target - finished) / finishedRestoreDays;
    const demand = demandYuan[row];
    const room = demand + Math.max(0, finishedMaxRatio * Math.max(base, target) - finished);
    wantedYuan[row] = Math.min(Math.max(0, demand + restock), room);
    newDemandYuan[row] = Math.max(0, newDemandYuan[row] + restock);
  }
}
