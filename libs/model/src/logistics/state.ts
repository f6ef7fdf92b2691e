// Logistics: docks (goods waiting, one slot per link by road, sorted by corridor), the lead-time ring, and a report per
// corridor. A corridor's slots have as many ring days as goods can be on their way there after release.
import { ColumnBlock, type Axis, type Shard, type StageState } from '#libs/kernel';
import type { Chain } from '../chain';
import { MAX_PRIORITIES } from '../enterprise/ration-priority';
import { corridorAxis, dockOrderOf } from '../network';
import { dockAxis } from '../routes';
import { officeColumns, passOfficeOf, type PassOffice } from './pass-office';
import { dockRuns, type DockRuns } from './runs';

/** What logistics reports each day, per corridor: tonnes. */
export const CORRIDOR_REPORTS = ['capacityTonnes', 'movedTonnes', 'waitingTonnes'] as const;

export class LogisticsState implements StageState {
  readonly block: ColumnBlock;
  readonly corridors: Axis;
  readonly slots: Axis;
  /** First slot of each corridor and, last, their number. */
  readonly slotStarts: Int32Array;
  readonly runs: DockRuns;
  readonly flow: Float64Array;
  /** Days of ring of each corridor (0: goods leave at once), and where its ring starts. */
  readonly ringDays: Int32Array;
  readonly ringStarts: Int32Array;

  readonly waitingYuan: Float64Array;
  readonly travellingYuan: Float64Array;
  readonly releasedYuan: Float64Array;
  readonly capacityTonnes: Float64Array;
  readonly movedTonnes: Float64Array;
  readonly waitingTonnes: Float64Array;
  /** Undefined where passes are on issue at once. */
  readonly office: PassOffice | undefined;
  /** Scratch: tonnes asked and share granted per claim. */
  readonly askedTonnes: Float64Array;
  readonly grantedRatio: Float64Array;

  constructor(
    readonly chain: Chain,
    shard: Shard,
  ) {
    this.corridors = corridorAxis(chain, shard);
    this.slots = dockAxis(chain, shard);
    const n = this.slots.length;
    this.runs = dockRuns(chain, this.corridors, this.slots);
    const { starts, travelDays, ofCorridor } = this.runs;
    this.slotStarts = ofCorridor.map((run) => starts[run]);
    const order = dockOrderOf(chain).links;
    const { flowYuan } = chain.links;
    this.flow = new Float64Array(n);
    for (let slot = 0; slot < n; slot++) this.flow[slot] = flowYuan[order[this.slots.first + slot]];
    this.ringDays = new Int32Array(this.corridors.length);
    for (let c = 0; c < this.corridors.length; c++) {
      let most = 0;
      for (let run = ofCorridor[c]; run < ofCorridor[c + 1]; run++) most = Math.max(most, travelDays[run]);
      if (ofCorridor[c + 1] > ofCorridor[c]) most += chain.corridors.checkpointDays[this.corridors.first + c];
      if (most > 0) this.ringDays[c] = most + 1;
    }
    this.ringStarts = new Int32Array(this.corridors.length + 1);
    for (let c = 0; c < this.corridors.length; c++) {
      this.ringStarts[c + 1] = this.ringStarts[c] + this.ringDays[c] * (this.slotStarts[c + 1] - this.slotStarts[c]);
    }
    this.block = new ColumnBlock([
      { name: 'waitingYuan', role: 'state', axis: this.slots },
      { name: 'travellingYuan', role: 'state', axis: this.#ringAxis() },
      { name: 'releasedYuan', role: 'flow', axis: this.slots },
      ...CORRIDOR_REPORTS.map((name) => ({ name, role: 'report' as const, axis: this.corridors })),
      ...officeColumns(chain, this.corridors),
    ]);
    this.office = passOfficeOf(chain, this.corridors, this.block);
    this.waitingYuan = this.block.column('waitingYuan');
    this.travellingYuan = this.block.column('travellingYuan');
    this.releasedYuan = this.block.column('releasedYuan');
    this.capacityTonnes = this.block.column('capacityTonnes');
    this.movedTonnes = this.block.column('movedTonnes');
    this.waitingTonnes = this.block.column('waitingTonnes');
    this.askedTonnes = new Float64Array(this.corridors.length * MAX_PRIORITIES);
    this.grantedRatio = new Float64Array(this.corridors.length * MAX_PRIORITIES);
  }

  #ringAxis(): Axis {
    const starts = this.corridors.starts.map((corridor) => this.ringStarts[corridor]);
    return { first: 0, length: starts[starts.length - 1], starts };
  }
}
