// Who sends which rows to whom: the frames' fixed row lists, computed alike at both ends.
// orders: buyer -> supplier, in link order. deliveries: supplier -> buyer on direct links, logistics -> buyer on roads.
// consignments: supplier -> logistics. reports: everybody -> recovery.
import { axisOf, type Axis, type Party, type Route, type Shard } from '#libs/kernel';
import type { Channel } from '#libs/messages';
import type { Chain } from './chain';
import { corridorAxis, dockOrderOf, supplyOrderOf } from './network';
import { enterpriseBlocks, rowBlocks, stageRange, type EnterpriseStage } from './part';

const ENTERPRISE_STAGES: readonly EnterpriseStage[] = ['plants', 'markets', 'exporters'];

/** What a stage of enterprises sends: orders to suppliers, goods to direct buyers and to docks, reports to recovery. */
export function enterpriseRoutes(chain: Chain, stage: EnterpriseStage, shard: Shard, reports: readonly string[]): Route[] {
  const { links } = chain;
  const blocks = enterpriseBlocks(chain, stage);
  const supply = supplyOrderOf(chain);
  const inputs = axisOf(rowBlocks(blocks, links.buyer), shard);
  const supplies = axisOf(rowBlocks(blocks, supply.suppliers), shard);
  const from = { stage, shard: shard.index };
  const orders = cutRoutes({
    from, channel: 'orders', columns: ['orderedYuan'], rows: inputs, shards: shard.count,
    linkAt: (row) => row,
    receiverOf: (link) => supplierSide(chain, link),
  });
  const goods = ['shippedYuan', ...(carriesCapacity(chain) ? ['capacityRatio'] : [])];
  const direct = cutRoutes({
    from, channel: 'deliveries', columns: goods, rows: supplies, shards: shard.count,
    linkAt: (row) => supply.links[row],
    receiverOf: (link) => (links.corridor[link] < 0 ? buyerSide(chain, link) : undefined),
  });
  const byRoad = cutRoutes({
    from, channel: 'consignments', columns: ['shippedYuan'], rows: supplies, shards: shard.count,
    linkAt: (row) => supply.links[row],
    receiverOf: (link) => (links.corridor[link] < 0 ? undefined : dockSide(chain, link)),
  });
  return [...orders, ...byRoad, ...direct, reportRoute(from, reports)];
}

/** What logistics sends: deliveries to buyers, its report to recovery. */
export function logisticsRoutes(chain: Chain, shard: Shard, reports: readonly string[]): Route[] {
  const dock = dockOrderOf(chain);
  const from = { stage: 'logistics' as const, shard: shard.index };
  const deliveries = cutRoutes({
    from, channel: 'deliveries', columns: ['releasedYuan'], rows: dockAxis(chain, shard), shards: shard.count,
    linkAt: (row) => dock.links[row],
    receiverOf: (link) => buyerSide(chain, link),
  });
  return [...deliveries, reportRoute(from, reports)];
}

/** Dock slots (links on roads) of a logistics shard, blocks by corridor. */
export function dockAxis(chain: Chain, shard: Shard): Axis {
  const corridors = corridorAxis(chain, { index: 0, count: 1 });
  return axisOf(rowBlocks(corridors.starts, dockOrderOf(chain).corridors), shard);
}

/** Whether deliveries tell what share of base capacity their supplier has: only the order split by capacity asks. */
export function carriesCapacity({ rules }: Chain): boolean {
  return rules.orders.rule === 'ario' && rules.orders.split === 'by-capacity';
}

interface Side {
  readonly stage: Party['stage'];
  /** Chain-wide row on that side. */
  readonly row: number;
  /** First row of each block on that side. */
  readonly blocks: Int32Array;
}

type Sides = Record<EnterpriseStage, Int32Array>;
const inputBlocks = new WeakMap<Chain, Sides>();
const supplyBlocks = new WeakMap<Chain, Sides>();
const dockBlocks = new WeakMap<Chain, Int32Array>();

