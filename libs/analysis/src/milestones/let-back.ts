// What let somebody back to work, where the scenario models it: the levers that opened its gate, and those that brought its
// workers. Otherwise the latest lever, curve or shock that acts on its sector.
import type { Chain } from '#libs/model';
import type { Memory } from './memory';

export const RETURN_ACTS = ['whiteList', 'healthCode', 'trainSeats', 'charterSeats', 'carpool', 'selfDrive'];

/** The latest milestones of levers that act so. */
export function pulledBy({ compiled, pulled }: Memory, acts: readonly string[]): string[] {
  return Object.entries(compiled.spec.levers).flatMap(([id, lever]) => {
    const told = pulled.get(`levers.${id}`);
    return told !== undefined && acts.includes(lever.acts) ? [told.id] : [];
  });
}

/** Sectors with a gate, and with staff, that somebody has to wait for. */
export function waitingSectors({ enterprises, sectors, gates, workers }: Chain): Pick<Memory, 'isGated' | 'isStaffed'> {
  const isGated = new Uint8Array(sectors.length);
  const isStaffed = new Uint8Array(sectors.length);
  for (let i = 0; i < enterprises.count; i++) {
    if (gates && gates.readyDay[i] >= 0) isGated[enterprises.sector[i]] = 1;
    if (workers && workers.staffHeads[i] > 0 && workers.stayedRatio[i] < 1) isStaffed[enterprises.sector[i]] = 1;
  }
  return { isGated, isStaffed };
}

export function letSectorBack(memory: Memory, sector: number): string[] {
  const gate = memory.isGated[sector] ? pulledBy(memory, ['approvals', 'filing']) : [];
  const workers = memory.isStaffed[sector] ? pulledBy(memory, RETURN_ACTS) : [];
  return gate.length + workers.length > 0 ? [...gate, ...workers] : latestOf(memory, sector);
}

/**
 * Filing where it was in force when the enterprise began to run, otherwise the approvals of its queue.
 * @param sinceDay day from which it runs
 */
export function letEnterpriseBack(memory: Memory, enterprise: number, sinceDay: number): string[] {
  const { chain, compiled, pulled } = memory;
  const sector = chain.enterprises.sector[enterprise];
  const { gates } = chain;
  if (!gates || gates.readyDay[enterprise] < 0) return latestOf(memory, sector);
  const queue = gates.queues[gates.queue[enterprise]];
  const inForce = Object.entries(compiled.spec.levers).flatMap(([id, { acts, on }]) => {
    const told = pulled.get(`levers.${id}`);
    const isOfQueue = acts === 'filing' || (acts === 'approvals' && on.queue === queue);
    return told !== undefined && told.day <= sinceDay && isOfQueue ? [{ id: told.id, acts }] : [];
  });
  const filing = inForce.filter(({ acts }) => acts === 'filing');
  return (filing.length > 0 ? filing : inForce).map(({ id }) => id);
}

/** The state it began in lets nobody back. */
function latestOf({ actedOn, startTold }: Memory, sector: number): string[] {
  const latest = actedOn[sector];
  return latest === undefined || latest === startTold ? [] : [latest];
}
