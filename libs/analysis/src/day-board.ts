// Everybody's report of one day, put together chain-wide: one column a quantity, one row an enterprise in the chain's
// order. Shards report disjoint runs of rows, so their order of arrival does not matter.
import type { Frame } from '#libs/kernel';
import { stageRange, type Chain } from '#libs/model';

export class DayBoard {
  readonly outputYuan: Float64Array;
  readonly wantedYuan: Float64Array;
  readonly demandYuan: Float64Array;
  readonly capacityYuan: Float64Array;
  readonly inputLimitYuan: Float64Array;
  /** Position in BINDING_CONSTRAINTS. */
  readonly bound: Float64Array;
  readonly isOpen: Float64Array;
  readonly finalDemandYuan: Float64Array;
  readonly finalServedYuan: Float64Array;
  /** Shops: orders taken. Exporters: contracts overdue, containers that left. Elsewhere 0. */
  readonly takenYuan: Float64Array;
  readonly finalBacklogYuan: Float64Array;
  readonly containersLeft: Float64Array;
  readonly penaltyYuan: Float64Array;

  constructor(readonly chain: Chain) {
    const column = (): Float64Array => new Float64Array(chain.enterprises.count);
    this.outputYuan = column();
    this.wantedYuan = column();
    this.demandYuan = column();
    this.capacityYuan = column();
    this.inputLimitYuan = column();
    this.bound = column();
    this.isOpen = column();
    this.finalDemandYuan = column();
    this.finalServedYuan = column();
    this.takenYuan = column();
    this.finalBacklogYuan = column();
    this.containersLeft = column();
    this.penaltyYuan = column();
  }

  /** Reads a day's frames; only reports of enterprises are looked at. */
  read(frames: readonly Frame[]): void {
    const reports = frames
      .filter(({ route }) => route.channel === 'reports' && route.from.stage !== 'logistics')
      .sort((a, b) =>
        a.route.from.stage < b.route.from.stage
          ? -1
          : a.route.from.stage > b.route.from.stage
            ? 1
            : a.route.from.shard - b.route.from.shard,
      );
    let stage = '';
    let row = 0;
    for (const { route, columns } of reports) {
      if (route.from.stage === 'logistics') continue;
      if (route.from.stage !== stage) row = stageRange(this.chain.enterprises, route.from.stage).first;
      stage = route.from.stage;
      route.columns.forEach((name, c) => this[name as ReportColumn].set(columns[c], row));
      row += columns[0].length;
    }
  }
}

type ReportColumn = {
  [Key in keyof DayBoard]: DayBoard[Key] extends Float64Array ? Key : never;
}[keyof DayBoard];
