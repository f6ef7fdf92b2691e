// Deliveries tell the supplier's capacity over base where buyers split their orders by it.
import type { EnterpriseState } from './state';

export function tellCapacity({ capacityRatio, capacityYuan, part }: EnterpriseState): void {
  const { supplier } = part.supplies;
  for (let slot = 0; slot < capacityRatio.length; slot++) {
    capacityRatio[slot] = capacityYuan[supplier[slot]] / part.baseOutput[supplier[slot]];
  }
}
