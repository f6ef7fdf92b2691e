// Ration: shipped = min(D, F + P), shared over the order book and final demand; F += P - shipped. Enough for everybody
// means everybody in full, whatever the rule; the rule decides who goes short. A closed gate lets nothing out of F.
import { REMAINDER_RATIO, type RationingRule } from '../rules';
import { fillEqualRelative } from './ration-equal-relative';
import { fillAsPublished } from './ration-as-published';
import { fillByPriority } from './ration-priority';
import type { EnterpriseState } from './state';

export function ration(state: EnterpriseState): void {
  const { rationing } = state.part.chain.rules;
  const { outputYuan, finishedYuan, demandYuan, fillRatio, finalDemandYuan, finalServedYuan, isOpen } = state;
  for (let row = 0; row < outputYuan.length; row++) {
    const demand = demandYuan[row];
    const locked = isOpen[row] > 0 ? 0 : finishedYuan[row];
    const available = finishedYuan[row] - locked + outputYuan[row];
    const isEnough = available >= demand;
    const fill = isEnough ? 1 : available / demand;
    fillRatio[row] = fill;
    finishedYuan[row] = isEnough ? locked + (available - demand) : locked;
    finalServedYuan[row] = finalDemandYuan[row] * fill;
  }
  if (rationing.rule === 'proportional') shipProportionally(state);
  else {
    rationShort(state, rationing);
    shipRationed(state, rulesEverybody(rationing));
  }
  keepContracts(state);
}

/** Ships to everybody in proportion and takes it from the book; four slots a turn, as in `bookOrders`. */
function shipProportionally({ shippedYuan, orderBookYuan, fillRatio, part }: EnterpriseState): void {
  const { supplier, flow } = part.supplies;
  const whole = supplier.length - (supplier.length % 4);
  for (let slot = 0; slot < whole; slot += 4) {
    shipSlot(slot, fillRatio[supplier[slot]], flow, orderBookYuan, shippedYuan);
    shipSlot(slot + 1, fillRatio[supplier[slot + 1]], flow, orderBookYuan, shippedYuan);
    shipSlot(slot + 2, fillRatio[supplier[slot + 2]], flow, orderBookYuan, shippedYuan);
    shipSlot(slot + 3, fillRatio[supplier[slot + 3]], flow, orderBookYuan, shippedYuan);
  }
  for (let slot = whole; slot < supplier.length; slot++) {
    shipSlot(slot, fillRatio[supplier[slot]], flow, orderBookYuan, shippedYuan);
  }
}

function shipSlot(
  slot: number,
  fill: number,
  flow: Float64Array,
  orderBookYuan: Float64Array,
  shippedYuan: Float64Array,
): void {
  const ordered = orderBookYuan[slot];
  const shipped = ordered * fill;
  const rest = ordered - shipped;
  shippedYuan[slot] = shipped;
  orderBookYuan[slot] = rest > REMAINDER_RATIO * flow[slot] ? rest : 0;
}

/** Ships what the rule has shared out, everything where there is enough, and takes it from the book. */
function shipRationed({ shippedYuan, orderBookYuan, fillRatio, part }: EnterpriseState, isForAll: boolean): void {
  const { supplier, flow } = part.supplies;
  for (let slot = 0; slot < supplier.length; slot++) {
    const ordered = orderBookYuan[slot];
    const shipped = isForAll || fillRatio[supplier[slot]] < 1 ? shippedYuan[slot] : ordered;
    const rest = ordered - shipped;
    shippedYuan[slot] = shipped;
    orderBookYuan[slot] = rest > REMAINDER_RATIO * flow[slot] ? rest : 0;
  }
}

/** Whether a rule also has a say where there is enough for everybody. */
function rulesEverybody({ rule }: RationingRule): boolean {
  return rule === 'equal-relative-as-published';
}

/** The other rules, for the enterprises that cannot serve everybody. */
function rationShort(state: EnterpriseState, rule: Exclude<RationingRule, { rule: 'proportional' }>): void {
  const { fillRatio, part } = state;
  const isForAll = rulesEverybody(rule);
  for (let row = 0; row < part.enterprises.length; row++) {
    if (fillRatio[row] === 1 && !isForAll) continue;
    const supply = fillRatio[row] * state.demandYuan[row];
    if (supply === 0 && !isForAll) {
      shipNothing(state, row);
      continue;
    }
    switch (rule.rule) {
      case 'business-first':
        fillBusinessFirst(state, row, supply);
        break;
      case 'equal-relative':
        fillEqualRelative(state, row, supply);
        break;
      case 'equal-relative-as-published':
        fillAsPublished(state, row, supply);
        break;
      case 'priority':
        fillByPriority(state, row, supply, rule.floors);
        break;
      default:
        rule satisfies never;
    }
  }
}

/** Nothing to share out: every rule agrees. */
function shipNothing({ shippedYuan, finalServedYuan, part }: EnterpriseState, row: number): void {
  const { starts } = part.supplies;
  const end = starts[row + 1];
  for (let slot = starts[row]; slot < end; slot++) shippedYuan[slot] = 0;
  finalServedYuan[row] = 0;
}

/** Customers inside the chain share first, in proportion; final demand gets the rest. */
function fillBusinessFirst(state: EnterpriseState, row: number, supply: number): void {
  const { orderBookYuan, shippedYuan, finalDemandYuan, finalServedYuan, part } = state;
  const { starts } = part.supplies;
  const book = state.demandYuan[row] - finalDemandYuan[row];
  const ratio = book > 0 ? Math.min(1, supply / book) : 0;
  for (let slot = starts[row]; slot < starts[row + 1]; slot++) shippedYuan[slot] = orderBookYuan[slot] * ratio;
  finalServedYuan[row] = Math.min(finalDemandYuan[row], Math.max(0, supply - book));
}

function keepContracts({ finalBacklogYuan, finalDemandYuan, finalServedYuan, part, block }: EnterpriseState): void {
  if (!block.specs.some((spec) => spec.name === 'finalBacklogYuan')) return;
  for (let row = 0; row < finalBacklogYuan.length; row++) {
    const rest = finalDemandYuan[row] - finalServedYuan[row];
    finalBacklogYuan[row] = rest > REMAINDER_RATIO * part.baseOutput[row] ? rest : 0;
  }
}
