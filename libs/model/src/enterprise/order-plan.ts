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
  const { flow, kind, buyer } = part.inputs;
  const place = (slot: number): void => {
    const activity = activityRatio[buyer[slot]];
    const most = activity < 0 ? 0 : capRatio; // Closed: at most nothing.
    const k = kind[slot];
    const a = flow[slot];
    const onOrder = onOrderYuan[slot];
    const gap = targetDays[k] * a - stockYuan[slot] - onOrder;
    const order = Math.min(a * activity + gap * restoreRate[k], most * a);
    const placed = order > REMAINDER_RATIO * a ? order : 0;
    orderedYuan[slot] = placed;
    onOrderYuan[slot] = onOrder + placed;
  };
  const whole = flow.length - (flow.length % 4);
  for (let slot = 0; slot < whole; slot += 4) {
    place(slot);
    place(slot + 1);
    place(slot + 2);
    place(slot + 3);
  }
  for (let slot = whole; slot < flow.length; slot++) place(slot);
}
