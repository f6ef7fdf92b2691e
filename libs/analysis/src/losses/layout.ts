// Where things lie: links of a buyer by class (segments), of a supplier, of a corridor, and groups of links that arrive
// together. A group is a segment's links by road with one time of travel, or its direct links: what the buyer sees as one
// arrival. Links themselves keep the chain's order, (buyer, class, supplier).
import type { Chain } from '#libs/model';

export interface Layout {
  readonly links: number;
  /** First link bought on, first segment and first link sold on of each enterprise; last, the end. */
  readonly linkStarts: Int32Array;
  readonly segmentStarts: Int32Array;
  readonly supplyStarts: Int32Array;
  readonly slots: SupplySlots;
  readonly segments: Segments;
  readonly segmentOfLink: Int32Array;
  readonly groups: Groups;
  readonly docks: Docks;
}

/** Links sorted by (supplier, link): what suppliers go through. A position in this order is a slot. */
interface SupplySlots {
  readonly links: Int32Array;
  readonly ofLink: Int32Array;
  readonly flowYuan: Float64Array;
  /** Segment that orders over the slot. */
  readonly segment: Int32Array;
}

interface Segments {
  readonly count: number;
  /** First link of each segment and, last, the end. */
  readonly starts: Int32Array;
  /** First group of each segment and, last, the end. */
  readonly groupStarts: Int32Array;
  /** A: base use. n A: base stock before a day's deliveries. */
  readonly use: Float64Array;
  readonly baseStock: Float64Array;
  /** 0 none, 1 important, 2 critical; 0 also where the input is unlimited. */
  readonly need: Uint8Array;
}

interface Groups {
  readonly count: number;
  readonly segment: Int32Array;
  /** Days between release and arrival's frame, without a checkpoint; -1 for direct links. */
  readonly travelDays: Int32Array;
  readonly ofLink: Int32Array;
  /** Links sorted by (group, link), and the first of each group. */
  readonly links: Int32Array;
  readonly starts: Int32Array;
}

interface Docks {
  /** Links by road sorted by (corridor, link), and the first of each corridor. */
  readonly links: Int32Array;
  readonly starts: Int32Array;
}

export function layoutOf(chain: Chain): Layout {
  const { links, enterprises } = chain;
  const { count } = enterprises;
  const linkStarts = startsOf(links.buyer, count);
  const supply = sortBy(links.supplier, count);
  const { segments, segmentOfLink, segmentStarts } = segmentsOf(chain);
  const groups = groupsOf(chain, segmentOfLink);
  const { corridor } = links;
  const corridors = chain.corridors.ids.length;
  const docks = sortBy(corridor, corridors);
  return {
    links: links.count,
    linkStarts,
    segmentStarts,
    supplyStarts: supply.starts,
    slots: slotsOf(supply.rows, links.flowYuan, segmentOfLink),
    segments: { ...segments, groupStarts: startsOf(groups.segment, segments.count) },
    segmentOfLink,
    groups,
    docks: { links: docks.rows, starts: docks.starts },
  };
}

function slotsOf(links: Int32Array, flowYuan: Float64Array, segmentOfLink: Int32Array): SupplySlots {
  const ofLink = new Int32Array(links.length);
  for (let slot = 0; slot < links.length; slot++) ofLink[links[slot]] = slot;
  const flow = new Float64Array(links.length);
  for (let slot = 0; slot < links.length; slot++) flow[slot] = flowYuan[links[slot]];
  return { links, ofLink, flowYuan: flow, segment: links.map((link) => segmentOfLink[link]) };
}

function segmentsOf({ links, linkKinds, enterprises }: Chain): {
  segments: Omit<Segments, 'groupStarts'>;
  segmentOfLink: Int32Array;
  segmentStarts: Int32Array;
} {
  const { buyer, productClass, flowYuan, kind } = links;
  const segmentOfLink = new Int32Array(links.count);
  const buyers: number[] = [];
  for (let link = 0; link < links.count; link++) {
    const isNew = link === 0 || buyer[link] !== buyer[link - 1] || productClass[link] !== productClass[link - 1];
    if (isNew) buyers.push(buyer[link]);
    segmentOfLink[link] = buyers.length - 1;
  }
  const count = buyers.length;
  const segments = {
    count,
    starts: startsOf(segmentOfLink, count),
    use: new Float64Array(count),
    baseStock: new Float64Array(count),
    need: new Uint8Array(count),
  };
  for (let link = 0; link < links.count; link++) {
    const s = segmentOfLink[link];
    const { coverDays, need, unlimited } = linkKinds[kind[link]];
    segments.use[s] += flowYuan[link];
    segments.baseStock[s] += coverDays * flowYuan[link];
    const rank = need === 'critical' ? 2 : need === 'important' ? 1 : 0;
    if (!unlimited) segments.need[s] = Math.max(segments.need[s], rank);
  }
  return { segments, segmentOfLink, segmentStarts: startsOf(Int32Array.from(buyers), enterprises.count) };
}

function groupsOf({ links, linkKinds }: Chain, segmentOfLink: Int32Array): Groups {
  const groupOfLink = new Int32Array(links.count);
  const segment: number[] = [];
  const travelDays: number[] = [];
  for (let link = 0; link < links.count; link++) {
    const days = links.corridor[link] < 0 ? -1 : linkKinds[links.kind[link]].leadDays - 2;
    let group = segment.length - 1;
    while (group >= 0 && segment[group] === segmentOfLink[link] && travelDays[group] !== days) group--;
    if (group < 0 || segment[group] !== segmentOfLink[link]) {
      group = segment.push(segmentOfLink[link]) - 1;
      travelDays.push(days);
    }
    groupOfLink[link] = group;
  }
  const count = segment.length;
  const sorted = sortBy(groupOfLink, count);
  return {
    count,
    segment: Int32Array.from(segment),
    travelDays: Int32Array.from(travelDays),
    ofLink: groupOfLink,
    links: sorted.rows,
    starts: sorted.starts,
  };
}

/** Rows by ascending key, stable; rows with a key below 0 are left out. */
function sortBy(keys: Int32Array, keyCount: number): { rows: Int32Array; starts: Int32Array } {
  const starts = startsOf(keys, keyCount);
  const next = starts.slice();
  const rows = new Int32Array(starts[keyCount]);
  for (let row = 0; row < keys.length; row++) if (keys[row] >= 0) rows[next[keys[row]]++] = row;
  return { rows, starts };
}

/** How many keys lie below each key: where its rows start once they are sorted; last, their number. */
function startsOf(keys: Int32Array, keyCount: number): Int32Array {
  const starts = new Int32Array(keyCount + 1);
  for (let row = 0; row < keys.length; row++) if (keys[row] >= 0) starts[keys[row] + 1]++;
  for (let key = 0; key < keyCount; key++) starts[key + 1] += starts[key];
  return starts;
}
