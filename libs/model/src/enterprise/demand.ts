// Demand: D = final demand due + sum of B_l, in link order. Wanted: W = max(0, D + (m P0 - F)/tau_f) <= D + F_max - F.
// `newDemandYuan` holds what came in today, without what the book and unmet contracts held before (for orders).
import type { Levers } from '../levers';
import type { EnterpriseState } from './state';

/** Final demand of the day, and the part of it that is new. Contracts not handed over are still due. */
export function receiveFinalDemand(state: EnterpriseState, levers: Levers): void {
  const { part, finalDemandYuan, finalBacklogYuan, newDemandYuan } = state;
  const { finalDemandYuan: base, demandGroup } = part.chain.enterprises;
  const { first, length } = part.enterprises;
  for (let row = 0; row < length; row++) {
    const group = demandGroup[first + row];
    newDemandYuan[row] = base[first + row] * levers.demand[group];
    finalDemandYuan[row] = base[first + row] * levers.due[group] + finalBacklogYuan[row];
  }
}

/** Adds up the book over customers (`bookTotalYuan` = D) and today's orders (`newDemandYuan`), in link order. */
export function addUpOrders(state: EnterpriseState): void {
  const { part, finalDemandYuan, bookTotalYuan, orderBookYuan, newDemandYuan, newOrdersYuan } = state;
  const { supplier } = part.supplies;
  bookTotalYuan.set(finalDemandYuan);
  for (let slot = 0; slot < supplier.length; slot++) {
    const row = supplier[slot];
    bookTotalYuan[row] += orderBookYuan[slot];
    newDemandYuan[row] += newOrdersYuan[slot];
  }
}

/** W of each enterprise; D is kept for the report. */
export function wantOutput(state: EnterpriseState, levers: Levers): void {
  const { part, finishedYuan, wantedYuan, demandYuan, bookTotalYuan, newDemandYuan } = state;
  const { finishedDays, finishedGroup } = part.chain.enterprises;
  const { finishedRestoreDays, finishedMaxRatio } = part.chain.rules;
  const { first, length } = part.enterprises;
  for (let row = 0; row < length; row++) {
    const base = finishedDays[first + row] * part.baseOutput[row];
    const target = base * levers.finishedTarget[finishedGroup[first + row]];
    const restock = (target - finishedYuan[row]) / finishedRestoreDays;
    const demand = bookTotalYuan[row];
    const room = demand + Math.max(0, finishedMaxRatio * Math.max(base, target) - finishedYuan[row]);
    demandYuan[row] = demand;
    wantedYuan[row] = Math.min(Math.max(0, demand + restock), room);
    newDemandYuan[row] = Math.max(0, newDemandYuan[row] + restock);
  }
}
