// Which sectors a lever, curve or shock acts on, and which sectors deal with each other: what milestones need to name
// their causes.
import type { Chain } from '#libs/model';
import type { LeverSchedule } from '#libs/scenario';

/** Per track, the sectors it acts on through any of its groups. */
export function sectorsOfTracks(chain: Chain, schedule: LeverSchedule): readonly ReadonlySet<number>[] {
  const acting = schedule.tracks.map(() => new Set<number>());
  const { capacityGroup, gateGroup, utilityGroup, demandGroup, finishedGroup, sector, count } = chain.enterprises;
  const groups = [
    { of: capacityGroup, tracks: schedule.capacity },
    { of: gateGroup, tracks: schedule.open },
    { of: utilityGroup, tracks: schedule.utility },
    { of: demandGroup, tracks: schedule.demand },
    { of: finishedGroup, tracks: schedule.finishedTarget },
  ];
  for (const { of, tracks } of groups) {
    const seen = new Uint8Array(tracks.length * chain.sectors.length);
    for (let i = 0; i < count; i++) {
      const key = of[i] * chain.sectors.length + sector[i];
      if (seen[key]) continue;
      seen[key] = 1;
      for (const track of tracks[of[i]]) acting[track].add(sector[i]);
    }
  }
  return acting;
}

export interface SectorGraph {
  /** Sectors that sell to, and buy from, each sector. */
  readonly suppliers: readonly (readonly number[])[];
  readonly customers: readonly (readonly number[])[];
}

export function sectorGraph({ sectors, links, enterprises }: Chain): SectorGraph {
  const n = sectors.length;
  const { supplier, buyer, count } = links;
  const { sector } = enterprises;
  const deals = new Uint8Array(n * n); // From x to: 1 where the one sells to the other.
  for (let link = 0; link < count; link++) deals[sector[supplier[link]] * n + sector[buyer[link]]] = 1;
  const all = sectors.map((_, s) => s);
  return {
    suppliers: all.map((to) => all.filter((from) => deals[from * n + to] === 1)),
    customers: all.map((from) => all.filter((to) => deals[from * n + to] === 1)),
  };
}
