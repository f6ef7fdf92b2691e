// The desk on the eve: who is away is stranded, nobody queues, no risk, an empty pool.
import type { SupportState } from './state';

export function openDesk(state: SupportState): void {
  const { strandedHeads, queuedDay, chain } = state;
  const { workers } = chain;
  if (workers) for (let c = 0; c < strandedHeads.length; c++) strandedHeads[c] = workers.cohorts.awayHeads[c];
  queuedDay.fill(0);
}
