// Containers fill per exporter and lane with what is handed over and leave full: batch = min(container, some days' flow
// of the lane), so that a small exporter's container does not stand for months. Seven days' flow is full after seven
// days also where the sum of seven rounds down.
import type { ExporterState } from './state';

const FULL = 1 + 1e-9;

export function fillContainers({ enterprises, containerYuan, containersLeft, part }: ExporterState): void {
  const { laneShares, containerYuan: full, containerFlowDays } = part.chain.exporterTerms;
  const lanes = laneShares.length;
  for (let row = 0; row < containersLeft.length; row++) {
    let left = 0;
    for (let lane = 0; lane < lanes; lane++) {
      const batch = Math.min(full, containerFlowDays * part.baseOutput[row] * laneShares[lane]);
      const filled = containerYuan[row * lanes + lane] + enterprises.finalServedYuan[row] * laneShares[lane];
      const count = batch > 0 ? Math.floor((filled / batch) * FULL) : 0;
      containerYuan[row * lanes + lane] = Math.max(0, filled - count * batch);
      left += count;
    }
    containersLeft[row] = left;
  }
}
