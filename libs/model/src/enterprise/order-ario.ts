// Order rule `ario`, by class: goal = n A xo/P0, gap = max(0, goal - S)/tau, total = gap + A P/P0 with xo = min(W, cap);
// shared over suppliers by base flow, or by base flow x supplier's capacity over base, normalised per class.
// Unlimited inputs are bought as used.
import type { LinkKind } from '../chain';
import type { OrderRule } from '../rules';
import { addUpStocks } from './input-limit';
import type { EnterpriseState } from './state';

type ArioRule = Extract<OrderRule, { rule: 'ario' }>;

export function orderByArio(state: EnterpriseState, rule: ArioRule, kinds: readonly LinkKind[]): void {
  const { part, orderedYuan, onOrderYuan, supplierCapacityRatio } = state;
  const { starts, count } = part.segments;
  const { flow } = part.inputs;
  const byCapacity = rule.split === 'by-capacity';
  addUpStocks(state);
  for (let s = 0; s < count; s++) {
    const total = classOrder(state, s, kinds[part.inputs.kind[starts[s]]]);
    let weights = 0;
    for (let slot = starts[s]; slot < starts[s + 1]; slot++) {
      weights += byCapacity ? flow[slot] * supplierCapacityRatio[slot] : flow[slot];
    }
    for (let slot = starts[s]; slot < starts[s + 1]; slot++) {
      const weight = byCapacity ? flow[slot] * supplierCapacityRatio[slot] : flow[slot];
      orderedYuan[slot] = weights > 0 ? total * (weight / weights) : 0;
      onOrderYuan[slot] += orderedYuan[slot];
    }
  }
}

function classOrder(state: EnterpriseState, s: number, { unlimited, restoreDays }: LinkKind): number {
  const { part, classStockYuan, outputYuan, wantedYuan, capacityYuan } = state;
  const { segments, baseOutput } = part;
  const row = segments.buyer[s];
  const use = (segments.use[s] * outputYuan[row]) / baseOutput[row];
  if (unlimited) return use;
  const aim = Math.min(wantedYuan[row], capacityYuan[row]) / baseOutput[row];
  return use + Math.max(0, segments.baseStock[s] * aim - classStockYuan[s]) / restoreDays;
}
