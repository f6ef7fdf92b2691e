// What the page has found: where the chain is stuck, or that nothing holds it back, and where the shortage is by now.
import type { Chain, DayLoss, DayResult, SectorDay } from '#libs/api';

type Bottleneck = NonNullable<DayResult['bottleneck']>;

/** Below this share of a normal day, nothing holds the chain back, and a sector does not feel a shortage. */
const FELT = 0.01;

/** Below this share of normal, a sector sends or uses too little for its goods to be under way, or missed. */
const MOVING = 0.1;

/**
 * Where the shortage of the bottleneck is. `felt`: today. `later`: sealed days say when, and it was not felt before.
 * `under way`: goods that left before the chain got stuck can still arrive, so many days from today on.
 */
type Reach =
  | { readonly when: 'felt'; readonly sectors: readonly { readonly id: string; readonly yuan: number }[] }
  | { readonly when: 'later'; readonly sector: string; readonly days: number }
  | { readonly when: 'under way'; readonly sector: string; readonly days: number };

export type Finding =
  | {
      readonly state: 'stuck';
      readonly bottleneck: Bottleneck;
      readonly sector: SectorDay | undefined;
      readonly reach: Reach | undefined;
    }
  | { readonly state: 'free'; readonly lostShare: number }
  | { readonly state: 'unaccounted' };

/** Days may be sealed a little before their losses are known. */
const MOST_BEHIND = 3;

/**
 * The day whose losses are shown for a day: itself, or while its own are being accounted for, the last one before it that
 * has them, so that the finding does not come and go with each day.
 */
export function accountedDay(days: readonly DayResult[], day: number): DayResult | undefined {
  for (let at = day; at >= Math.max(0, day - MOST_BEHIND); at--) if (days[at]?.losses) return days[at];
  return days[day];
}

export function findingOf(chain: Chain, days: readonly DayResult[], today: DayResult): Finding {
  const { bottleneck, losses } = today;
  if (bottleneck) {
    const sector = today.sectors.find(({ id }) => id === bottleneck.sector);
    return { state: 'stuck', bottleneck, sector, reach: reachOf(chain, days, today.day, bottleneck) };
  }
  if (losses === null) return { state: 'unaccounted' };
  const normal = chain.sectors.reduce((sum, { baseValueAddedYuan }) => sum + baseValueAddedYuan, 0);
  return { state: 'free', lostShare: normal > 0 ? today.chain.lostValueAddedYuan / normal : 0 };
}

/** Of a sector's lost value added today, what is lost through the bottleneck. */
export function lostThrough(
  sector: SectorDay,
  bottleneck: Pick<DayLoss, 'cause' | 'sector'> | null,
): DayLoss | undefined {
  return bottleneck
    ? sector.losses.find((one) => one.cause === bottleneck.cause && one.sector === bottleneck.sector)
    : undefined;
}

function reachOf(chain: Chain, days: readonly DayResult[], day: number, bottleneck: Bottleneck): Reach | undefined {
  const after = downstream(chain, bottleneck.sector);
  const feltOn = (at: DayResult | undefined): { id: string; yuan: number }[] =>
    chain.sectors
      .filter(({ id }) => after.has(id))
      .flatMap(({ id, baseValueAddedYuan }) => {
        const sector = at?.sectors.find((one) => one.id === id);
        const yuan = (sector && lostThrough(sector, bottleneck)?.yuan) ?? 0;
        return yuan >= FELT * baseValueAddedYuan && yuan > 0 ? [{ id, yuan }] : [];
      })
      .sort((one, other) => other.yuan - one.yuan);
  const felt = feltOn(days[day]);
  if (felt.length > 0) return { when: 'felt', sectors: felt.slice(0, 2) };
  for (let before = bottleneck.sinceDay; before < day; before++) if (feltOn(days[before]).length > 0) return undefined;
  for (let later = day + 1; later < days.length; later++) {
    const [first] = feltOn(days[later]);
    if (first) return { when: 'later', sector: first.id, days: later - day };
  }
  const next = chain.flows
    .filter(({ from, to }) => from === bottleneck.sector && after.has(to))
    .sort((one, other) => other.baseYuan - one.baseYuan)[0];
  if (next === undefined || !isMoving(days[bottleneck.sinceDay - 1], bottleneck.sector)) return undefined;
  const left = bottleneck.sinceDay + next.days - day;
  // Days that are known say better what arrived.
  const isAhead = left > 0 && day + left >= days.length;
  return isAhead && isMoving(days[day], next.to) ? { when: 'under way', sector: next.to, days: left } : undefined;
}

/** Whether a sector makes enough on a day for its goods to be noticed. */
function isMoving(day: DayResult | undefined, id: string | null): boolean {
  const sector = day?.sectors.find((one) => one.id === id);
  return sector !== undefined && sector.capacityRecovery >= MOVING;
}

/** Sectors that are supplied by one, over however many others. */
function downstream({ flows }: Chain, from: string | null): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = from === null ? [] : [from];
  for (let sector = open.pop(); sector !== undefined; sector = open.pop()) {
    for (const flow of flows) {
      if (flow.from !== sector || flow.to === from || reached.has(flow.to)) continue;
      reached.add(flow.to);
      open.push(flow.to);
    }
  }
  return reached;
}
