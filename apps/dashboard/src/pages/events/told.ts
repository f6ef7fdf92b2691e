// Milestones as rows of a list: chosen, in order, by day, with enterprises that resume together as one; and what led to what.
import type { MilestoneTold } from '#libs/api';

export interface Wanted {
  readonly type: string | undefined;
  readonly sector: string | undefined;
  /** Part of an enterprise's id, or of the sentence. */
  readonly search: string;
  readonly from: number;
  readonly to: number;
}

export type EventRow =
  | { readonly of: 'day'; readonly day: number; readonly count: number }
  /** One event, or several of one kind, cause and day. */
  | { readonly of: 'event'; readonly told: MilestoneTold; readonly members: readonly MilestoneTold[] };

export function isWanted(one: MilestoneTold, { type, sector, search, from, to }: Wanted): boolean {
  if (one.day < from || one.day > to) return false;
  if (type !== undefined && one.type !== type) return false;
  if (sector !== undefined && one.sector !== sector) return false;
  if (search === '') return true;
  const text = `${one.enterprise ?? ''} ${one.text.en} ${one.text.zh ?? ''}`.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** @param events in the order in which they happened */
export function rowsOf(events: readonly MilestoneTold[], isNewestFirst: boolean): EventRow[] {
  const days: { day: number; groups: MilestoneTold[][]; count: number }[] = [];
  for (const one of events) {
    let last = days.at(-1);
    if (last?.day !== one.day) days.push((last = { day: one.day, groups: [], count: 0 }));
    last.count++;
    const group = last.groups.at(-1);
    if (group && isTogether(group[0], one)) group.push(one);
    else last.groups.push([one]);
  }
  const ordered = isNewestFirst ? days.reverse() : days;
  return ordered.flatMap(({ day, groups, count }): EventRow[] => [
    { of: 'day', day, count },
    // Inside a day the story always goes on downwards.
    ...groups.map((members): EventRow => ({ of: 'event', told: members[0], members })),
  ]);
}

function isTogether(first: MilestoneTold, one: MilestoneTold): boolean {
  return (
    first.type === 'EnterpriseResumed' &&
    one.type === first.type &&
    one.sector === first.sector &&
    one.causes.join() === first.causes.join()
  );
}

/** By id, what each event led to. */
export function effectsOf(events: readonly MilestoneTold[]): ReadonlyMap<string, readonly MilestoneTold[]> {
  const effects = new Map<string, MilestoneTold[]>();
  for (const one of events) {
    for (const cause of one.causes) {
      const known = effects.get(cause);
      if (known) known.push(one);
      else effects.set(cause, [one]);
    }
  }
  return effects;
}

/** What matters most of a day, the first the most. */
const WEIGHT = [
  ...['BottleneckMoved', 'BottleneckOpened', 'BottleneckCleared', 'MarketOpened', 'SectorResumed'],
  ...['ShortageReachedSector', 'ShortageLeftSector', 'PlaceClosed', 'FirstContainerLeft', 'ContractCancelled'],
  ...['ContractLate', 'StaffReturned', 'SeatsTaken', 'MasksAllotted', 'PassGranted', 'LeverPulled'],
];

/** The headline: of the last day up to `day` on which something happened, what matters most. */
export function latestOf(
  events: readonly MilestoneTold[],
  day: number,
): { readonly told: MilestoneTold; readonly more: number } | undefined {
  const last = events.reduce((newest, one) => (one.day <= day ? Math.max(newest, one.day) : newest), -1);
  const ofDay = events.filter((one) => one.day === last);
  if (ofDay.length === 0) return undefined;
  const rank = ({ type }: MilestoneTold): number => {
    const at = WEIGHT.indexOf(type);
    return at < 0 ? WEIGHT.length : at;
  };
  return { told: ofDay.reduce((most, one) => (rank(one) < rank(most) ? one : most)), more: ofDay.length - 1 };
}

/** A sentence without the date that it begins with: the day stands above it. */
export function withoutDate(text: string): string {
  const told = text.replace(/^\d{4}-\d\d-\d\d(?:: |：)/, '');
  // An id that begins a sentence stays as it is written.
  return /^\S*\d|[\u4e00-\u9fff]/.test(told) ? told : told.charAt(0).toUpperCase() + told.slice(1);
}

export const isAboutBottleneck = (type: string): boolean => type === 'BottleneckOpened' || type === 'BottleneckMoved';
