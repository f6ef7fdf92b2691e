// Equal-relative rationing as it has been published in code (Inoue & Todo), to the letter of its results. Claims are
// orders over base flow and final demand over its base. In rounds, everybody gets the smallest open claim, until supply
// runs out; the last round shares the rest over the open claims by base. It departs from equal-relative rationing in
// two points: a customer who ordered nothing gets the first round, and final demand is charged for every round, also
// after it is served. So it may ship less than there is, and more than was ordered. For comparison with published runs;
// `equal-relative` is the rule to use.
import type { EnterpriseState } from './state';

/** Claims below this are settled. */
const SETTLED = 1e-20;

/** What a supply slot that takes no more part in the rounds holds. */
const OUT = -1;

// Scratch, grown to the largest state: the open claim of each supply slot.
let openClaim = new Float64Array(0);

/** Shares `supplyYuan` over an enterprise's customers and final demand; runs also when there is enough. */
export function fillAsPublished(state: EnterpriseState, row: number, supplyYuan: number): void {
  const { shippedYuan, orderBookYuan, finalDemandYuan, finalServedYuan, part } = state;
  const { starts, flow } = part.supplies;
  const [first, end] = [starts[row], starts[row + 1]];
  if (openClaim.length < flow.length) openClaim = new Float64Array(flow.length);
  const finalBase = part.chain.enterprises.finalDemandYuan[part.enterprises.first + row];
  // Without final demand at base the published code still has it claim its share of nothing, which cuts the rounds.
  let finalClaim = finalBase > 0 ? finalDemandYuan[row] / finalBase : 1;
  let finalLevel = 0;
  for (let slot = first; slot < end; slot++) {
    openClaim[slot] = orderBookYuan[slot] / flow[slot];
    shippedYuan[slot] = 0;
  }
  let rest = supplyYuan;
  for (let round = first; round <= end + 1 && rest > SETTLED; round++) {
    const level = smallestClaim(first, end, finalClaim);
    if (level <= SETTLED) break;
    const cost = level * (baseOf(flow, first, end, OUT) + finalBase);
    if (rest <= cost) {
      const open = baseOf(flow, first, end, 0) + (finalClaim > 0 ? finalBase : 0);
      const last = open > 0 ? rest / open : 0;
      for (let slot = first; slot < end; slot++) if (openClaim[slot] > 0) shippedYuan[slot] += last * flow[slot];
      if (finalClaim > 0) finalLevel += last;
      break;
    }
    for (let slot = first; slot < end; slot++) {
      if (openClaim[slot] === OUT) continue;
      shippedYuan[slot] += level * flow[slot];
      const left = openClaim[slot] - level;
      openClaim[slot] = left > SETTLED ? left : OUT;
    }
    if (finalClaim > 0) {
      finalLevel += level;
      finalClaim = finalClaim - level > SETTLED ? finalClaim - level : 0;
    }
    rest -= cost;
  }
  finalServedYuan[row] = finalLevel * finalBase;
}

/** The smallest claim that is not settled; 0 when all are. */
function smallestClaim(first: number, end: number, finalClaim: number): number {
  let smallest = finalClaim > SETTLED ? finalClaim : Infinity;
  for (let slot = first; slot < end; slot++) {
    if (openClaim[slot] > SETTLED && openClaim[slot] < smallest) smallest = openClaim[slot];
  }
  return smallest === Infinity ? 0 : smallest;
}

/** Base flow of the slots whose claim is above a bound. */
function baseOf(flow: Float64Array, first: number, end: number, bound: number): number {
  let base = 0;
  for (let slot = first; slot < end; slot++) if (openClaim[slot] > bound) base += flow[slot];
  return base;
}
