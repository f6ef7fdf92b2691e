// Late contracts cost: a share a day of what is due and not handed over by the end of the day;
// nothing with a force-majeure certificate.
import type { ExporterState } from './state';

export function chargePenalties({ enterprises, penaltyYuan, isCertified, part }: ExporterState): void {
  const { penaltyPerDay } = part.chain.exporterTerms;
  for (let row = 0; row < penaltyYuan.length; row++)
    penaltyYuan[row] = isCertified[row] > 0 ? 0 : enterprises.finalBacklogYuan[row] * penaltyPerDay;
}
