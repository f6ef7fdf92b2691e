// The two other orders in which links are kept: by supplier (order books) and by corridor (docks). Both are stable
// counting sorts of the link order, computed once a chain.
import { blockStarts, pickInt, type Shard, axisOf, type Axis } from '#libs/kernel';
import type { Chain } from './chain';

/** Links sorted by (key, link). */
export interface LinkOrder {
  /** Link at each position. */
  readonly links: Int32Array;
}

export interface SupplyOrder extends LinkOrder {
  /** Supplier at each position: ascending. */
  readonly suppliers: Int32Array;
}

export interface DockOrder extends LinkOrder {
  /** Corridor at each position: ascending. */
  readonly corridors: Int32Array;
}

const supplyOrders = new WeakMap<Chain, SupplyOrder>();
const dockOrders = new WeakMap<Chain, DockOrder>();

/** Links by (supplier, link). */
export function supplyOrderOf(chain: Chain): SupplyOrder {
  let order = supplyOrders.get(chain);
  if (!order) {
    const links = sortLinks(chain.links.supplier, chain.enterprises.count);
    order = { links, suppliers: pickInt(links, chain.links.supplier) };
    supplyOrders.set(chain, order);
  }
  return order;
}

/** Links that travel by road, by (corridor, link). */
export function dockOrderOf(chain: Chain): DockOrder {
  let order = dockOrders.get(chain);
  if (!order) {
    const links = sortLinks(chain.links.corridor, chain.corridors.ids.length);
    order = { links, corridors: pickInt(links, chain.links.corridor) };
    dockOrders.set(chain, order);
  }
  return order;
}

/** Corridors of a logistics shard. */
export function corridorAxis(chain: Chain, shard: Shard): Axis {
  return axisOf(blockStarts(chain.corridors.ids.length), shard);
}

/** Position of each of a chain's links in an order; -1 where it has none. */
export function positionsIn({ links }: LinkOrder, linkCount: number): Int32Array {
  const positions = new Int32Array(linkCount).fill(-1);
  for (let position = 0; position < links.length; position++) positions[links[position]] = position;
  return positions;
}

function sortLinks(keys: Int32Array, keyCount: number): Int32Array {
  const next = new Int32Array(keyCount + 1);
  for (let link = 0; link < keys.length; link++) if (keys[link] >= 0) next[keys[link] + 1]++;
  for (let key = 0; key < keyCount; key++) next[key + 1] += next[key];
  const links = new Int32Array(next[keyCount]);
  for (let link = 0; link < keys.length; link++) if (keys[link] >= 0) links[next[keys[link]]++] = link;
  return links;
}
