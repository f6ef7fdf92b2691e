// The books of the loss accounting: the day's reports and flows, what is derived again from them, and the compositions.
// Phases (receive.ts ... release.ts) read and write them in the order of the model's day.
import { blocksOf, blockStarts, type Frame } from '#libs/kernel';
import type { Chain, Levers } from '#libs/model';
import { DayBoard } from '../day-board';
import { Blend, type BlendObserver } from './blend';
import { CapacityFactors } from './capacity-factors';
import { Carriers } from './carriers';
import type { RootCauses } from './causes';
import { DockLedger, type RoadReport } from './dock-ledger';
import { FlowBoard } from './flow-board';
import { layoutOf, type Layout } from './layout';
import { Ledger } from './ledger';
import { Opening } from './opening';
import { SegmentMix } from './segment-mix';
import { CauseRows } from './cause-rows';
import { StaffShortage } from './staff-shortage';

export interface AccountOptions {
  readonly observer?: BlendObserver;
  /** Whether compositions carry the mean day on which each cause acted, behind the shares: share x day. */
  readonly isDated?: boolean;
}

export class Books {
  readonly layout: Layout;
  readonly board: DayBoard;
  readonly flows: FlowBoard;
  readonly ledger: Ledger;
  readonly docks: DockLedger;
  readonly carriers: Carriers;
  readonly staff: StaffShortage;
  readonly factors: CapacityFactors;
  readonly rows: CauseRows;
  readonly blend: Blend;
  /** Orders above and below base, collected apart. */
  readonly more: Blend;
  readonly less: Blend;
  readonly segmentMix: SegmentMix;
  /** Scratch of the min's shares: levels, what each bears. */
  readonly levels: Levels;
  readonly turn = new Turn();
  /** Today's report of each corridor. */
  readonly roads: Record<keyof RoadReport, number>[];
  /** Per link kind: n + lambda, and 1/tau. */
  readonly targetDays: Float64Array;
  readonly restoreRate: Float64Array;
  readonly observer: BlendObserver | undefined;
  day = -1;

  constructor(
    readonly chain: Chain,
    causes: RootCauses,
    { observer, isDated = false }: AccountOptions = {},
  ) {
    this.observer = observer;
    this.layout = layoutOf(chain);
    this.board = new DayBoard(chain);
    this.flows = new FlowBoard(chain, this.layout);
    this.ledger = new Ledger(chain, this.layout);
    this.docks = new DockLedger(chain, this.layout);
    this.carriers = new Carriers(chain, this.layout, causes, isDated);
    new Opening(chain, this.layout, causes, this.carriers).fill(this.ledger, this.flows);
    this.staff = new StaffShortage(chain, causes, this.carriers);
    this.factors = new CapacityFactors(chain, causes, this.carriers);
    this.rows = new CauseRows(chain, causes, this.carriers.terminal);
    const { compositions } = this.carriers;
    this.blend = new Blend(compositions, observer);
    this.more = new Blend(compositions, observer);
    this.less = new Blend(compositions, observer);
    this.segmentMix = new SegmentMix(compositions, observer);
    this.levels = new Levels(this.layout);
    this.roads = chain.corridors.ids.map(() => ({ capacityTonnes: 0, movedTonnes: 0, waitingTonnes: 0 }));
    this.targetDays = Float64Array.from(chain.linkKinds, (kind) => kind.coverDays + kind.pipelineDays);
    this.restoreRate = Float64Array.from(chain.linkKinds, (kind) => (kind.unlimited ? 0 : 1 / kind.restoreDays));
  }

  /** Takes in a day's frames and levers. */
  read(day: number, frames: readonly Frame[], levers: Levers): void {
    this.day = day;
    this.carriers.turn(day);
    this.board.read(frames);
    this.flows.read(frames);
    this.#readRoads(frames);
    this.staff.read(levers, day);
    this.factors.read({ chain: this.chain, levers, board: this.board });
  }

  #readRoads(frames: readonly Frame[]): void {
    const shards = frames.filter(({ route }) => route.channel === 'reports' && route.from.stage === 'logistics');
    for (const { route, columns } of shards) {
      const { first } = blocksOf({ index: route.from.shard, count: shards.length });
      const low = blockStarts(this.roads.length)[first];
      for (const name of ['capacityTonnes', 'movedTonnes', 'waitingTonnes'] as const) {
        columns[route.columns.indexOf(name)].forEach((tonnes, row) => (this.roads[low + row][name] = tonnes));
      }
    }
  }
}

/** Levels whose smallest decides, with the composition of each: W, cap, one per class. */
export class Levels {
  readonly yuan: Float64Array;
  readonly borne: Float64Array;

  constructor({ segmentStarts }: Layout) {
    let most = 0;
    for (let i = 1; i < segmentStarts.length; i++) most = Math.max(most, segmentStarts[i] - segmentStarts[i - 1]);
    this.yuan = new Float64Array(most + 2);
    this.borne = new Float64Array(most + 2);
  }
}

/** Numbers of the enterprise whose day is being accounted for; all yuan. */
class Turn {
  /** Orders of today above and below base, >= 0 each. */
  more = 0.5;
  less = 0.5;
  /** Final demand that is new today, over its base, for the book (due) and for planning (signed). */
  dueOff = 0.5;
  signedOff = 0.5;
  /** Domestic buyers whom a shop does not reach. */
  unreachedDue = 0.5;
  unreachedSigned = 0.5;
  /** Kept from before; at a shop, orders that waited untaken this morning and tonight. */
  keptBefore = 0.5;
  waited = 0.5;
  untaken = 0.5;
  /** New demand of today. */
  newDemand = 0.5;
  /** D - P0 and W - P0 by their parts. */
  finishedOff = 0.5;
  targetOff = 0.5;
  /** Capacity that nothing restrains; the smallest level of inputs at base stock. */
  freeCapacity = 0.5;
  freeInputs = 0.5;
  /** Activity that orders follow, over base; less than 0 in an enterprise that orders nothing. */
  planned = 0.5;

  /** Whether it is a shop that takes orders as buyers come. */
  isTaking = false;

  // Rows of compositions: scratch, or what they are the same as.
  moreOrders = 0;
  lessOrders = 0;
  leftOrders = 0;
  demand = 0;
  wanted = 0;
  capacity = 0;
  output = 0;
  lack = 0;
  crowd = 0;
  activity = 0;
}
