// Who sends which rows to whom: the frames' fixed row lists, computed alike at both ends.
// orders: buyer -> supplier, in link order. deliveries: supplier -> buyer on direct links, logistics -> buyer on roads.
// consignments: supplier -> logistics. reports: everybody -> recovery, the desk's clients -> support.
// allocations: support -> its clients.
import { axisOf, blocksOf, lessBy, pickInt, type Axis, type Party, type Route, type Shard } from '#libs/kernel';
import type { Channel } from '#libs/messages';
import type { Chain } from './chain';
import { corridorAxis, dockOrderOf, positionsIn, supplyOrderOf } from './network';
import { enterpriseBlocks, rowBlocks, type EnterpriseStage } from './part';
import { allocationRoutes, clientRoutes } from './support/client-routes';

const ENTERPRISE_STAGES: readonly EnterpriseStage[] = ['plants', 'markets', 'exporters'];

/** What a stage of enterprises sends: orders to suppliers, goods to direct buyers and to docks, reports to recovery. */
export function enterpriseRoutes(
  chain: Chain,
  stage: EnterpriseStage,
  shard: Shard,
  reports: readonly string[],
): Route[] {
  const { buyer, corridor, count } = chain.links;
  const blocks = enterpriseBlocks(chain, stage);
  const supply = supplyOrderOf(chain);
  const dock = dockOrderOf(chain);
  const inputs = axisOf(rowBlocks(blocks, buyer), shard);
  const supplies = axisOf(rowBlocks(blocks, supply.suppliers), shard);
  const sold = supply.links.subarray(supplies.first, supplies.first + supplies.length);
  const from = { stage, shard: shard.index };
  const orders = cutRoutes({
    ...{ from, channel: 'orders', columns: ['orderedYuan'] },
    receiverRows: positionsIn(supply, count).subarray(inputs.first, inputs.first + inputs.length),
    receivers: enterpriseReceivers(chain, supply.suppliers, shard.count),
  });
  const direct = cutRoutes({
    ...{
      from,
      channel: 'deliveries',
      columns: carriesCapacity(chain) ? ['shippedYuan', 'capacityRatio'] : ['shippedYuan'],
    },
    // Without roads every link is direct, and the list of links will do as it is.
    receiverRows: dock.links.length > 0 ? directOf(sold, corridor) : sold,
    receivers: enterpriseReceivers(chain, buyer, shard.count),
  });
  return [
    ...orders.map(inReceiversOrder),
    ...consignmentRoutes(chain, from, supplies, shard.count),
    ...direct,
    reportRoute(from, reports),
    ...clientRoutes(chain, stage, shard),
  ];
}

/**
 * Goods for docks. The rows stand in the order of the dock's, not of the sender's: the dock adds goods to goods, and
 * adding here and there costs more than reading here and there.
 */
function consignmentRoutes(chain: Chain, from: Route['from'], supplies: Axis, shards: number): Route[] {
  const supplyRow = positionsIn(supplyOrderOf(chain), chain.links.count);
  const dock = dockOrderOf(chain).links;
  const { parties, starts } = dockReceivers(chain, shards);
  const columns = ['shippedYuan'];
  return parties
    .map((to, i): Route => {
      const { senderRows, receiverRows } = dockRows(supplyRow, dock.subarray(starts[i], starts[i + 1]), supplies);
      return { channel: 'consignments', from, to, columns, senderRows, receiverRows };
    })
    .filter(({ receiverRows }) => receiverRows.length > 0);
}

/** Rows of the sender that are goods for a dock's links, and where they stand there. */
function dockRows(
  supplyRow: Int32Array,
  links: Int32Array,
  { first, length }: Axis,
): { readonly senderRows: Int32Array; readonly receiverRows: Int32Array } {
  const senderRows = new Int32Array(links.length);
  const receiverRows = new Int32Array(links.length);
  let count = 0;
  for (let slot = 0; slot < links.length; slot++) {
    const row = supplyRow[links[slot]] - first;
    if (row < 0 || row >= length) continue;
    senderRows[count] = row;
    receiverRows[count] = slot;
    count++;
  }
  return { senderRows: senderRows.slice(0, count), receiverRows: receiverRows.slice(0, count) };
}

/** Links that go by no road; -1 for the others. */
function directOf(links: Int32Array, corridor: Int32Array): Int32Array {
  const direct = new Int32Array(links.length);
  for (let i = 0; i < direct.length; i++) direct[i] = corridor[links[i]] < 0 ? links[i] : -1;
  return direct;
}

/** What the desk sends: allocations to its clients, its reports to recovery; nothing where it has nobody to serve. */
export function supportRoutes(chain: Chain, shard: Shard, reports: readonly (readonly string[])[]): Route[] {
  const allocations = allocationRoutes(chain, shard);
  if (allocations.length === 0) return [];
  const from = { stage: 'support' as const, shard: shard.index };
  return [...allocations, ...reports.map((columns) => reportRoute(from, columns))];
}

