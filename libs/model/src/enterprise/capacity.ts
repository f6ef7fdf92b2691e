// Capacity: cap = k P0 (1 - delta) alpha min(1, utility) if the gate is open, else 0. The gate of a group opens for the
// enterprises whose fixed draw lies below the group's open share, so that a share is the same enterprises every day.
import type { Levers } from '../levers';
import type { EnterpriseState } from './state';

/** Opens gates: `isOpen` is 1 or 0. */
export function openGates(state: EnterpriseState, levers: Levers): void {
  const { part, isOpen } = state;
  const { openShare } = levers;
  const { gateDraw, gateGroup } = part.chain.enterprises;
  const { first, length } = part.enterprises;
  for (let row = 0; row < length; row++) {
    isOpen[row] = gateDraw[first + row] < openShare[gateGroup[first + row]] ? 1 : 0;
  }
}

/** Capacity of the day, and its factors for the report. */
export function setCapacity(state: EnterpriseState, levers: Levers): void {
  const { part, capacityYuan, capacityFactor, utilityFactor, overtimeRatio, isOpen } = state;
  const { capacity: capacityLevers, utility: utilityLevers } = levers;
  const { baseOutput } = part;
  const { spareRatio, capacityGroup, utilityGroup } = part.chain.enterprises;
  const { first, length } = part.enterprises;
  for (let row = 0; row < length; row++) {
    const enterprise = first + row;
    const utility = Math.min(1, utilityLevers[utilityGroup[enterprise]]);
    const factor = capacityLevers[capacityGroup[enterprise]];
    utilityFactor[row] = utility;
    capacityFactor[row] = factor;
    capacityYuan[row] = spareRatio[enterprise] * baseOutput[row] * factor * overtimeRatio[row] * utility * isOpen[row];
  }
}
