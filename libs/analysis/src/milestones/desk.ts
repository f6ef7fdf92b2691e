// What the service desk does that people talk about: staff of a sector back beyond a mark, the first train and charter
// bus, a week's masks, a park or hall closed again and reopened. Causes are the levers that brought it about.
import { pulledBy, RETURN_ACTS } from './let-back';
import type { Memory, Tell, TellingDay } from './memory';

/** Marks of the share of staff on post. */
const MARKS = [0.5, 0.8, 0.9];
/** Masks are told by the week. */
const MASK_DAYS = 7;

export function tellDesk(memory: Memory, today: TellingDay, tell: Tell): void {
  tellSeats(memory, today, tell);
  tellStaff(memory, today, tell);
  tellMasks(memory, today, tell);
  tellPlaces(memory, today, tell);
}

function tellSeats(memory: Memory, { desk }: TellingDay, tell: Tell): void {
  for (const way of ['train', 'charter'] as const) {
    const heads = desk.counts[`${way}Heads`];
    if (heads === 0 || memory.waysTold.has(way)) continue;
    memory.waysTold.add(way);
    tell({ type: 'SeatsTaken', causes: pulledBy(memory, [`${way}Seats`]), way, heads });
  }
}

function tellStaff(memory: Memory, { staff }: TellingDay, tell: Tell): void {
  memory.chain.sectors.forEach(({ id, outside }, sector) => {
    const share = staff.returnToPost[sector];
    if (outside || share === null) return;
    const mark = MARKS.reduce((highest, one) => (share >= one ? one : highest), 0);
    const before = memory.staffTold[sector];
    if (!Number.isNaN(before) && mark > before) {
      const causes = pulledBy(memory, RETURN_ACTS);
      tell({ type: 'StaffReturned', causes, sector: id, heads: share * staff.normalHeads(sector), share });
    }
    if (!(mark <= before)) memory.staffTold[sector] = mark;
  });
}

function tellMasks(memory: Memory, { day, desk }: TellingDay, tell: Tell): void {
  const { masks } = memory;
  masks.allotted += desk.counts.masksAllotted;
  if (masks.allotted === 0) return;
  if (masks.since < 0) masks.since = day;
  const overDays = day - masks.since + 1;
  if (overDays < MASK_DAYS) return;
  tell({
    type: 'MasksAllotted',
    causes: pulledBy(memory, ['maskSupply', 'electricityKey']),
    masks: masks.allotted,
    overDays,
  });
  memory.masks = { allotted: 0, since: day + 1 };
}

function tellPlaces(memory: Memory, { desk }: TellingDay, tell: Tell): void {
  desk.closedDays.forEach((days, place) => {
    const closure = memory.closed[place];
    if (days > 0 && closure === undefined) {
      memory.closed[place] = tell({ type: 'PlaceClosed', causes: [], place: memory.chain.parks[place], days });
    } else if (days === 0 && closure !== undefined) {
      tell({ type: 'PlaceReopened', causes: [closure], place: memory.chain.parks[place] });
      memory.closed[place] = undefined;
    }
  });
}
