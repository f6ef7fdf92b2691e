// Output: P = min(W, cap, lim). The smallest names the binding constraint; the report keeps every slack. A closed gate
// goes before a want of demand: who is closed takes no orders, or none but online.
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
const LABOUR = code('labour');
const MASKS = code('masks');
const CLOSURE = code('closure');

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
  const { wantedYuan, capacityYuan, inputLimitYuan, demandYuan, isOpen, part } = state;
  const wanted = wantedYuan[row];
  if (isOpen[row] < 1) return inputLimitYuan[row] < Math.min(wanted, capacityYuan[row]) ? INPUT : closedBy(state, row);
  if (wanted <= capacityYuan[row] && wanted <= inputLimitYuan[row]) {
    // Of what is wanted less than base, the larger part: too little demand, or demand served from too much stock.
    return demandYuan[row] - wanted > part.baseOutput[row] - demandYuan[row] ? STOCK_FULL : DEMAND;
  }
  if (inputLimitYuan[row] < capacityYuan[row]) return INPUT;
  return ownLimit(state, row);
}

/** A closed gate: a place that was closed again, or not cleared yet. */
function closedBy({ served }: EnterpriseState, row: number): number {
  return served && served.isShut[row] > 0 ? CLOSURE : GATE;
}

/** The smallest factor of capacity. */
function ownLimit(state: EnterpriseState, row: number): number {
  const { capacityFactor, utilityFactor, staffFactor, served } = state;
  if (staffFactor[row] < utilityFactor[row] && staffFactor[row] < capacityFactor[row]) {
    return served && served.maskRatio[row] < served.labourRatio[row] ? MASKS : LABOUR;
  }
  return utilityFactor[row] < capacityFactor[row] ? UTILITY : CAPACITY;
}
