// Logistics: docks (goods waiting, one slot per link by road, sorted by corridor), the lead-time ring, and a report per
// corridor. A corridor's slots have as many ring days as goods can be on their way there after release.
import { ColumnBlock, type Axis, type Shard, type StageState } from '#libs/kernel';
import type { Chain } from '../chain';
import { MAX_PRIORITIES } from '../enterprise/ration-priority';
import { corridorAxis, dockOrderOf } from '../network';
import { dockAxis } from '../routes';

/** What logistics reports each day, per corridor: tonnes. */
export const CORRIDOR_REPORTS = ['capacityTonnes', 'movedTonnes', 'waitingTonnes'] as const;

export class LogisticsState implements StageState {
  readonly block: ColumnBlock;
  readonly corridors: Axis;
  readonly slots: Axis;
  /** First slot of each corridor and, last, their number. */
  readonly slotStarts: Int32Array;
  readonly tonnesPerYuan: Float64Array;
  readonly flow: Float64Array;
  /** Corridor x MAX_PRIORITIES + priority class of each slot. */
  readonly claim: Int32Array;
  /** Days each slot's goods travel after release, without a checkpoint: lead - 2. */
  readonly travelDays: Uint8Array;
  /** Days of ring of each corridor (0: goods leave at once), and where its ring starts. */
  readonly ringDays: Int32Array;
  readonly ringStarts: Int32Array;

  readonly waitingYuan: Float64Array;
  readonly travellingYuan: Float64Array;
  readonly releasedYuan: Float64Array;
  readonly capacityTonnes: Float64Array;
  readonly movedTonnes: Float64Array;
  readonly waitingTonnes: Float64Array;
  /** Scratch: consigned today; tonnes asked and share granted per claim. */
  readonly consignedYuan: Float64Array;
  readonly askedTonnes: Float64Array;
  readonly grantedRatio: Float64Array;

  constructor(
    readonly chain: Chain,
    shard: Shard,
  ) {
    this.corridors = corridorAxis(chain, shard);
    this.slots = dockAxis(chain, shard);
    const n = this.slots.length;
    const order = dockOrderOf(chain);
    const { links, linkKinds, classes, corridors } = chain;
    this.slotStarts = new Int32Array(this.corridors.length + 1).fill(n);
    this.tonnesPerYuan = new Float64Array(n);
    this.flow = new Float64Array(n);
    this.claim = new Int32Array(n);
    this.travelDays = new Uint8Array(n);
    this.ringDays = new Int32Array(this.corridors.length);
    for (let slot = n - 1; slot >= 0; slot--) {
      const link = order.links[this.slots.first + slot];
      const corridor = links.corridor[link] - this.corridors.first;
      const kind = linkKinds[links.kind[link]];
      this.slotStarts[corridor] = slot;
      this.tonnesPerYuan[slot] = classes[links.productClass[link]].tonnesPerYuan;
      this.flow[slot] = links.flowYuan[link];
      this.claim[slot] = corridor * MAX_PRIORITIES + kind.priority;
      this.travelDays[slot] = kind.leadDays - 2;
      const most = kind.leadDays - 2 + corridors.checkpointDays[links.corridor[link]];
      if (most > 0) this.ringDays[corridor] = Math.max(this.ringDays[corridor], most + 1);
    }
    for (let c = this.corridors.length - 1; c >= 0; c--)
      this.slotStarts[c] = Math.min(this.slotStarts[c], this.slotStarts[c + 1]);
    this.ringStarts = new Int32Array(this.corridors.length + 1);
    for (let c = 0; c < this.corridors.length; c++) {
      this.ringStarts[c + 1] = this.ringStarts[c] + this.ringDays[c] * (this.slotStarts[c + 1] - this.slotStarts[c]);
    }
    this.block = new ColumnBlock([
      { name: 'waitingYuan', role: 'state', axis: this.slots },
      { name: 'travellingYuan', role: 'state', axis: this.#ringAxis() },
      { name: 'releasedYuan', role: 'flow', axis: this.slots },
      ...CORRIDOR_REPORTS.map((name) => ({ name, role: 'report' as const, axis: this.corridors })),
    ]);
    this.waitingYuan = this.block.column('waitingYuan');
    this.travellingYuan = this.block.column('travellingYuan');
    this.releasedYuan = this.block.column('releasedYuan');
    this.capacityTonnes = this.block.column('capacityTonnes');
    this.movedTonnes = this.block.column('movedTonnes');
    this.waitingTonnes = this.block.column('waitingTonnes');
    this.consignedYuan = new Float64Array(n);
    this.askedTonnes = new Float64Array(this.corridors.length * MAX_PRIORITIES);
    this.grantedRatio = new Float64Array(this.corridors.length * MAX_PRIORITIES);
  }

  #ringAxis(): Axis {
    const starts = this.corridors.starts.map((corridor) => this.ringStarts[corridor]);
    return { first: 0, length: starts[starts.length - 1], starts };
  }
}
