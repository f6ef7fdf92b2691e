// The road: goods released on a day arrive after the link's lead time; a checkpoint adds days unless the green channel
// applies. A ring of days per corridor holds what is under way: day d's arrivals lie at d mod (ring days).
import { LIFTED, ROADS, type Levers } from '../levers';
import type { LogisticsState } from './state';

/** Turns what left the dock today into what arrives today: on corridors with a ring, what was due now. */
export function travel(state: LogisticsState, levers: Levers, day: number): void {
  const { corridors, chain, ringDays } = state;
  const { isControlled, hasGreenChannel } = levers.corridors;
  const isLifted = (levers.lifted[ROADS] & LIFTED.transport) > 0;
  for (let row = 0; row < corridors.length; row++) {
    if (ringDays[row] === 0) continue;
    const corridor = corridors.first + row;
    const isHeld = !isLifted && isControlled[corridor] > 0 && hasGreenChannel[corridor] === 0;
    turnRing(state, row, day, isHeld ? chain.corridors.checkpointDays[corridor] : 0);
  }
}

function turnRing(state: LogisticsState, row: number, day: number, delayDays: number): void {
  const { slotStarts, ringStarts, ringDays, travellingYuan, releasedYuan, runs } = state;
  const { starts, travelDays, ofCorridor } = runs;
  const width = slotStarts[row + 1] - slotStarts[row];
  const days = ringDays[row];
  // Added to a slot, its place in the ring: `today`'s, and below the place on the day it is due.
  const ring = ringStarts[row] - slotStarts[row];
  const today = ring + (day % days) * width;
  for (let run = ofCorridor[row]; run < ofCorridor[row + 1]; run++) {
    const due = ring + ((day + travelDays[run] + delayDays) % days) * width;
    const end = starts[run + 1];
    for (let slot = starts[run]; slot < end; slot++) {
      travellingYuan[due + slot] += releasedYuan[slot];
      releasedYuan[slot] = travellingYuan[today + slot];
      travellingYuan[today + slot] = 0;
    }
  }
}
