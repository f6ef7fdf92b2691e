// One shard's cut of the chain for a stage of enterprises: local columns, in the chain's order.
// Input slots (one per link bought on) are rows of one buyer after the other, inside it of one class after the other;
// a segment is such a run of slots of one (buyer, class). Supply slots (one per link sold on) are sorted by supplier.
import { axisOf, blockStarts, BLOCKS, type Axis, type Shard } from '#libs/kernel';
import type { Chain, Enterprises } from './chain';
import { supplyOrderOf } from './network';

export type EnterpriseStage = 'plants' | 'markets' | 'exporters';

export interface EnterprisePart {
  readonly chain: Chain;
  readonly stage: EnterpriseStage;
  /** Rows of the stage's enterprises; `first` is chain-wide. */
  readonly enterprises: Axis;
  readonly baseOutput: Float64Array;
  readonly inputs: InputSlots;
  readonly segments: Segments;
  readonly supplies: SupplySlots;
}

interface InputSlots {
  readonly axis: Axis;
  readonly flow: Float64Array;
  readonly kind: Uint16Array;
  /** Local row of the buyer. */
  readonly buyer: Int32Array;
  readonly segment: Int32Array;
}

interface Segments {
  readonly count: number;
  readonly buyer: Int32Array;
  /** First input slot of each segment and, last, their number. */
  readonly starts: Int32Array;
  /** A_ip: base use of the class. */
  readonly use: Float64Array;
  /** n_p A_ip: base stock of the class. */
  readonly baseStock: Float64Array;
  /** 0 none, 1 important, 2 critical. */
  readonly need: Uint8Array;
}

interface SupplySlots {
  readonly axis: Axis;
  readonly flow: Float64Array;
  /** Local row of the supplier. */
  readonly supplier: Int32Array;
  /** First slot of each enterprise and, last, their number. */
  readonly starts: Int32Array;
  readonly priority: Uint8Array;
  /** Chain-wide link of each slot. */
  readonly link: Int32Array;
}

/** First enterprise and end of a stage, chain-wide. */
export function stageRange(
  { stageStarts, count }: Enterprises,
  stage: EnterpriseStage,
): { first: number; end: number } {
  switch (stage) {
    case 'plants':
      return { first: stageStarts.plants, end: stageStarts.markets };
    case 'markets':
      return { first: stageStarts.markets, end: stageStarts.exporters };
    case 'exporters':
      return { first: stageStarts.exporters, end: count };
    default:
      return stage satisfies never;
  }
}

/** Chain-wide first enterprise of each of a stage's blocks and, last, the stage's end. */
export function enterpriseBlocks(chain: Chain, stage: EnterpriseStage): Int32Array {
  const { first, end } = stageRange(chain.enterprises, stage);
  return blockStarts(end - first).map((start) => start + first);
}

/** First row of each block in a list of rows sorted by owner. */
export function rowBlocks(ownerStarts: Int32Array, owners: Int32Array): Int32Array {
  const starts = new Int32Array(BLOCKS + 1);
  for (let block = 0; block <= BLOCKS; block++) starts[block] = lowerBound(owners, ownerStarts[block]);
  return starts;
}

function lowerBound(sorted: Int32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Cuts a stage's shard out of the chain. */
export function partOf(chain: Chain, stage: EnterpriseStage, shard: Shard): EnterprisePart {
  const blocks = enterpriseBlocks(chain, stage);
  const enterprises = axisOf(blocks, shard);
  const inputs = inputSlots(chain, blocks, enterprises, shard);
  return {
    chain,
    stage,
    enterprises,
    baseOutput: chain.enterprises.baseOutputYuan.subarray(enterprises.first, enterprises.first + enterprises.length),
    inputs: inputs.slots,
    segments: inputs.segments,
    supplies: supplySlots(chain, blocks, enterprises, shard),
  };
}

function inputSlots(
  chain: Chain,
  blocks: Int32Array,
  enterprises: Axis,
  shard: Shard,
): { slots: InputSlots; segments: Segments } {
  const { links } = chain;
  const axis = axisOf(rowBlocks(blocks, links.buyer), shard);
  const end = axis.first + axis.length;
  const buyer = localRows(links.buyer.subarray(axis.first, end), enterprises.first);
  const segment = new Int32Array(axis.length);
  let count = 0;
  for (let slot = 0; slot < axis.length; slot++) {
    const link = axis.first + slot;
    const isNew =
      slot === 0 ||
      links.buyer[link] !== links.buyer[link - 1] ||
      links.productClass[link] !== links.productClass[link - 1];
    if (isNew) count++;
    segment[slot] = count - 1;
  }
  const flow = links.flowYuan.subarray(axis.first, end);
  const kind = links.kind.subarray(axis.first, end);
  const slots = { axis, flow, kind, buyer, segment };
  return { slots, segments: segmentsOf(chain, slots, count) };
}

function segmentsOf(chain: Chain, { axis, flow, kind, buyer, segment }: InputSlots, count: number): Segments {
  const segments = {
    count,
    buyer: new Int32Array(count),
    starts: new Int32Array(count + 1).fill(axis.length),
    use: new Float64Array(count),
    baseStock: new Float64Array(count),
    need: new Uint8Array(count),
  };
  for (let slot = axis.length - 1; slot >= 0; slot--) segments.starts[segment[slot]] = slot;
  for (let slot = 0; slot < axis.length; slot++) {
    const s = segment[slot];
    const { coverDays, need, unlimited } = chain.linkKinds[kind[slot]];
    segments.buyer[s] = buyer[slot];
    segments.use[s] += flow[slot];
    segments.baseStock[s] += coverDays * flow[slot];
    if (!unlimited) segments.need[s] = Math.max(segments.need[s], needRank(need));
  }
  return segments;
}

function needRank(need: 'critical' | 'important' | 'none'): number {
  return need === 'critical' ? 2 : need === 'important' ? 1 : 0;
}

function supplySlots(chain: Chain, blocks: Int32Array, enterprises: Axis, shard: Shard): SupplySlots {
  const { links, linkKinds } = chain;
  const order = supplyOrderOf(chain);
  const axis = axisOf(rowBlocks(blocks, order.suppliers), shard);
  const link = order.links.subarray(axis.first, axis.first + axis.length);
  const supplier = localRows(order.suppliers.subarray(axis.first, axis.first + axis.length), enterprises.first);
  const starts = new Int32Array(enterprises.length + 1);
  for (let slot = 0; slot < supplier.length; slot++) starts[supplier[slot] + 1] = slot + 1;
  for (let row = 0; row < enterprises.length; row++) starts[row + 1] = Math.max(starts[row], starts[row + 1]);
  const { flowYuan, kind } = links;
  const priorities = Uint8Array.from(linkKinds, (one) => one.priority);
  const flow = new Float64Array(axis.length);
  const priority = new Uint8Array(axis.length);
  for (let slot = 0; slot < axis.length; slot++) {
    flow[slot] = flowYuan[link[slot]];
    priority[slot] = priorities[kind[link[slot]]];
  }
  return { axis, flow, supplier, starts, priority, link };
}

/** Chain-wide rows as rows of the shard; the chain's own column where they are the same, for it is never written. */
function localRows(rows: Int32Array, first: number): Int32Array {
  return first === 0 ? rows : rows.map((row) => row - first);
}
