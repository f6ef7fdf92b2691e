// Late contracts cost: a share a day of what is due and not handed over by the end of the day.
import type { ExporterState } from './state';

export function chargePenalties({ enterprises, penaltyYuan, part }: ExporterState): void {
  const { penaltyPerDay } = part.chain.exporterTerms;
  for (let row = 0; row < penaltyYuan.length; row++)
    penaltyYuan[row] = enterprises.finalBacklogYuan[row] * penaltyPerDay;
}
