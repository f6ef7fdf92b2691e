// Capacity: cap = k P0 (1 - delta) alpha min(1, L^theta, utility) if the gate is open, else 0; L is the share of normal staff
// that is on post and has a mask (staff.ts). A constraint that is lifted (levers.lifted) leaves its factor at 1.
import { LIFTED, type Levers } from '../levers';
import type { EnterpriseState } from './state';

/** Capacity of the day, and its factors for the report. */
export function setCapacity(state: EnterpriseState, levers: Levers): void {
  const { part, capacityYuan, capacityFactor, utilityFactor, staffFactor, overtimeRatio, isOpen } = state;
  const { capacity: capacityLevers, utility: utilityLevers } = levers;
  const { baseOutput } = part;
  const { lifted } = levers;
  const { utility: withoutUtility, capacity: withoutShocks } = LIFTED;
  const { sector, spareRatio, capacityGroup, utilityGroup } = part.chain.enterprises;
  const { first, length } = part.enterprises;
  for (let row = 0; row < length; row++) {
    const enterprise = first + row;
    const free = lifted[sector[enterprise]];
    const utility = free & withoutUtility ? 1 : Math.min(1, utilityLevers[utilityGroup[enterprise]]);
    const factor = free & withoutShocks ? 1 : capacityLevers[capacityGroup[enterprise]];
    const limit = Math.min(utility, staffFactor[row]);
    utilityFactor[row] = utility;
    capacityFactor[row] = factor;
    capacityYuan[row] = spareRatio[enterprise] * baseOutput[row] * factor * overtimeRatio[row] * limit * isOpen[row];
  }
}
