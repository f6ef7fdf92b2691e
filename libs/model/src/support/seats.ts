// Seats: trains and point-to-point charter buses, for cohorts of the origins that they serve. A hired bus is filled to
// `seatFill` where each enterprise hires its own, and to `pooledFill` while enterprises of one park and origin share
// (carpool). Seats go to those with a green code in proportion to heads x the cohort's weight, no cohort more than it has.
import type { SupportLevers } from '../levers';
import type { SupportState } from './state';

/** Each round fills at least one cohort or uses the seats up; what is left after these is lost as empty seats. */
const ROUNDS = 8;

/** Sets `seatedHeads` of every cohort, and the desk's counts. */
export function seatWorkers(state: SupportState, levers: SupportLevers): void {
  const { chain, seatedHeads, counts } = state;
  const { workers } = chain;
  if (!workers) return;
  const fill = levers.hasCarpool > 0 ? workers.pooledFill : workers.seatFill;
  seatedHeads.fill(0);
  counts.trainHeads[0] = shareSeats(state, levers.trainSeats);
  counts.charterHeads[0] = shareSeats(state, levers.charterSeats * fill);
}

/** @returns seats taken */
function shareSeats({ chain, codedHeads, seatedHeads }: SupportState, seats: number): number {
  const { workers } = chain;
  if (!workers || seats <= 0) return 0;
  const { cohorts, origins } = workers;
  let left = seats;
  for (let round = 0; round < ROUNDS && left > 0; round++) {
    let claims = 0;
    for (let c = 0; c < cohorts.count; c++) {
      if (origins[cohorts.origin[c]].hasSeats) claims += (codedHeads[c] - seatedHeads[c]) * cohorts.seatWeight[c];
    }
    if (claims <= 0) break;
    const perClaim = left / claims;
    for (let c = 0; c < cohorts.count; c++) {
      if (!origins[cohorts.origin[c]].hasSeats) continue;
      const waiting = codedHeads[c] - seatedHeads[c];
      const taken = Math.min(waiting, waiting * cohorts.seatWeight[c] * perClaim, left);
      seatedHeads[c] = Math.min(codedHeads[c], seatedHeads[c] + taken); // Rounding seats nobody twice.
      left -= taken;
    }
  }
  return seats - left;
}
