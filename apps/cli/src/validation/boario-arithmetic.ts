// Where BoARIO's arithmetic (0.6.3) departs from its own equations, followed so that the rest compares to 1e-9. A step
// that adds to every stock what it takes, by numpy.allclose, leaves all stocks as they are; and stocks that all stand at
// their goals, by numpy.allclose, are not restocked. Both ask about the whole economy at once: they are no rules of a
// model, and are done to its state between our days. That state alone decides, nothing of what BoARIO printed.
import { gainsWhatItUses, goalOf, isBelowGoals, isFarFrom, shippedByLink, standsAtGoals } from './boario-closeness';
import type { Arithmetic } from './case';

export function boarioArithmetic(): Arithmetic {
  let before = new Float64Array(0);
  let kept: Float64Array | undefined;
  const steps = { held: 0, full: 0 };
  return {
    beforeMaking(state) {
      before = state.stockYuan.slice();
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

function noteOf({ held, full }: { held: number; full: number }): string {
  const parts = [
    ...(held > 0 ? [`stocks left as they were in ${held} steps`] : []),
    ...(full > 0 ? [`stocks near their goals not restocked in ${full} steps`] : []),
  ];
  return parts.length === 0 ? '' : `BoARIO's arithmetic followed: ${parts.join(', ')}.`;
}
