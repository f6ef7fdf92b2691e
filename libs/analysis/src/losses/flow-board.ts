// The day's flows chain-wide: what was ordered, shipped, and released by the road. Orders and deliveries lie in the order
// of links, which is the buyers'; what suppliers go through lies in the order of their slots. Shards send disjoint rows, so
// neither their number nor the order of arrival matters. Yesterday's flows are kept: they are what today's receivers read.
import { blocksOf, blockStarts, type Frame, type Route } from '#libs/kernel';
import { stageRange, type Chain } from '#libs/model';
import type { Layout } from './layout';

export class FlowBoard {
  /** By link, today's and yesterday's. Released: goods that reach their buyers by road the day after. */
  orderedYuan: Float64Array;
  orderedBefore: Float64Array;
  releasedYuan: Float64Array;
  releasedBefore: Float64Array;
  shippedYuan: Float64Array;
  shippedBefore: Float64Array;
  /** By slot: orders that came in today, goods that leave today. */
  readonly incomingYuan: Float64Array;
  readonly outgoingYuan: Float64Array;
  /** Links or slots of each route's rows. */
  readonly #rows = new Map<string, Int32Array>();

  /** Opens with the flows of the eve: the pipeline as full as the scenario has it. */
  constructor(
    private readonly chain: Chain,
    private readonly layout: Layout,
  ) {
    const { links } = chain;
    const eve = links.flowYuan.map((flow, link) => links.initialPipelineRatio[link] * flow);
    this.orderedYuan = eve.slice();
    this.shippedYuan = eve.slice();
    this.releasedYuan = eve.map((yuan, link) => (links.corridor[link] < 0 ? 0 : yuan));
    this.orderedBefore = new Float64Array(links.count);
    this.shippedBefore = new Float64Array(links.count);
    this.releasedBefore = new Float64Array(links.count);
    this.incomingYuan = new Float64Array(links.count);
    this.outgoingYuan = new Float64Array(links.count);
  }

  /** Reads a day's frames: what was today's becomes yesterday's. */
  read(frames: readonly Frame[]): void {
    [this.orderedYuan, this.orderedBefore] = [this.orderedBefore, this.orderedYuan];
    [this.shippedYuan, this.shippedBefore] = [this.shippedBefore, this.shippedYuan];
    [this.releasedYuan, this.releasedBefore] = [this.releasedBefore, this.releasedYuan];
    const shards = shardsOf(frames);
    for (const { route, columns } of frames) {
      const into = this.#columnOf(route);
      if (into) scatter(columns[0], this.#rowsOf(route, shards), into);
    }
    gather(this.orderedBefore, this.layout.slots.links, this.incomingYuan);
    gather(this.outgoingYuan, this.layout.slots.ofLink, this.shippedYuan);
  }

  #columnOf({ channel, from }: Route): Float64Array | undefined {
    if (channel === 'orders') return this.orderedYuan;
    if (channel === 'consignments') return this.outgoingYuan;
    if (channel === 'deliveries') return from.stage === 'logistics' ? this.releasedYuan : this.outgoingYuan;
    return undefined;
  }

  #rowsOf(route: Route, shards: ReadonlyMap<string, number>): Int32Array {
    const { channel, from, to } = route;
    const key = `${channel} ${from.stage} ${from.shard} ${to.stage} ${to.shard}`;
    let rows = this.#rows.get(key);
    if (!rows) {
      rows = this.#locate(route, shards.get(from.stage) ?? 1);
      this.#rows.set(key, rows);
    }
    return rows;
  }

  /** Where a sender's rows lie chain-wide: orders and releases by link, other goods by slot. */
  #locate({ channel, from, senderRows }: Route, shards: number): Int32Array {
    const { linkStarts, supplyStarts, docks } = this.layout;
    const { first, end } = blocksOf({ index: from.shard, count: shards });
    const run = (starts: Int32Array, owners: { first: number; end: number }): Int32Array => {
      const cut = blockStarts(owners.end - owners.first);
      const low = starts[owners.first + cut[first]];
      return new Int32Array(starts[owners.first + cut[end]] - low).map((_, row) => low + row);
    };
    const pick = (rows: Int32Array): Int32Array => (senderRows === 'all' ? rows : senderRows.map((row) => rows[row]));
    if (from.stage === 'logistics') {
      return pick(run(docks.starts, { first: 0, end: this.chain.corridors.ids.length })).map((at) => docks.links[at]);
    }
    if (from.stage === 'support') throw new Error('the service desk sends no goods');
    const owners = stageRange(this.chain.enterprises, from.stage);
    return pick(run(channel === 'orders' ? linkStarts : supplyStarts, owners));
  }
}

/** Shards of each stage: everybody reports, once a shard. */
function shardsOf(frames: readonly Frame[]): Map<string, number> {
  const shards = new Map<string, number>();
  for (const { route } of frames) {
    if (route.channel !== 'reports') continue;
    shards.set(route.from.stage, Math.max(shards.get(route.from.stage) ?? 0, route.from.shard + 1));
  }
  return shards;
}

// Four rows a turn: V8 checks every array anew in each turn of a loop.

function scatter(values: Float64Array, rows: Int32Array, into: Float64Array): void {
  const whole = rows.length - (rows.length % 4);
  for (let i = 0; i < whole; i += 4) {
    into[rows[i]] = values[i];
    into[rows[i + 1]] = values[i + 1];
    into[rows[i + 2]] = values[i + 2];
    into[rows[i + 3]] = values[i + 3];
  }
  for (let i = whole; i < rows.length; i++) into[rows[i]] = values[i];
}

function gather(values: Float64Array, rows: Int32Array, into: Float64Array): void {
  const whole = rows.length - (rows.length % 4);
  for (let i = 0; i < whole; i += 4) {
    into[i] = values[rows[i]];
    into[i + 1] = values[rows[i + 1]];
    into[i + 2] = values[rows[i + 2]];
    into[i + 3] = values[rows[i + 3]];
  }
  for (let i = whole; i < rows.length; i++) into[i] = values[rows[i]];
}
