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
  /** Shops: orders taken. Exporters: contracts overdue and cancelled, containers that left. Elsewhere 0. */
  readonly takenYuan: Float64Array;
  readonly finalBacklogYuan: Float64Array;
  readonly containersLeft: Float64Array;
  readonly penaltyYuan: Float64Array;
  readonly cancelledYuan: Float64Array;
  /** Where staff is modelled: on post over normal staff, masked over on post; 1 elsewhere. Heads on post, else 0. */
  readonly labourRatio: Float64Array;
  readonly maskRatio: Float64Array;
  readonly onPostHeads: Float64Array;
  /** Masks that could not be bought; 1 while the place is closed again. */
  readonly masksAsked: Float64Array;
  readonly isShut: Float64Array;

  /** Per corridor, where applications take days; elsewhere 0. */
  readonly passHolders: Float64Array;
  readonly passesGranted: Float64Array;

  /** @param only the columns that are read, where not all are needed */
  constructor(
    readonly chain: Chain,
    private readonly only?: readonly ReportColumn[],
  ) {
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
    this.cancelledYuan = column();
    this.labourRatio = column().fill(1);
    this.maskRatio = column().fill(1);
    this.onPostHeads = column();
    this.masksAsked = column();
    this.isShut = column();
    this.passHolders = new Float64Array(chain.corridors.ids.length);
    this.passesGranted = new Float64Array(chain.corridors.ids.length);
  }

  /** Reads a day's frames; only reports are looked at. */
  read(frames: readonly Frame[]): void {
    this.#readRoads(frames);
    const reports = frames
      .filter(({ route }) => route.channel === 'reports' && route.to.stage === 'recovery')
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
      if (route.from.stage === 'logistics' || route.from.stage === 'support') continue;
      if (route.from.stage !== stage) row = stageRange(this.chain.enterprises, route.from.stage).first;
      stage = route.from.stage;
      route.columns.forEach((name, c) => {
        if (this.only?.includes(name as ReportColumn) ?? true) this[name as ReportColumn].set(columns[c], row);
      });
      row += columns[0].length;
    }
  }

  #readRoads(frames: readonly Frame[]): void {
    const reports = frames.filter(({ route }) => route.channel === 'reports' && route.from.stage === 'logistics');
    let row = 0;
    for (const { route, columns } of reports.sort((a, b) => a.route.from.shard - b.route.from.shard)) {
      for (const name of ['passHolders', 'passesGranted'] as const) {
        const at = route.columns.indexOf(name);
        if (at >= 0) this[name].set(columns[at], row);
      }
      row += columns[0].length;
    }
  }
}

type ReportColumn = {
  [Key in keyof DayBoard]: DayBoard[Key] extends Float64Array ? Key : never;
}[keyof DayBoard];
