// Who holds the day back. A day that is open and not sealed is ordinary for a moment; it is held back when the same day is
// still the newest a moment later.
import type { System } from '#libs/api';

export type Holder =
  | { readonly type: 'store' }
  | { readonly type: 'service'; readonly service: string }
  | { readonly type: 'gap'; readonly run: string; readonly gap: string }
  | { readonly type: 'late'; readonly who: string; readonly run: string; readonly day: number; readonly forMs: number }
  | { readonly type: 'nobody'; readonly runs: number };

/** Since when the newest sealed day of a run is what it is. */
export interface Standstill {
  readonly run: string;
  readonly projectedDay: number;
  readonly sinceMs: number;
}

const LATE_MS = 2_500;

/** @returns standstills as of now, to be given with the next look */
export function standstills(before: readonly Standstill[], system: System, nowMs: number): readonly Standstill[] {
  return system.runs.map(({ run, projectedDay }) => {
    const known = before.find((one) => one.run === run && one.projectedDay === projectedDay);
    return known ?? { run, projectedDay, sinceMs: nowMs };
  });
}

export function holderOf(system: System, still: readonly Standstill[], nowMs: number): Holder {
  if (system.store === 'away') return { type: 'store' };
  const away = system.services.find(({ isReady }) => !isReady);
  if (away) return { type: 'service', service: away.name };
  const broken = system.runs.find(({ gap }) => gap !== null);
  if (broken) return { type: 'gap', run: broken.run, gap: broken.gap ?? '' };
  for (const { run, openedDay, projectedDay } of system.runs) {
    const forMs = nowMs - (still.find((one) => one.run === run)?.sinceMs ?? nowMs);
    if (openedDay <= projectedDay || forMs < LATE_MS) continue;
    return { type: 'late', who: blamed(system, run), run, day: projectedDay + 1, forMs };
  }
  return { type: 'nobody', runs: system.runs.length };
}

/** Who is waited for and waits for nobody; else who is waited for most; else the one that sums the day up. */
function blamed({ services }: System, run: string): string {
  const counts = new Map<string, number>();
  for (const { runs, waitsFor } of services) {
    if (waitsFor === null || !runs.includes(run)) continue;
    for (const whom of waitsFor.split(', ')) counts.set(whom, (counts.get(whom) ?? 0) + 1);
  }
  const waits = (name: string): boolean =>
    services.some((one) => one.waitsFor !== null && (name === one.name || name.startsWith(`${one.name}-`)));
  const order: readonly (readonly [string, number])[] = [...counts].sort(
    (a, b) => Number(waits(a[0])) - Number(waits(b[0])) || b[1] - a[1] || (a[0] < b[0] ? -1 : 1),
  );
  const [[who] = ['recovery']] = order;
  // Control opens no further day while the days that are open have not been summed up.
  return who === 'control' ? 'recovery' : who;
}