function sidesOf(cache: WeakMap<Chain, Sides>, chain: Chain, owners: Int32Array): Sides {
  let sides = cache.get(chain);
  if (!sides) {
    const blocks = ENTERPRISE_STAGES.map((stage) => rowBlocks(enterpriseBlocks(chain, stage), owners));
    sides = { plants: blocks[0], markets: blocks[1], exporters: blocks[2] };
    cache.set(chain, sides);
  }
  return sides;
}

function stageOf({ enterprises }: Chain, enterprise: number): EnterpriseStage {
  if (enterprise < stageRange(enterprises, 'plants').end) return 'plants';
  return enterprise < stageRange(enterprises, 'markets').end ? 'markets' : 'exporters';
}

function supplierSide(chain: Chain, link: number): Side {
  const order = supplyOrderOf(chain);
  const stage = stageOf(chain, chain.links.supplier[link]);
  return { stage, row: order.positions[link], blocks: sidesOf(supplyBlocks, chain, order.suppliers)[stage] };
}

function buyerSide(chain: Chain, link: number): Side {
  const stage = stageOf(chain, chain.links.buyer[link]);
  return { stage, row: link, blocks: sidesOf(inputBlocks, chain, chain.links.buyer)[stage] };
}

function dockSide(chain: Chain, link: number): Side {
  let blocks = dockBlocks.get(chain);
  if (!blocks) {
    blocks = rowBlocks(corridorAxis(chain, { index: 0, count: 1 }).starts, dockOrderOf(chain).corridors);
    dockBlocks.set(chain, blocks);
  }
  return { stage: 'logistics', row: dockOrderOf(chain).positions[link], blocks };
}

interface Cutting {
  readonly from: Route['from'];
  readonly channel: Channel;
  readonly columns: readonly string[];
  /** Rows of the sender's shard; the row lists are local to it. */
  readonly rows: Axis;
  readonly shards: number;
  readonly linkAt: (row: number) => number;
  readonly receiverOf: (link: number) => Side | undefined;
}

/** Deals the sender's rows out to receiving shards, in two passes: count, then fill. */
function cutRoutes({ from, channel, columns, rows, shards, linkAt, receiverOf }: Cutting): Route[] {
  const parties: Party[] = (['plants', 'logistics', 'markets', 'exporters'] as const).flatMap((stage) =>
    Array.from({ length: shards }, (_, shard) => ({ stage, shard })),
  );
  const party = new Int32Array(rows.length).fill(-1);
  const receiverRow = new Int32Array(rows.length);
  const counts = new Int32Array(parties.length);
  const stageNumber = { plants: 0, logistics: 1, markets: 2, exporters: 3, recovery: 4 };
  for (let row = 0; row < rows.length; row++) {
    const side = receiverOf(linkAt(rows.first + row));
    if (!side) continue;
    const shard = shardOfRow(side, shards);
    party[row] = stageNumber[side.stage] * shards + shard;
    receiverRow[row] = side.row - side.blocks[Math.floor((shard * 64) / shards)];
    counts[party[row]]++;
  }
  const filled = new Int32Array(parties.length);
  const routes = parties.map((to, i): Route => ({
    channel, from, to, columns, senderRows: new Int32Array(counts[i]), receiverRows: new Int32Array(counts[i]),
  }));
  for (let row = 0; row < rows.length; row++) {
    if (party[row] < 0) continue;
    const route = routes[party[row]];
    const at = filled[party[row]]++;
    (route.senderRows as Int32Array)[at] = row;
    route.receiverRows[at] = receiverRow[row];
  }
  return routes.filter((_, i) => counts[i] > 0);
}

function shardOfRow({ row, blocks }: Side, shards: number): number {
  if (shards === 1) return 0;
  let shard = 0;
  while (shard + 1 < shards && row >= blocks[Math.floor(((shard + 1) * 64) / shards)]) shard++;
  return shard;
}

function reportRoute(from: Route['from'], columns: readonly string[]): Route {
  return { channel: 'reports', from, to: { stage: 'recovery', shard: 0 }, columns, senderRows: 'all', receiverRows: new Int32Array(0) };
}
