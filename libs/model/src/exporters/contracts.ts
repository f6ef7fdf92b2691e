// Contracts that stay overdue: each day's grow a day older, are served earliest due first, and are cancelled when they
// are more than `cancelAfterDays` old (L): contracts due on day t go at the start of day t + L + 1. An exporter with a
// force-majeure certificate pays no penalty and keeps its contracts, which then wait in the oldest age, L or more. A
// fixed draw says who holds a certificate first: those below the share of the day, as gates open (enterprise/capacity.ts).
// The sum of an exporter's ages is what it owes: finalBacklogYuan = sum over a of overdueByAge[a].
import type { Random } from '#libs/kernel';
import { REMAINDER_RATIO } from '../rules';
import { STREAMS } from '../streams';
import type { ExporterState } from './state';

/** Contracts from before the run are due on the eve. */
export function openContracts({ enterprises, overdueByAgeYuan, ages }: ExporterState): void {
  if (ages === 0) return;
  enterprises.finalBacklogYuan.forEach((yuan, row) => (overdueByAgeYuan[row * ages] = yuan));
}

/** Who holds a certificate today: 1 or 0. */
export function showCertificates({ isCertified, part }: ExporterState, share: number, random: Random): void {
  const { first } = part.enterprises;
  for (let row = 0; row < isCertified.length; row++) {
    isCertified[row] = share > 0 && random.isBelow(share, STREAMS.certificate, first + row) ? 1 : 0;
  }
}

/** The morning: everything overdue is a day older, and what is too old is cancelled. Needs `isCertified`. */
export function ageContracts({ enterprises, overdueByAgeYuan, cancelledYuan, isCertified, ages }: ExporterState): void {
  if (ages === 0) return;
  const { finalBacklogYuan } = enterprises;
  for (let row = 0; row < finalBacklogYuan.length; row++) {
    const youngest = row * ages;
    const oldest = youngest + ages - 1;
    const tooOld = overdueByAgeYuan[oldest];
    for (let at = oldest; at > youngest; at--) overdueByAgeYuan[at] = overdueByAgeYuan[at - 1];
    overdueByAgeYuan[youngest] = 0;
    if (isCertified[row] > 0) overdueByAgeYuan[oldest] += tooOld;
    cancelledYuan[row] = isCertified[row] > 0 ? 0 : tooOld;
    finalBacklogYuan[row] = sumOf(overdueByAgeYuan, youngest, ages);
  }
}

/**
 * The evening: what was handed over went to the earliest due, so what is left fills the ages from the youngest on. A
 * remainder below 1e-12 of base output is cut.
 */
export function serveContracts({ enterprises, overdueByAgeYuan, ages, part }: ExporterState): void {
  if (ages === 0) return;
  const { finalBacklogYuan, finalDemandYuan } = enterprises;
  for (let row = 0; row < finalBacklogYuan.length; row++) {
    const youngest = row * ages;
    const least = REMAINDER_RATIO * part.baseOutput[row];
    const dueToday = finalDemandYuan[row] - sumOf(overdueByAgeYuan, youngest, ages);
    overdueByAgeYuan[youngest] += Math.max(0, dueToday);
    let left = finalBacklogYuan[row];
    for (let at = youngest; at < youngest + ages; at++) {
      const kept = Math.min(overdueByAgeYuan[at], left);
      overdueByAgeYuan[at] = kept > least ? kept : 0;
      left -= kept;
    }
    finalBacklogYuan[row] = sumOf(overdueByAgeYuan, youngest, ages);
  }
}

function sumOf(values: Float64Array, first: number, count: number): number {
  let sum = 0;
  for (let at = first; at < first + count; at++) sum += values[at];
  return sum;
}
