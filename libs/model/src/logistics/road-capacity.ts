// Capacity of a corridor: V = drivers x carriers' tonnes a day; while a checkpoint asks for passes, the share that moves
// without one plus passes x tonnes a pass carries, never more than the carriers have.
import type { Levers } from '../levers';
import type { LogisticsState } from './state';

export function setRoadCapacity({ chain, corridors, capacityTonnes }: LogisticsState, levers: Levers): void {
  const { capacityTonnes: carriers, freeShare, tonnesPerPass } = chain.corridors;
  const { passes, isControlled, driverShare } = levers.corridors;
  for (let row = 0; row < corridors.length; row++) {
    const corridor = corridors.first + row;
    const free = shareOf(carriers[corridor], driverShare[corridor]);
    const allowed = shareOf(carriers[corridor], freeShare[corridor]) + passes[corridor] * tonnesPerPass[corridor];
    capacityTonnes[row] = isControlled[corridor] > 0 ? Math.min(free, allowed) : free;
  }
}

/** No share of boundless carriers is nothing, too. */
function shareOf(tonnes: number, ratio: number): number {
  return ratio > 0 ? tonnes * ratio : 0;
}
