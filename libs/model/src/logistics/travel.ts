// The road: goods released on a day arrive after the link's lead time; a checkpoint adds days unless the green channel
// applies. A ring of days per corridor holds what is under way: day d's arrivals lie at d mod (ring days).
import type { Levers } from '../levers';
import type { LogisticsState } from './state';

/** Turns what left the dock today into what arrives today: on corridors with a ring, what was due now. */
export function travel(state: LogisticsState, levers: Levers, day: number): void {
  const { corridors, chain, ringDays } = state;
  const { isControlled, hasGreenChannel } = levers.corridors;
  for (let row = 0; row < corridors.length; row++) {
    if (ringDays[row] === 0) continue;
    const corridor = corridors.first + row;
    const isHeld = isControlled[corridor] > 0 && hasGreenChannel[corridor] === 0;
    turnRing(state, row, day, isHeld ? chain.corridors.checkpointDays[corridor] : 0);
  }
}

function turnRing(state: LogisticsState, row: number, day: number, delayDays: number): void {
  const { slotStarts, ringStarts, ringDays, travellingYuan, releasedYuan, travelDays } = state;
  const first = slotStarts[row];
  const width = slotStarts[row + 1] - first;
  const days = ringDays[row];
  const today = ringStarts[row] + (day % days) * width;
  for (let i = 0; i < width; i++) {
    const due = ringStarts[row] + ((day + travelDays[first + i] + delayDays) % days) * width + i;
    travellingYuan[due] += releasedYuan[first + i];
    releasedYuan[first + i] = travellingYuan[today + i];
    travellingYuan[today + i] = 0;
  }
}
