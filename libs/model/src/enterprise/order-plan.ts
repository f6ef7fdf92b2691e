// Order for tomorrow, rule `plan`: Wbar += (w - Wbar)/s with w = today's new demand, X = min(Wbar, cap), position
// N_l = S_l + ordered and not arrived; O_l = max(0, a_l X/P0 + ((n_p + lambda_l) a_l - N_l)/tau_p), at most c a_l.
// Orders follow wanted activity, not output, and the target is fixed and holds the pipeline (docs/MODEL.md#orders).
// A closed enterprise orders nothing and its Wbar stands still.
import { REMAINDER_RATIO, type OrderRule } from '../rules';
import type { EnterpriseState } from './state';

type PlanRule = Extract<OrderRule, { rule: 'plan' }>;

export function orderByPlan(state: EnterpriseState, rule: PlanRule, kinds: PlanKinds): void {
  smoothDemand(state, rule);
  placeOrders(state, rule.capRatio, kinds);
}

/** Per link kind: (n + lambda) and 1/tau; infinite cover asks for nothing beyond use. */
export interface PlanKinds {
  readonly targetDays: Float64Array;
  readonly restoreRate: Float64Array;
}

/** Activity X/P0 of an enterprise, -1 while it is closed. */
function smoothDemand(state: EnterpriseState, { smoothingDays }: PlanRule): void {
  const { smoothedYuan, newDemandYuan, capacityYuan, isOpen, activityRatio } = state;
  const { baseOutput } = state.part;
  for (let row = 0; row < smoothedYuan.length; row++) {
    if (isOpen[row] === 0) {
      activityRatio[row] = -1;
      continue;
    }
    const before = smoothedYuan[row];
    const smoothed = before + (newDemandYuan[row] - before) / smoothingDays;
    smoothedYuan[row] = smoothed;
    activityRatio[row] = Math.min(smoothed, capacityYuan[row]) / baseOutput[row];
  }
}

/** Four slots a turn, for V8 checks every array anew in each turn of a loop. */
function placeOrders(state: EnterpriseState, capRatio: number, { targetDays, restoreRate }: PlanKinds): void {
  const { stockYuan, onOrderYuan, orderedYuan, activityRatio, part } = state;
  const { flow, kind } = part.inputs;
  const { buyer, starts, count } = part.segments;
  const remainder = REMAINDER_RATIO; // V8 looks an import up anew in each turn of a loop.
  // The terms of a kind are kept until the kind changes: neighbours mostly are of one kind.
  let k = -1;
  let days = 0;
  let rate = 0;
  for (let s = 0; s < count; s++) {
    const activity = activityRatio[buyer[s]];
    const end = starts[s + 1];
    if (activity < 0) {
      for (let slot = starts[s]; slot < end; slot++) orderedYuan[slot] = 0;
      continue;
    }
    for (let slot = starts[s]; slot < end; slot++) {
      if (kind[slot] !== k) {
        k = kind[slot];
        days = targetDays[k];
        rate = restoreRate[k];
      }
      const a = flow[slot];
      const onOrder = onOrderYuan[slot];
      const gap = days * a - stockYuan[slot] - onOrder;
      const order = Math.min(a * activity + gap * rate, capRatio * a);
      const placed = order > remainder * a ? order : 0;
      orderedYuan[slot] = placed;
      onOrderYuan[slot] = onOrder + placed;
    }
  }
}
