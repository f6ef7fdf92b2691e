// The gate. Imposed: a group opens for the enterprises whose fixed draw lies below its open share, the same ones every
// day. Caused, where the scenario models gates: closed until the checklist is complete (a day of the enterprise's own);
// then it opens at once where a record is filed, or applies, queues at the desk and opens when the approval arrives. A
// non-stop licence keeps it open throughout. A closed place (support/risk.ts) closes whoever is in it for that time.
import { LIFTED, type Levers } from '../levers';
import { ALLOCATIONS } from '../support/clients';
import type { ServedColumns } from './served';
import type { EnterpriseState } from './state';

const CLOSED = ALLOCATIONS.indexOf('isClosed');
const APPROVED = ALLOCATIONS.indexOf('isApproved');

/** Opens gates: `isOpen` is 1 or 0. */
export function openGates(state: EnterpriseState, levers: Levers, day: number): void {
  const { part, isOpen } = state;
  const { openShare, lifted } = levers;
  const { sector, gateDraw, gateGroup } = part.chain.enterprises;
  const { first, length } = part.enterprises;
  const withoutGate = LIFTED.gate;
  for (let row = 0; row < length; row++) {
    const enterprise = first + row;
    const isFree = lifted[sector[enterprise]] & withoutGate;
    isOpen[row] = isFree || gateDraw[enterprise] < openShare[gateGroup[enterprise]] ? 1 : 0;
  }
  if (!state.served) return;
  permit(state, state.served, levers, day);
  closePlaces(state, state.served, levers);
}

/** Checklist, application and approval; who is not permitted stays closed. */
function permit({ part, isOpen }: EnterpriseState, served: ServedColumns, levers: Levers, day: number): void {
  const { isPermitted, isApplying, allotted } = served;
  const { gates } = part.chain;
  if (!gates) return;
  const { readyDay, licenceGroup } = gates;
  const { licence, lifted, support } = levers;
  const { sector } = part.chain.enterprises;
  const { first, length } = part.enterprises;
  const approved = allotted[APPROVED];
  const withoutGate = LIFTED.gate;
  for (let row = 0; row < length; row++) {
    const enterprise = first + row;
    isApplying[row] = 0;
    if (readyDay[enterprise] < 0 || isPermitted[row] > 0) continue;
    const isReady = day >= readyDay[enterprise];
    if (isReady && (support.isFiling > 0 || approved[row] > 0)) isPermitted[row] = 1;
    isApplying[row] = isReady && isPermitted[row] === 0 ? 1 : 0;
    const isFree = licence[licenceGroup[enterprise]] > 0 || (lifted[sector[enterprise]] & withoutGate) > 0;
    if (isPermitted[row] === 0 && !isFree) isOpen[row] = 0;
  }
}

/** Closes who is in a closed place, unless closure is lifted. */
export function closePlaces({ part, isOpen }: EnterpriseState, served: ServedColumns, { lifted }: Levers): void {
  if (!part.chain.risk) return;
  const { allotted, isShut } = served;
  const { sector } = part.chain.enterprises;
  const { first, length } = part.enterprises;
  const closed = allotted[CLOSED];
  const withoutClosure = LIFTED.closure;
  for (let row = 0; row < length; row++) {
    isShut[row] = closed[row] > 0 && (lifted[sector[first + row]] & withoutClosure) === 0 ? 1 : 0;
    if (isShut[row] > 0) isOpen[row] = 0;
  }
}
