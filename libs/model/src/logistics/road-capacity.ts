// Capacity of a corridor: V = drivers x carriers' tonnes a day; while a checkpoint asks for passes, only the vehicles that
// move without one (a share of the carriers) and those with a pass (trips x load each), never more than there are.
import { LIFTED, ROADS, type Levers } from '../levers';
import type { LogisticsState } from './state';

export function setRoadCapacity({ chain, corridors, capacityTonnes, office }: LogisticsState, levers: Levers): void {
  const { capacityTonnes: carriers, freeShare, tonnesPerPass } = chain.corridors;
  const { passes, isControlled, driverShare } = levers.corridors;
  const isLifted = (levers.lifted[ROADS] & LIFTED.transport) > 0;
  for (let row = 0; row < corridors.length; row++) {
    const corridor = corridors.first + row;
    if (isLifted) {
      capacityTonnes[row] = Infinity;
      continue;
    }
    const held = office ? office.holders[row] : passes[corridor];
    const allowed = shareOf(carriers[corridor], freeShare[corridor]) + held * tonnesPerPass[corridor];
    const vehicles = isControlled[corridor] > 0 ? Math.min(carriers[corridor], allowed) : carriers[corridor];
    capacityTonnes[row] = shareOf(vehicles, driverShare[corridor]);
  }
}

/** No share of boundless carriers is nothing, too. */
function shareOf(tonnes: number, ratio: number): number {
  return ratio > 0 ? tonnes * ratio : 0;
}
