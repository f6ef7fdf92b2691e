// Ration: shipped = min(D, F + P), shared over the order book and final demand; F += P - shipped. Enough for everybody
// means everybody in full, whatever the rule; the rule decides who goes short. A closed gate lets nothing out of F.
import { REMAINDER_RATIO, type RationingRule } from '../rules';
import { shipEqualRelative } from './ration-equal-relative';
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
  else if (rationing.rule === 'equal-relative') shipEqualRelative(state);
  else shipByRule(state, rationing);
  keepContracts(state);
}

type UnevenRule = Exclude<RationingRule, { rule: 'proportional' | 'equal-relative' }>;

/** Ships to everybody in proportion and takes it from the book; four slots a turn, for V8 checks every array anew in each. */
function shipProportionally({ shippedYuan, orderBookYuan, fillRatio, part }: EnterpriseState): void {
  const { supplier, flow } = part.supplies;
  const remainder = REMAINDER_RATIO; // V8 looks an import up anew in each turn of a loop.
  const whole = supplier.length - (supplier.length % 4);
  for (let slot = 0; slot < whole; slot += 4) {
    shipSlot(slot, fillRatio[supplier[slot]], remainder * flow[slot], orderBookYuan, shippedYuan);
    shipSlot(slot + 1, fillRatio[supplier[slot + 1]], remainder * flow[slot + 1], orderBookYuan, shippedYuan);
    shipSlot(slot + 2, fillRatio[supplier[slot + 2]], remainder * flow[slot + 2], orderBookYuan, shippedYuan);
    shipSlot(slot + 3, fillRatio[supplier[slot + 3]], remainder * flow[slot + 3], orderBookYuan, shippedYuan);
  }
  for (let slot = whole; slot < supplier.length; slot++) {
    shipSlot(slot, fillRatio[supplier[slot]], remainder * flow[slot], orderBookYuan, shippedYuan);
  }
}

function shipSlot(
  slot: number,
  fill: number,
  least: number,
  orderBookYuan: Float64Array,
  shippedYuan: Float64Array,
): void {
  const ordered = orderBookYuan[slot];
  const shipped = ordered * fill;
  const rest = ordered - shipped;
  shippedYuan[slot] = shipped;
  orderBookYuan[slot] = rest > least ? rest : 0;
}

/** The other rules: they decide only for enterprises that cannot serve everybody, but for the one that always does. */
function shipByRule(state: EnterpriseState, rule: UnevenRule): void {
  const { fillRatio, part } = state;
  const decidesAlways = rule.rule === 'equal-relative-as-published';
  for (let row = 0; row < part.enterprises.length; row++) {
    const fill = fillRatio[row];
    if (fill === 1 && !decidesAlways) shipBook(state, row);
    else if (fill === 0 && !decidesAlways) shipNothing(state, row);
    else {
      shareOut(state, row, fill * state.demandYuan[row], rule);
      takeFromBook(state, row);
    }
  }
}

/** Enough for everybody: the whole book goes out. */
function shipBook({ shippedYuan, orderBookYuan, part }: EnterpriseState, row: number): void {
  const { starts } = part.supplies;
  const end = starts[row + 1];
  for (let slot = starts[row]; slot < end; slot++) {
    shippedYuan[slot] = orderBookYuan[slot];
    orderBookYuan[slot] = 0;
  }
}

function shareOut(state: EnterpriseState, row: number, supply: number, rule: UnevenRule): void {
  switch (rule.rule) {
    case 'business-first':
      return fillBusinessFirst(state, row, supply);
    case 'equal-relative-as-published':
      return fillAsPublished(state, row, supply);
    case 'priority':
      return fillByPriority(state, row, supply, rule.floors);
    default:
      return rule satisfies never;
  }
}

/** What the rule has shared out leaves the book. */
function takeFromBook({ shippedYuan, orderBookYuan, part }: EnterpriseState, row: number): void {
  const { starts, flow } = part.supplies;
  const remainder = REMAINDER_RATIO; // V8 looks an import up anew in each turn of a loop.
  const end = starts[row + 1];
  for (let slot = starts[row]; slot < end; slot++) {
    const rest = orderBookYuan[slot] - shippedYuan[slot];
    orderBookYuan[slot] = rest > remainder * flow[slot] ? rest : 0;
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
