// What let somebody back to work: of a sector, what lifted the constraints that held it down in its shortage, the levers
// that opened its gates and brought its workers, the roads' levers and the suppliers or customers that came back. Where
// none of these is told, the latest lever, curve or shock that acts on it.
import { BINDING_CONSTRAINTS, type BindingConstraint } from '#libs/messages';
import type { Chain } from '#libs/model';
import type { Memory, Shortage } from './memory';

export const RETURN_ACTS = ['whiteList', 'healthCode', 'trainSeats', 'charterSeats', 'carpool', 'selfDrive'];

/** What goods on the road wait for. */
const ROAD_ACTS = ['passes', 'checkpoint', 'greenChannel', 'drivers'];

/** The milestones with which levers that act so came to stand as they last did; that one has ended brings nobody back. */
export function pulledBy({ compiled, pulled }: Memory, acts: readonly string[]): string[] {
  return Object.entries(compiled.spec.levers).flatMap(([id, lever]) => {
    const told = pulled.get(`levers.${id}`);
    return told?.onId !== undefined && acts.includes(lever.acts) ? [told.onId] : [];
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

/** Of the days of a shortage, a constraint that held the sector on fewer is not what had to be lifted. */
const LEAST_SHARE = 0.2;

export function letSectorBack(memory: Memory, sector: number, { heldDays }: Shortage): string[] {
  const days = heldDays.reduce((all, one) => all + one, 0);
  const isHeldBy = (bound: BindingConstraint): boolean =>
    heldDays[BINDING_CONSTRAINTS.indexOf(bound)] >= LEAST_SHARE * days;
  const back = (others: readonly number[]): string[] => others.flatMap((other) => memory.resumed[other] ?? []);
  const causes = [
    ...(isHeldBy('gate') ? doorsOpened(memory, sector) : []),
    ...(isHeldBy('labour') && memory.isStaffed[sector] ? pulledBy(memory, RETURN_ACTS) : []),
    ...(isHeldBy('masks') ? pulledBy(memory, ['maskSupply']) : []),
    ...(isHeldBy('input') ? [...latestOnRoads(memory), ...back(memory.graph.suppliers[sector])] : []),
    ...(isHeldBy('demand') ? back(memory.graph.customers[sector]) : []),
  ];
  return causes.length > 0 ? causes : latestOf(memory, sector);
}

/** What opened gates, or the market. */
function doorsOpened(memory: Memory, sector: number): string[] {
  if (memory.isGated[sector]) return pulledBy(memory, ['approvals', 'filing']);
  const isMarket = memory.chain.sectors[sector].stage === 'markets';
  return isMarket && memory.marketTold !== undefined ? [memory.marketTold] : [];
}

/** The last lever of the roads that was pulled, whichever way: a checkpoint that is lifted stands at 0. */
function latestOnRoads({ compiled, pulled }: Memory): string[] {
  const told = Object.entries(compiled.spec.levers).flatMap(([id, { acts }]) =>
    ROAD_ACTS.includes(acts) ? (pulled.get(`levers.${id}`) ?? []) : [],
  );
  const last = told.reduce((most, { day }) => Math.max(most, day), -1);
  return told.filter(({ day }) => day === last).map(({ id }) => id);
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
