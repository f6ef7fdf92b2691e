// Along which links a loss spreads, and how much of it arrives. A loss arrives in slots of its receiver; the receiver
// loses the largest of its slots, and inside a slot losses add up.
// Downstream, supplier i -> buyer j: one slot for each essential market p, weight W_ij / sum over p of W_j; one slot for
// all non-essential inputs together, weight W_ij / sum of all that j buys; ignored inputs have none.
// Upstream, buyer j -> supplier i: one slot, weight W_ij / out_i.
import type { SupplyNetwork } from './network';

/** Links by the enterprise whose loss they carry on. */
export interface Paths {
  /** First link of each enterprise and, last, their number. */
  readonly starts: Int32Array;
  readonly slot: Int32Array;
  readonly weight: Float64Array;
  /** Enterprise whose slot it is. */
  readonly owner: Int32Array;
}

export function upstreamPaths({ count, outputYuan, links }: SupplyNetwork): Paths {
  const weight = links.flowYuan.map((flow, link) => flow / outputYuan[links.supplier[link]]);
  const owner = Int32Array.from({ length: count }, (_, row) => row);
  return byCarrier(count, links.buyer, { slot: links.supplier, weight, owner });
}

export function downstreamPaths(network: SupplyNetwork): Paths {
  const { count, links } = network;
  const { buyer, flowYuan, need } = links;
  const boughtYuan = new Float64Array(count);
  for (let link = 0; link < links.count; link++) boughtYuan[buyer[link]] += flowYuan[link];
  const slot = new Int32Array(links.count).fill(-1);
  const weight = new Float64Array(links.count);
  const mixed = new Int32Array(count).fill(-1);
  const owners: number[] = [];
  for (let first = 0; first < links.count;) {
    const end = endOfMarket(network, first);
    const row = buyer[first];
    let rank = 0;
    let marketYuan = 0;
    for (let link = first; link < end; link++) {
      rank = Math.max(rank, need[link]);
      marketYuan += flowYuan[link];
    }
    let arrival = -1;
    if (rank === 2) arrival = owners.push(row) - 1;
    else if (rank === 1) {
      if (mixed[row] < 0) mixed[row] = owners.push(row) - 1;
      arrival = mixed[row];
    }
    const wholeYuan = rank === 2 ? marketYuan : boughtYuan[row];
    for (let link = first; link < end; link++) {
      slot[link] = arrival;
      weight[link] = flowYuan[link] / wholeYuan;
    }
    first = end;
  }
  return byCarrier(count, links.supplier, { slot, weight, owner: Int32Array.from(owners) });
}

/** End of the run of links on which one buyer buys in one market. */
function endOfMarket({ links, market }: SupplyNetwork, first: number): number {
  const row = links.buyer[first];
  const sold = market[links.supplier[first]];
  let end = first + 1;
  while (end < links.count && links.buyer[end] === row && market[links.supplier[end]] === sold) end++;
  return end;
}

/** A stable counting sort by the enterprise whose loss a link carries; links without a slot are left out. */
function byCarrier(count: number, carrier: Int32Array, { slot, weight, owner }: Omit<Paths, 'starts'>): Paths {
  const starts = new Int32Array(count + 1);
  for (let link = 0; link < slot.length; link++) if (slot[link] >= 0) starts[carrier[link] + 1]++;
  for (let row = 0; row < count; row++) starts[row + 1] += starts[row];
  const next = starts.slice();
  const sorted = { slot: new Int32Array(starts[count]), weight: new Float64Array(starts[count]) };
  for (let link = 0; link < slot.length; link++) {
    if (slot[link] < 0) continue;
    const at = next[carrier[link]]++;
    sorted.slot[at] = slot[link];
    sorted.weight[at] = weight[link];
  }
  return { starts, ...sorted, owner };
}
