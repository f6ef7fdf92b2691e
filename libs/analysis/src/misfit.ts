// How far a run is from its targets: sum over targets of ((simulated - observed) / tolerance)^2. Checks and inputs have
// no part in it, whatever they say. A floor ("over 92 %") counts as the value itself: who had reached more would have
// said so.
import type { Observation } from '#libs/scenario';
import { simulate, toleranceOf, type Observables } from './observe';

export interface Misfit {
  readonly value: number;
  readonly targets: readonly TargetMisfit[];
}

interface TargetMisfit {
  readonly id: string;
  readonly observed: number;
  /** Null when the run does not reach the day, or the thing did not happen. */
  readonly simulated: number | null;
  /** Simulated less observed, in tolerances. */
  readonly off: number;
}

/** What did not happen at all is this many tolerances off. */
const NEVER = 100;

/** @throws RangeError for a target without a tolerance above 0 */
export function misfitOf(observations: readonly Observation[], seen: Observables): Misfit {
  const targets = observations
    .filter(({ role }) => role === 'target')
    .map((one): TargetMisfit => {
      const tolerance = toleranceOf(one, seen);
      if (!(tolerance > 0)) throw new RangeError(`target ${one.id} has no tolerance`);
      const simulated = simulate(one, seen);
      const off = simulated === null ? NEVER : (simulated - one.value) / tolerance;
      return { id: one.id, observed: one.value, simulated, off };
    });
  return { value: targets.reduce((sum, { off }) => sum + off * off, 0), targets };
}
