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
    const seen = new Set<number>();
    for (let i = 0; i < count; i++) {
      const key = of[i] * chain.sectors.length + sector[i];
      if (seen.has(key)) continue;
      seen.add(key);
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
  const suppliers = sectors.map(() => new Set<number>());
  const customers = sectors.map(() => new Set<number>());
  for (let link = 0; link < links.count; link++) {
    const from = enterprises.sector[links.supplier[link]];
    const to = enterprises.sector[links.buyer[link]];
    suppliers[to].add(from);
    customers[from].add(to);
  }
  const sorted = (sets: Set<number>[]): number[][] => sets.map((set) => [...set].sort((a, b) => a - b));
  return { suppliers: sorted(suppliers), customers: sorted(customers) };
}
