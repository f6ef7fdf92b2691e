// The path of the bottleneck as milestones: the root cause with the day's largest attributed loss opens, moves and clears.
// A pair that leads for a single day is a wobble and is not told.
import type { Milestone } from '#libs/messages';
import type { LossSummary } from '../losses/loss-fold';

type Bottleneck = Extract<Milestone, { type: 'BottleneckOpened' | 'BottleneckMoved' | 'BottleneckCleared' }>;
type Day = LossSummary['bottleneck'][number];

const HELD_DAYS = 2;

/** @param days of the run on which something holds the chain back, ascending. @param end first day not run */
export function bottleneckMilestones(days: readonly Day[], end: number): Bottleneck[] {
  const told: Bottleneck[] = [];
  const idOf = (day: number): string => `${day}.bottleneck`;
  let open: { readonly day: Day; readonly id: string; readonly since: number } | undefined;
  let last = -1;
  const clear = (): void => {
    if (!open) return;
    const { sector, cause } = open.day;
    const id = `${last + 1}.bottleneck-cleared`;
    told.push({
      ...{ type: 'BottleneckCleared', id, day: last + 1, causes: [open.id], sector, cause },
      afterDays: last + 1 - open.since,
    });
    open = undefined;
  };
  days.forEach((day, at) => {
    if (open && day.day > last + 1) clear();
    last = day.day;
    if (open && isSame(open.day, day)) return;
    if (!isHeld(days, at)) return;
    const { sector, cause, share } = day;
    const id = idOf(day.day);
    if (open) {
      const { sector: fromSector, cause: fromCause } = open.day;
      told.push({
        ...{ type: 'BottleneckMoved', id, day: day.day, causes: [open.id], sector, cause, share },
        ...{ fromSector, fromCause },
      });
    } else told.push({ type: 'BottleneckOpened', id, day: day.day, causes: [], sector, cause, share });
    open = { day, id, since: open?.since ?? day.day };
  });
  if (last + 1 < end) clear();
  return told;
}

function isSame(a: Day, b: Day): boolean {
  return a.sector === b.sector && a.cause === b.cause;
}

/** Whether the pair leads on the days that follow, too. */
function isHeld(days: readonly Day[], at: number): boolean {
  for (let next = 1; next < HELD_DAYS; next++) {
    const other = days.at(at + next);
    if (other?.day !== days[at].day + next || !isSame(other, days[at])) return false;
  }
  return true;
}
