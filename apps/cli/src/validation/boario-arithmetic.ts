// Where BoARIO's arithmetic (0.6.3) departs from its own equations, followed so that the rest compares to 1e-9. A step
// that adds to every stock what it takes, by numpy.allclose, leaves all stocks as they are; stocks that all stand at
// their goals, by numpy.allclose, are not restocked; and overproduction falls back only when demand is last output to
// the last bit, so that the step in which it begins to is rounding's choice. All three ask about the whole economy or
// the last bit: they are no rules of a model, and are done to its state between our days.
import type { EnterpriseState } from '#libs/model';
import { gainsWhatItUses, goalOf, isBelowGoals, isFarFrom, shippedByLink, standsAtGoals } from './boario-closeness';
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
  let kept: Float64Array | undefined;
  const steps = { held: 0, full: 0, timed: 0 };
  return {
    beforeMaking(state, places, step) {
      before = state.stockYuan.slice();
      void places; void step; void options; void settleOvertime;
    },
    beforeOrdering(state) {
      const shipped = shippedByLink(state);
      const next = state.stockYuan.map((stock, link) => stock + shipped[link]);
      if (gainsWhatItUses(state, shipped)) {
        if (isFarFrom(state, next, before)) steps.held++;
        next.set(before);
      }
      kept = undefined;
      if (standsAtGoals(state, next)) {
        if (isBelowGoals(state, next)) steps.full++;
        kept = next.slice();
        // A stock above its goal by the whole goal asks for nothing.
        kept.forEach((stock, link) => (next[link] = stock + goalOf(state, state.part.inputs.segment[link])));
      }
      state.stockYuan.set(next.map((stock, link) => stock - shipped[link]));
    },
    afterOrdering(state) {
      if (kept) state.stockYuan.set(kept);
    },
    note: () => noteOf(steps),
  };
}

/**
 * Moves last output by its last bit, so that it equals demand just where BoARIO's did.
 * @returns whether that changed anything
 */
function settleOvertime(state: EnterpriseState, { drafted }: Places, step: number, options: BoarioArithmetic): boolean {
  const { outputYuan, orderedYuan, part } = state;
  const { starts, link } = part.supplies;
  const { alphaBase, alphaTau, overprod, demandShare } = options;
  let isTimed = false;
  drafted.forEach((draftRow, row) => {
    // The model's own sum, in its order: it decides to the last bit.
    let demand = part.chain.enterprises.finalDemandYuan[row] * demandShare[step][draftRow];
    for (let slot = starts[row]; slot < starts[row + 1]; slot++) demand += orderedYuan[link[slot]];
    if (!(Math.abs(demand - outputYuan[row]) <= SAME_TO_ROUNDING * demand)) return;
    const [last, now] = [overprod[step - 1][draftRow], overprod[step][draftRow]];
    const fallen = last + (alphaBase - last) / alphaTau;
    const fellBack = Math.abs(now - fallen) < Math.abs(now - last);
    if (last !== alphaBase && fellBack !== (demand === outputYuan[row])) isTimed = true;
    outputYuan[row] = fellBack ? demand : demand * (1 - Number.EPSILON);
  });
  return isTimed;
}

function noteOf({ held, full, timed }: { held: number; full: number; timed: number }): string {
  const parts = [
    ...(held > 0 ? [`stocks left as they were in ${held} steps`] : []),
    ...(full > 0 ? [`not restocked in ${full}`] : []),
    ...(timed > 0 ? [`overproduction's return timed in ${timed}`] : []),
  ];
  return parts.length === 0 ? '' : `BoARIO's arithmetic followed: ${parts.join(', ')}.`;
}
