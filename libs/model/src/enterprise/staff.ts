// Staff. On post = yesterday's + released from quarantine + arrivals that need none (the desk's allocations).
// Masks: stock += allotted + bought (share of need); masked = min(on post, stock / masks a worker needs); what is worn is
// used up. What the enterprise could not buy it asks of the desk; a closed enterprise needs none, and keeps what comes.
// L = masked / normal staff = labour ratio x mask ratio; staffFactor = L^theta, theta by sector. A constraint that is
// lifted (levers.lifted) leaves its ratio at 1.
import exp from '@stdlib/math-base-special-exp';
import ln from '@stdlib/math-base-special-ln';
import type { Inbox } from '#libs/kernel';
import { LIFTED, type Levers } from '../levers';
import { ALLOCATIONS } from '../support/clients';
import { WORKER_REMAINDER_HEADS } from '../support/remainder';
import type { MaskTerms } from '../support/terms';
import type { ServedColumns } from './served';
import type { EnterpriseState } from './state';

const MASKS = ALLOCATIONS.indexOf('masksGranted');
const FREE = ALLOCATIONS.indexOf('freeHeads');
const FIRST_ORIGIN = ALLOCATIONS.length;

/** A ratio this near to 1 differs from it by rounding. */
const WHOLE = 1 - 1e-12;

/** Takes in what the desk allots. */
export function receiveAllocations({ served }: EnterpriseState, inbox: Inbox): void {
  served?.allotted.forEach((column, at) => inbox.scatter('allocations', at, column));
}

/** Who arrives goes on post or into quarantine; whose quarantine ends goes on post; allotted masks are stored. */
export function bringStaff({ part, served }: EnterpriseState, levers: Levers, day: number): void {
  const { workers } = part.chain;
  if (!served || !workers) return;
  addTo(served.masksInStock, served.allotted[MASKS]);
  served.masksAsked.fill(0); // Asked for again on days of work.
  releaseQuarantined(served, workers.ringDays, day);
  addTo(served.onPostHeads, served.allotted[FREE]);
  workers.origins.forEach(({ quarantineDays }, origin) => {
    const days = Math.min(workers.ringDays, Math.round(quarantineDays * levers.support.quarantineRatio));
    quarantine(served, served.allotted[FIRST_ORIGIN + origin], workers.ringDays, day, days);
  });
}

function addTo(into: Float64Array, values: Float64Array): void {
  for (let row = 0; row < into.length; row++) into[row] += values[row];
}

function releaseQuarantined({ onPostHeads, quarantineHeads }: ServedColumns, ringDays: number, day: number): void {
  if (ringDays === 0) return;
  const today = day % ringDays;
  for (let row = 0; row < onPostHeads.length; row++) {
    const heads = quarantineHeads[row * ringDays + today];
    if (heads === 0) continue; // Mostly: each row lies in a part of memory of its own.
    onPostHeads[row] += heads;
    quarantineHeads[row * ringDays + today] = 0;
  }
}

function quarantine(served: ServedColumns, heads: Float64Array, ringDays: number, day: number, days: number): void {
  if (days <= 0) return addTo(served.onPostHeads, heads);
  const { quarantineHeads } = served;
  const due = (day + days) % ringDays;
  for (let row = 0; row < heads.length; row++)
    if (heads[row] !== 0) quarantineHeads[row * ringDays + due] += heads[row];
}

/** Masks and L of the day; gates must stand. */
export function putStaffToWork(state: EnterpriseState, levers: Levers): void {
  const { part, served, isOpen } = state;
  const { workers, masks } = part.chain;
  if (!served || !workers) return;
  const { onPostHeads, labourRatio, maskRatio, maskedHeads } = served;
  const { staffHeads } = workers;
  const { first, length } = part.enterprises;
  for (let row = 0; row < length; row++) {
    const staff = staffHeads[first + row];
    const onPost = onPostHeads[row];
    const labour = staff > 0 ? onPost / staff : 1;
    labourRatio[row] = labour >= WHOLE ? 1 : labour;
    maskRatio[row] = 1;
    maskedHeads[row] = onPost;
    if (masks && isOpen[row] > 0 && onPost > WORKER_REMAINDER_HEADS * staff) wearMasks(served, masks, row, levers);
  }
  setStaffFactor(state, served, levers);
}

function wearMasks(served: ServedColumns, masks: MaskTerms, row: number, { support }: Levers): void {
  const { onPostHeads, masksInStock, maskRatio, maskedHeads, masksAsked } = served;
  const need = masks.perWorkerDay * onPostHeads[row];
  const bought = need * Math.min(1, support.maskPurchaseRatio);
  const stock = masksInStock[row] + bought;
  const isEnough = stock >= need * WHOLE;
  maskRatio[row] = isEnough ? 1 : stock / need;
  maskedHeads[row] = isEnough ? onPostHeads[row] : onPostHeads[row] * (stock / need);
  const rest = isEnough ? stock - need : 0;
  masksInStock[row] = rest > WORKER_REMAINDER_HEADS * need ? rest : 0;
  masksAsked[row] = need - bought > WORKER_REMAINDER_HEADS * need ? need - bought : 0;
}

/** The factors' report and L^theta. */
function setStaffFactor({ part, staffFactor }: EnterpriseState, served: ServedColumns, { lifted }: Levers): void {
  const { labourRatio, maskRatio } = served;
  const { workers, enterprises } = part.chain;
  if (!workers) return;
  const { labourExponent } = workers;
  const { first, length } = part.enterprises;
  const { labour: withoutLabour, masks: withoutMasks } = LIFTED;
  for (let row = 0; row < length; row++) {
    const sector = enterprises.sector[first + row];
    const free = lifted[sector];
    if (free & withoutLabour) labourRatio[row] = 1;
    if (free & withoutMasks) maskRatio[row] = 1;
    staffFactor[row] = labourRatio[row] * maskRatio[row];
  }
  // Apart, for a number that a function takes and returns costs memory, and few sectors need it.
  for (let row = 0; row < length; row++) {
    const exponent = labourExponent[enterprises.sector[first + row]];
    if (exponent !== 1) staffFactor[row] = capacityOfStaff(staffFactor[row], exponent);
  }
}

/** L^theta: the share of capacity that a share of staff can work. */
export function capacityOfStaff(ratio: number, exponent: number): number {
  return exponent === 1 || ratio === 1 || ratio === 0 ? ratio : exp(exponent * ln(ratio));
}
