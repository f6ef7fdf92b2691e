// Where BoARIO's arithmetic (0.6.3) departs from its own equations, followed so that the rest compares to 1e-9. A step
// that adds to every stock what it takes, to numpy.allclose, leaves all stocks as they are; stocks that all stand at
// their goals, to numpy.allclose, are not restocked; and overproduction falls back only when demand is last output to
// the last bit, so that the step in which it begins to is the choice of rounding. All three ask about the whole economy
// or the last bit: they are no rules of a model, and are done to the state between our days.
import type { EnterpriseState } from '#libs/model';
import type { Arithmetic } from './case';
import type { Places } from './places';

/** Demand and output that agree to this share: BoARIO's printed overproduction tells whether it took them for equal. */
const SAME_TO_ROUNDING = 1e-12;

export interface BoarioArithmetic {
  readonly alphaBase: number;
  readonly alphaTau: number;
  /** First step in which overproduction moves. */
  readonly overtimeFrom: number;
  /** Printed, per step and industry of the draft. */
  readonly overprod: readonly Float64Array[];
  readonly demandShare: readonly Float64Array[];
}

export function boarioArithmetic(options: BoarioArithmetic): Arithmetic {
  let before = new Float64Array(0);
  let held: Float64Array | undefined;
  return {
    beforeMaking(state, places, step) {
      before = state.stockYuan.slice();
      if (step >= options.overtimeFrom) settleOvertime(state, places, step, options);
    },
    beforeOrdering(state) {
      const shipped = shippedByLink(state);
      const next = state.stockYuan.map((stock, link) => stock + shipped[link]);
      if (gainsWhatItUses(state, shipped)) next.set(before);
      held = standsAtGoals(state, next) ? next : undefined;
      // Far above its goal, a stock asks for nothing.
      const shown = held ? held.map((stock, link) => stock + goalOf(state, state.part.inputs.segment[link])) : next;
      state.stockYuan.set(shown.map((stock, link) => stock - shipped[link]));
    },
    afterOrdering(state) {
      if (held) state.stockYuan.set(held);
    },
  };
}

/** Moves last output by its last bit, so that it equals demand just where BoARIO's did. */
function settleOvertime(state: EnterpriseState, { drafted }: Places, step: number, options: BoarioArithmetic): void {
  const { outputYuan, orderedYuan, part } = state;
  const { starts, link } = part.supplies;
  const { alphaBase, alphaTau, overprod, demandShare } = options;
  drafted.forEach((draftRow, row) => {
    let demand = part.chain.enterprises.finalDemandYuan[row] * demandShare[step][draftRow];
    for (let slot = starts[row]; slot < starts[row + 1]; slot++) demand += orderedYuan[link[slot]];
    if (!(Math.abs(demand - outputYuan[row]) <= SAME_TO_ROUNDING * demand)) return;
    const [last, now] = [overprod[step - 1][draftRow], overprod[step][draftRow]];
    const fallen = last + (alphaBase - last) / alphaTau;
    const fellBack = Math.abs(now - fallen) < Math.abs(now - last);
    outputYuan[row] = fellBack ? demand : demand * (1 - Number.EPSILON);
  });
}

function shippedByLink({ shippedYuan, part }: EnterpriseState): Float64Array {
  const shipped = new Float64Array(shippedYuan.length);
  part.supplies.link.forEach((link, slot) => (shipped[link] = shippedYuan[slot]));
  return shipped;
}

function gainsWhatItUses({ part, outputYuan }: EnterpriseState, shipped: Float64Array): boolean {
  const { segments, inputs, baseOutput } = part;
  const gained = new Float64Array(segments.count);
  shipped.forEach((goods, link) => (gained[inputs.segment[link]] += goods));
  return gained.every((gain, s) => {
    const row = segments.buyer[s];
    return isClose(gain, (segments.use[s] * outputYuan[row]) / baseOutput[row]);
  });
}

function standsAtGoals(state: EnterpriseState, stock: Float64Array): boolean {
  const { segments, inputs, chain } = state.part;
  // An infinite goal of an industry that has no use for the product is not a number, and close to nothing.
  if (chain.linkKinds.some(({ unlimited }) => unlimited)) return false;
  const stocks = new Float64Array(segments.count);
  stock.forEach((goods, link) => (stocks[inputs.segment[link]] += goods));
  return stocks.every((goods, s) => isClose(goods, goalOf(state, s)));
}

/** Stock aimed at: cover of the output wanted and possible. */
function goalOf({ part, wantedYuan, capacityYuan }: EnterpriseState, segment: number): number {
  const { buyer, baseStock } = part.segments;
  const row = buyer[segment];
  return (baseStock[segment] * Math.min(wantedYuan[row], capacityYuan[row])) / part.baseOutput[row];
}

/** numpy.allclose of one pair, at its defaults. */
function isClose(value: number, reference: number): boolean {
  return Math.abs(value - reference) <= 1e-8 + 1e-5 * Math.abs(reference);
}
