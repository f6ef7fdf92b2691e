// The approval queue: applications are reviewed in the order of (day of arrival at the desk, enterprise), r a day in each
// queue, whole ones only. Filing needs no approval and is the enterprise's own matter: who has filed leaves the queue. An
// approval reaches the enterprise tomorrow.
import type { Levers } from '../levers';
import type { SupportState } from './state';

/** Applications of yesterday's reports join the queue; the day's reviews are made. Days are kept as day + 1, 0 is none. */
export function reviewApplications(state: SupportState, levers: Levers, day: number): void {
  const { chain, isApplying, queuedDay, isApproved, counts } = state;
  const { gates } = chain;
  if (!gates) return;
  for (let row = 0; row < queuedDay.length; row++) {
    if (isApplying[row] === 0) queuedDay[row] = 0;
    else if (queuedDay[row] === 0 && isApproved[row] === 0) queuedDay[row] = day + 1;
  }
  let approved = 0;
  for (let queue = 0; queue < gates.queues.length; queue++) {
    approved += approveOldest(state, queue, Math.floor(levers.support.approvals[queue]), day);
  }
  counts.approvals[0] = approved;
}

/** @returns approvals given */
function approveOldest(state: SupportState, queue: number, most: number, day: number): number {
  const { chain, clients, queuedDay, isApproved } = state;
  const { gates } = chain;
  let given = 0;
  for (let oldest = nextQueued(state, queue, 0); gates && given < most && oldest <= day + 1;) {
    for (let row = 0; row < clients.length && given < most; row++) {
      if (queuedDay[row] !== oldest || gates.queue[clients[row]] !== queue) continue;
      queuedDay[row] = 0;
      isApproved[row] = 1;
      given++;
    }
    oldest = nextQueued(state, queue, oldest);
  }
  return given;
}

/** The earliest day after `after` on which somebody in the queue joined it; Infinity when nobody waits. */
function nextQueued({ chain, clients, queuedDay }: SupportState, queue: number, after: number): number {
  const { gates } = chain;
  let next = Infinity;
  for (let row = 0; gates && row < clients.length; row++) {
    if (queuedDay[row] > after && queuedDay[row] < next && gates.queue[clients[row]] === queue) next = queuedDay[row];
  }
  return next;
}
