// Order rule `realised` (Inoue & Todo): u = P/P0 of the last production, O_l = max(0, a_l u + (n a_l u - S_l)/tau).
// target `fixed` takes n a_l without u; gap `positive` never orders less than use. With u = 0 it is absorbing.
import type { LinkKind } from '../chain';
import type { OrderRule } from '../rules';
import type { EnterpriseState } from './state';

type RealisedRule = Extract<OrderRule, { rule: 'realised' }>;

export function orderByRealised(state: EnterpriseState, rule: RealisedRule, kinds: readonly LinkKind[]): void {
  const { stockYuan, onOrderYuan, orderedYuan, outputYuan, part } = state;
  const { flow, buyer, kind } = part.inputs;
  for (let slot = 0; slot < orderedYuan.length; slot++) {
    const row = buyer[slot];
    const { coverDays, restoreDays } = kinds[kind[slot]];
    const u = outputYuan[row] / part.baseOutput[row];
    const use = flow[slot] * u;
    const target = rule.target === 'scaled' ? coverDays * use : coverDays * flow[slot];
    const gap = target - stockYuan[slot];
    const restock = rule.gap === 'positive' ? Math.max(0, gap) : gap;
    const order = Math.max(0, use + restock / restoreDays);
    orderedYuan[slot] = order;
    onOrderYuan[slot] += order;
  }
}
