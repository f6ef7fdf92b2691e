// The road on the eve: base flow (or the scenario's share of it) released for day 0 and under way for each of the days
// that a link's lead time adds; nothing waits.
import { dockOrderOf } from '../network';
import type { LogisticsState } from './state';

export function openDocks(state: LogisticsState): void {
  const { chain, slots, slotStarts, ringStarts, ringDays, corridors, runs, flow } = state;
  const order = dockOrderOf(chain).links;
  const { initialPipelineRatio } = chain.links;
  for (let slot = 0; slot < flow.length; slot++) {
    state.releasedYuan[slot] = initialPipelineRatio[order[slots.first + slot]] * flow[slot];
  }
  for (let row = 0; row < corridors.length; row++) {
    const width = slotStarts[row + 1] - slotStarts[row];
    for (let run = runs.ofCorridor[row]; run < runs.ofCorridor[row + 1]; run++) {
      const first = runs.starts[run];
      const underWay = state.releasedYuan.subarray(first, runs.starts[run + 1]);
      for (let day = 0; day < runs.travelDays[run]; day++) {
        state.travellingYuan.set(underWay, ringStarts[row] + (day % ringDays[row]) * width + first - slotStarts[row]);
      }
    }
  }
}
