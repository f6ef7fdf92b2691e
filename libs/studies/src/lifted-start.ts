// Where runs with constraints lifted start from.
import type { StageSnapshot } from '#libs/kernel';
import type { Simulated } from '#libs/simulation';
import type { CallOff } from './called-off';

/** The state from which a day starts. */
export interface LiftedStart {
  /** First day with the constraints lifted. */
  readonly day: number;
  readonly simulated: Simulated;
  /** Columns at the end of the day before. */
  readonly before: readonly StageSnapshot[];
  /** The runs from there, as long as they are worth while. */
  readonly calledOff?: CallOff | undefined;
}
