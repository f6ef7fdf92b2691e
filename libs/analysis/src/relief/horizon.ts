// How far a relaxation is followed: at least 28 days, and twice the longest way of goods through the chain, so that what
// is lifted at its start can reach its end.
import type { Chain } from '#libs/model';

const LEAST_DAYS = 28;
/** A day in the order book and one for use beside the way itself. */
const DAYS_A_LINK = 1;

/** Days for which relief is followed. */
export function reliefDays(chain: Chain): number {
  return Math.max(LEAST_DAYS, 2 * longestWayDays(chain));
}

/** Days on the longest way from sector to sector, no sector twice: its links' longest lead times. */
export function longestWayDays({ sectors, links, linkKinds, enterprises }: Chain): number {
  const days = sectors.map(() => new Map<number, number>());
  for (let link = 0; link < links.count; link++) {
    const from = days[enterprises.sector[links.supplier[link]]];
    const to = enterprises.sector[links.buyer[link]];
    const lead = linkKinds[links.kind[link]].leadDays + DAYS_A_LINK;
    if ((from.get(to) ?? 0) < lead) from.set(to, lead);
  }
  const visited = new Uint8Array(sectors.length);
  let steps = 0;
  const longest = (sector: number): number => {
    // Chains have some ten sectors; in one with very many the search ends, and 28 days or what it found must do.
    if (visited[sector] || ++steps > MOST_STEPS) return 0;
    visited[sector] = 1;
    let most = 0;
    for (const [to, lead] of days[sector]) if (!visited[to]) most = Math.max(most, lead + longest(to));
    visited[sector] = 0;
    return most;
  };
  return sectors.reduce((most, _, sector) => Math.max(most, longest(sector)), 0);
}

const MOST_STEPS = 100_000;