/** What logistics sends: deliveries to buyers, its report to recovery. */
export function logisticsRoutes(chain: Chain, shard: Shard, reports: readonly string[]): Route[] {
  const from = { stage: 'logistics' as const, shard: shard.index };
  const { first, length } = dockAxis(chain, shard);
  const deliveries = cutRoutes({
    ...{ from, channel: 'deliveries', columns: ['releasedYuan'] },
    receiverRows: dockOrderOf(chain).links.subarray(first, first + length),
    receivers: enterpriseReceivers(chain, chain.links.buyer, shard.count),
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

/** Who owns which run of a list of links sorted by receiver: party i has the rows [starts[i], starts[i + 1]). */
interface Receivers {
  readonly parties: readonly Party[];
  readonly starts: Int32Array;
}

/** @param owners buyer or supplier of each row, ascending; stages follow each other in that order, too */
function enterpriseReceivers(chain: Chain, owners: Int32Array, shards: number): Receivers {
  const parties: Party[] = [];
  const starts: number[] = [];
  for (const stage of ENTERPRISE_STAGES) {
    const blocks = rowBlocks(enterpriseBlocks(chain, stage), owners);
    for (let shard = 0; shard < shards; shard++) {
      parties.push({ stage, shard });
      starts.push(blocks[blocksOf({ index: shard, count: shards }).first]);
    }
  }
  return { parties, starts: Int32Array.from([...starts, owners.length]) };
}

function dockReceivers(chain: Chain, shards: number): Receivers {
  const parties = Array.from({ length: shards }, (_, shard): Party => ({ stage: 'logistics', shard }));
  const starts = parties.map(({ shard }) => dockAxis(chain, { index: shard, count: shards }).first);
  return { parties, starts: Int32Array.from([...starts, dockOrderOf(chain).links.length]) };
}

/** The last party that starts at or before a row: parties without rows are passed over. */
function partyAt(starts: Int32Array, row: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (starts[middle] <= row) low = middle;
    else high = middle;
  }
  return low;
}

interface Cutting {
  readonly from: Route['from'];
  readonly channel: Channel;
  readonly columns: readonly string[];
  /** Row on the receivers' side of each of the sender's rows, chain-wide; -1 where the row goes elsewhere. */
  readonly receiverRows: Int32Array;
  readonly receivers: Receivers;
}

/** Deals the sender's rows out to receivers, in two passes: count, then fill. */
function cutRoutes({ from, channel, columns, receiverRows, receivers }: Cutting): Route[] {
  const { parties, starts } = receivers;
  const partyOf = partiesOf(receiverRows, starts);
  const counts = countRows(partyOf, parties.length);
  const sole = counts.indexOf(receiverRows.length);
  if (receiverRows.length > 0 && sole >= 0) {
    const rows = starts[sole] === 0 ? receiverRows : lessBy(receiverRows, starts[sole]);
    return [{ channel, from, to: parties[sole], columns, senderRows: 'all', receiverRows: rows }];
  }
  const sent = Array.from(counts, (count) => new Int32Array(count));
  dealRows(partyOf, sent);
  const received = sent.map((rows, party) => lessBy(pickInt(rows, receiverRows), starts[party]));
  return parties
    .map((to, i): Route => ({ channel, from, to, columns, senderRows: sent[i], receiverRows: received[i] }))
    .filter(({ receiverRows: rows }) => rows.length > 0);
}

function countRows(partyOf: Int32Array, parties: number): Int32Array {
  const counts = new Int32Array(parties);
  for (let row = 0; row < partyOf.length; row++) if (partyOf[row] >= 0) counts[partyOf[row]]++;
  return counts;
}

/** Writes into each party's list the rows that go there. */
function dealRows(partyOf: Int32Array, lists: readonly Int32Array[]): void {
  const filled = new Int32Array(lists.length);
  for (let row = 0; row < partyOf.length; row++) {
    const party = partyOf[row];
    if (party >= 0) lists[party][filled[party]++] = row;
  }
}

/** Party of each row, -1 where it goes elsewhere. Neighbours mostly go to one: it is looked for where their run ends. */
function partiesOf(receiverRows: Int32Array, starts: Int32Array): Int32Array {
  const found = new Int32Array(receiverRows.length).fill(-1);
  let party = 0;
  let [first, end] = [0, 0];
  for (let row = 0; row < receiverRows.length; row++) {
    const to = receiverRows[row];
    if (to < 0) continue;
    if (to < first || to >= end) {
      party = partyAt(starts, to);
      first = starts[party];
      end = starts[party + 1];
    }
    found[row] = party;
  }
  return found;
}

/** The same rows in the order of the receiver, as for docks; a whole column stays as it is, for it may be lent. */
function inReceiversOrder(route: Route): Route {
  const { senderRows, receiverRows } = route;
  if (senderRows === 'all') return route;
  const order = orderOf(receiverRows);
  return {
    ...route,
    senderRows: pickInt(order, senderRows),
    receiverRows: pickInt(order, receiverRows),
  };
}

/** Where each row of the receiver stands, by row; rows are distinct. */
function orderOf(receiverRows: Int32Array): Int32Array {
  let length = 0;
  for (let i = 0; i < receiverRows.length; i++) length = Math.max(length, receiverRows[i] + 1);
  const positions = new Int32Array(length).fill(-1);
  for (let i = 0; i < receiverRows.length; i++) positions[receiverRows[i]] = i;
  const order = new Int32Array(receiverRows.length);
  let count = 0;
  for (let row = 0; row < length; row++) if (positions[row] >= 0) order[count++] = positions[row];
  return order;
}

function reportRoute(from: Route['from'], columns: readonly string[]): Route {
  return {
    channel: 'reports',
    from,
    to: { stage: 'recovery', shard: 0 },
    columns,
    senderRows: 'all',
    receiverRows: new Int32Array(0),
  };
}
