// Output: P = min(W, cap, lim). The smallest names the binding constraint; the report keeps every slack.
import { BINDING_CONSTRAINTS, type BindingConstraint } from '#libs/messages';
import type { EnterpriseState } from './state';

const code = (name: BindingConstraint): number => BINDING_CONSTRAINTS.indexOf(name);
const NONE = code('none');
const DEMAND = code('demand');
const GATE = code('gate');
const CAPACITY = code('capacity');
const UTILITY = code('utility');
const INPUT = code('input');
const STOCK_FULL = code('finished-stock-full');

/** Output at or above this share of base is held by nothing. */
const AT_BASE = 1 - 1e-9;

export function produce(state: EnterpriseState): void {
  const { outputYuan, wantedYuan, capacityYuan, inputLimitYuan, bound } = state;
  const { baseOutput } = state.part;
  for (let row = 0; row < outputYuan.length; row++) {
    const capacity = capacityYuan[row];
    const limit = inputLimitYuan[row];
    const output = Math.min(wantedYuan[row], capacity, limit);
    outputYuan[row] = output;
    bound[row] = output >= AT_BASE * baseOutput[row] ? NONE : constraintOf(state, row);
    if (limit === Infinity) inputLimitYuan[row] = capacity;
  }
}

function constraintOf(state: EnterpriseState, row: number): number {
  const { wantedYuan, capacityYuan, inputLimitYuan, demandYuan, isOpen, capacityFactor, utilityFactor } = state;
  if (wantedYuan[row] <= capacityYuan[row] && wantedYuan[row] <= inputLimitYuan[row]) {
    return demandYuan[row] > wantedYuan[row] ? STOCK_FULL : DEMAND;
  }
  if (inputLimitYuan[row] < capacityYuan[row]) return INPUT;
  if (isOpen[row] < 1) return GATE;
  return utilityFactor[row] < capacityFactor[row] ? UTILITY : CAPACITY;
}
