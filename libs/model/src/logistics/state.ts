// Logistics: docks (goods waiting, one slot per link by road, sorted by corridor), the lead-time ring, and a report per
// corridor. A corridor's slots have as many ring days as goods can be on their way there after release.
import { ColumnBlock, pick, pickInt, type Axis, type Shard, type StageState } from '#libs/kernel';
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
    const { starts, ofCorridor } = this.runs;
    this.slotStarts = pickInt(ofCorridor, starts);
    const { first } = this.slots;
    this.flow = pick(dockOrderOf(chain).links.subarray(first, first + n), chain.links.flowYuan);
    this.ringDays = ringDaysOf(this.runs, chain.corridors.checkpointDays.subarray(this.corridors.first));
    this.ringStarts = ringStartsOf(this.ringDays, this.slotStarts);
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

/** Of each corridor: the longest travel of its runs, its checkpoint, and the day itself; 0 where goods leave at once. */
function ringDaysOf({ travelDays, ofCorridor }: DockRuns, checkpointDays: Int32Array): Int32Array {
  const ringDays = new Int32Array(ofCorridor.length - 1);
  for (let c = 0; c < ringDays.length; c++) {
    let most = 0;
    for (let run = ofCorridor[c]; run < ofCorridor[c + 1]; run++) most = Math.max(most, travelDays[run]);
    if (ofCorridor[c + 1] > ofCorridor[c]) most += checkpointDays[c];
    if (most > 0) ringDays[c] = most + 1;
  }
  return ringDays;
}

/** A cell per slot and day of ring. */
function ringStartsOf(ringDays: Int32Array, slotStarts: Int32Array): Int32Array {
  const starts = new Int32Array(ringDays.length + 1);
  for (let c = 0; c < ringDays.length; c++)
    starts[c + 1] = starts[c] + ringDays[c] * (slotStarts[c + 1] - slotStarts[c]);
  return starts;
}
