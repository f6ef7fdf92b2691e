// The pass office: the three departments that let a lorry through a checkpoint (letter bureau, transport, public
// security). While its checkpoint stands, a corridor's fleet applies each day for every vehicle that the free share leaves
// without a way through, holds no pass and has no application under way: ceil((1 - free) V / tonnes a pass carries) less
// holders and applications. The quota is the lever: what goes beyond it is refused at once and comes again tomorrow; the
// rest is decided `officeDays` later, and granted as far as the quota of that day still has room. A quota below the
// holders takes passes back at once. Without a checkpoint nothing is filed or issued; passes held are kept.
// applied = granted + in the office + refused. Where officeDays is 0 the quota itself is on issue, at once.
import type { Axis, ColumnBlock, ColumnSpec } from '#libs/kernel';
import type { Chain } from '../chain';
import type { Levers } from '../levers';

/** What the office adds to the report of logistics, per corridor: passes. */
export const OFFICE_REPORTS = ['passHolders', 'passesGranted'] as const;

/** The office's columns and terms, one row a corridor of the shard. */
export interface PassOffice {
  readonly firstCorridor: number;
  readonly officeDays: Int32Array;
  /** First row of each corridor in `inOffice`: the applications filed on day d lie at d mod officeDays. */
  readonly ringStarts: Int32Array;
  /** Vehicles that cannot move without a pass; Infinity for boundless carriers, who apply for all that there is. */
  readonly vehicles: Float64Array;
  readonly holders: Float64Array;
  readonly inOffice: Float64Array;
  readonly granted: Float64Array;
  readonly applied: Float64Array;
  readonly refused: Float64Array;
}

/** Whether any corridor's applications take days: without one there is no office, no column and no cost. */
export function hasPassOffice({ corridors }: Chain): boolean {
  return corridors.officeDays.some((days) => days > 0);
}

export function officeColumns(chain: Chain, corridors: Axis): ColumnSpec[] {
  if (!hasPassOffice(chain)) return [];
  const ringStarts = ringStartsOf(chain, corridors);
  const starts = corridors.starts.map((row) => ringStarts[row]);
  return [
    { name: 'passHolders', role: 'state', axis: corridors },
    { name: 'passesInOffice', role: 'state', axis: { first: 0, length: starts[starts.length - 1], starts } },
    { name: 'passesGranted', role: 'report', axis: corridors },
    { name: 'passesApplied', role: 'report', axis: corridors },
    { name: 'passesRefused', role: 'report', axis: corridors },
  ];
}

/** @param block made of `officeColumns` among others */
export function passOfficeOf(chain: Chain, corridors: Axis, block: ColumnBlock): PassOffice | undefined {
  if (!hasPassOffice(chain)) return undefined;
  const { first, length } = corridors;
  return {
    firstCorridor: first,
    officeDays: chain.corridors.officeDays.subarray(first, first + length),
    ringStarts: ringStartsOf(chain, corridors),
    vehicles: Float64Array.from({ length }, (_, row) => vehiclesOf(chain, first + row)),
    holders: block.column('passHolders'),
    inOffice: block.column('passesInOffice'),
    granted: block.column('passesGranted'),
    applied: block.column('passesApplied'),
    refused: block.column('passesRefused'),
  };
}

/** The office's day: decides what was filed `officeDays` ago, then takes in today's applications. */
export function issuePasses(office: PassOffice, { corridors }: Levers, day: number): void {
  const { firstCorridor, officeDays, holders } = office;
  const { passes, isControlled } = corridors;
  for (let row = 0; row < holders.length; row++) {
    const quota = passes[firstCorridor + row];
    if (officeDays[row] === 0) holders[row] = quota;
    else issue(office, row, quota, isControlled[firstCorridor + row] > 0, day);
  }
}

function issue(office: PassOffice, row: number, quota: number, isIssuing: boolean, day: number): void {
  const { officeDays, ringStarts, vehicles, holders, inOffice, granted, applied, refused } = office;
  const today = ringStarts[row] + (day % officeDays[row]);
  const kept = Math.min(holders[row], quota);
  granted[row] = isIssuing ? Math.min(inOffice[today], quota - kept) : 0;
  refused[row] = inOffice[today] - granted[row];
  holders[row] = kept + granted[row];
  inOffice[today] = 0;
  let spokenFor = holders[row];
  for (let slot = ringStarts[row]; slot < ringStarts[row + 1]; slot++) spokenFor += inOffice[slot];
  const fleet = vehicles[row] === Infinity ? quota : vehicles[row];
  applied[row] = isIssuing ? Math.max(0, fleet - spokenFor) : 0;
  inOffice[today] = Math.min(applied[row], Math.max(0, quota - spokenFor));
  refused[row] += applied[row] - inOffice[today];
}

function ringStartsOf({ corridors: { officeDays } }: Chain, { first, length }: Axis): Int32Array {
  const starts = new Int32Array(length + 1);
  for (let row = 0; row < length; row++) starts[row + 1] = starts[row] + officeDays[first + row];
  return starts;
}

const ROUNDING = 1e-9;

function vehiclesOf({ corridors }: Chain, corridor: number): number {
  const { capacityTonnes, freeShare, tonnesPerPass } = corridors;
  const bound = 1 - freeShare[corridor];
  if (!(bound > 0 && tonnesPerPass[corridor] > 0)) return 0;
  return Math.max(0, Math.ceil((capacityTonnes[corridor] * bound) / tonnesPerPass[corridor] - ROUNDING));
}
