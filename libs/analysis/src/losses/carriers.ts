// Everything that carries a composition from one day to the next, and the scratch ones of an enterprise's day: runs of rows
// in one table, each named by its first row. Stock and position are kept per segment (buyer and class), arrivals per
// group, docks per corridor.
import type { Chain } from '#libs/model';
import { Arrivals } from './arrivals';
import { ROADS, type RootCauses } from './causes';
import { Compositions, type TakeRows } from './compositions';
import type { Layout } from './layout';

export class Carriers {
  readonly compositions: Compositions;
  /** Rows of the table. */
  readonly rows: number;
  /** Root causes, the first rows: row k is cause k alone. */
  readonly terminal: number;
  // Per segment.
  readonly stock: number;
  readonly position: number;
  /** Orders of today and of yesterday. */
  ordered: number;
  orderedBefore: number;
  // Per enterprise.
  /** What is not served: today's unmet demand, kept in the book or lost, and yesterday's. */
  unmet: number;
  unmetBefore: number;
  readonly finished: number;
  readonly smoothed: number;
  /** What staff at work lacks; and, where masks are modelled, yesterday's output. */
  readonly staff: number;
  readonly outputBefore: number;
  // Per corridor: what waits, yesterday's and today's.
  waiting: number;
  waitingBefore: number;
  readonly arrivals: Arrivals;
  readonly scratch: Scratch;
  /** The road as a cause; -1 where it cannot be one. */
  readonly transport: number;

  constructor(chain: Chain, layout: Layout, causes: RootCauses, isDated: boolean) {
    let rows = 0;
    const take = (count: number): number => (rows += count) - count;
    const { segments } = layout;
    const { count } = chain.enterprises;
    const corridors = chain.corridors.ids.length;
    this.terminal = take(causes.count);
    this.stock = take(segments.count);
    this.position = take(segments.count);
    this.ordered = take(segments.count);
    this.orderedBefore = take(segments.count);
    this.unmet = take(count);
    this.unmetBefore = take(count);
    this.finished = take(count);
    this.smoothed = take(count);
    this.staff = take(chain.workers ? count : 0);
    this.outputBefore = take(chain.workers && chain.masks ? count : 0);
    this.waiting = take(corridors);
    this.waitingBefore = take(corridors);
    this.arrivals = new Arrivals(chain, layout, take);
    this.scratch = new Scratch(take);
    this.compositions = new Compositions({ causes: causes.count, rows, isDated });
    this.rows = rows;
    const transport = causes.number('transport', ROADS);
    this.transport = transport < 0 ? -1 : this.terminal + transport;
  }

  /** Yesterday's orders, unmet demand and docks become what today reads; causes act on that day. */
  turn(day: number): void {
    this.compositions.turn(day);
    [this.ordered, this.orderedBefore] = [this.orderedBefore, this.ordered];
    [this.unmet, this.unmetBefore] = [this.unmetBefore, this.unmet];
    [this.waiting, this.waitingBefore] = [this.waitingBefore, this.waiting];
  }
}

/** Rows of compositions that live for one enterprise's day, or one corridor's. */
class Scratch {
  /** Orders above and below base, and what a shop leaves of them. */
  readonly moreOrders: number;
  readonly lessOrders: number;
  readonly leftOrders: number;
  readonly demand: number;
  readonly wanted: number;
  readonly capacity: number;
  readonly output: number;
  /** What supply lacks; what crowds a shop or a dock. */
  readonly lack: number;
  readonly crowd: number;
  /** Activity that orders follow; position with what became known to lapse, and after use. */
  readonly activity: number;
  readonly position: number;
  readonly after: number;
  /** A row that is written and never read. */
  readonly waste: number;

  constructor(take: TakeRows) {
    this.moreOrders = take(1);
    this.lessOrders = take(1);
    this.leftOrders = take(1);
    this.demand = take(1);
    this.wanted = take(1);
    this.capacity = take(1);
    this.output = take(1);
    this.lack = take(1);
    this.crowd = take(1);
    this.activity = take(1);
    this.position = take(1);
    this.after = take(1);
    this.waste = take(1);
  }
}
