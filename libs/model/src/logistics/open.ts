// The road on the eve: base flow (or the scenario's share of it) released for day 0 and under way for each of the days
// that a link's lead time adds; nothing waits.
import { dockOrderOf } from '../network';
import type { LogisticsState } from './state';

export function openDocks(state: LogisticsState): void {
  const { chain, slots, slotStarts, ringStarts, ringDays, corridors, travelDays, flow } = state;
  const { links } = dockOrderOf(chain);
  for (let row = 0; row < corridors.length; row++) {
    const first = slotStarts[row];
    const width = slotStarts[row + 1] - first;
    for (let slot = first; slot < first + width; slot++) {
      const underWay = chain.links.initialPipelineRatio[links[slots.first + slot]] * flow[slot];
      state.releasedYuan[slot] = underWay;
      for (let day = 0; day < travelDays[slot]; day++) {
        state.travellingYuan[ringStarts[row] + (day % ringDays[row]) * width + slot - first] = underWay;
      }
    }
  }
}
