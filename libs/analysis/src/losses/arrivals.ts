// What is on its way to a buyer, by arrival group: shipped today, and released by the road on each day of a ring as long as
// the longest way. Rows of compositions are lent, not copied: what is shipped and leaves the dock as it came passes its row
// on. Beside it, sizes: shipped - a, released - a, released.
import type { Chain } from '#libs/model';
import type { TakeRows } from './compositions';
import type { Layout } from './layout';

/** Stands for a total that nobody will ask for. */
const UNKNOWN = -1;

export class Arrivals {
  readonly ringDays: number;
  readonly shippedRow: Int32Array;
  readonly shippedOff: Float64Array;
  /** By `at(group, day)`. */
  readonly releasedRow: Int32Array;
  readonly releasedOff: Float64Array;
  /** What was released, where a delay may still be asked for; else UNKNOWN. */
  readonly releasedTotal: Float64Array;
  /** Last day on which a checkpoint held up a corridor's goods, and any corridor's. */
  readonly #delayDay: Float64Array;
  #lastDelayDay = -Infinity;
  /** Days after which a delay is over for all goods. */
  readonly #delayDays: number;
  readonly #groups: number;

  constructor(chain: Chain, { groups }: Layout, take: TakeRows) {
    const most = (values: Int32Array): number => values.reduce((max, value) => Math.max(max, value), 0);
    this.#groups = groups.count;
    this.ringDays = 1 + most(groups.travelDays);
    this.#delayDays = this.ringDays + most(chain.corridors.checkpointDays);
    const released = groups.count * this.ringDays;
    const first = take(groups.count + released);
    this.shippedRow = new Int32Array(groups.count).map((_, group) => first + group);
    this.shippedOff = new Float64Array(groups.count);
    this.releasedRow = new Int32Array(released).map((_, at) => first + groups.count + at);
    this.releasedOff = new Float64Array(released);
    this.releasedTotal = new Float64Array(released).fill(UNKNOWN);
    this.#delayDay = new Float64Array(chain.corridors.ids.length).fill(-Infinity);
  }

  /** Place of a group's release on a day, of the last `ringDays` days. */
  at(group: number, day: number): number {
    const turn = day % this.ringDays;
    return (turn < 0 ? turn + this.ringDays : turn) * this.#groups + group;
  }

  /** Passes today's shipment on as the release of a day, as it is. */
  passOn(group: number, day: number): void {
    const at = this.at(group, day);
    const row = this.releasedRow[at];
    this.releasedRow[at] = this.shippedRow[group];
    this.shippedRow[group] = row;
    this.releasedOff[at] = this.shippedOff[group];
    this.releasedTotal[at] = UNKNOWN;
  }

  /** Notes that a checkpoint holds goods up on a corridor. */
  delay(corridor: number, day: number): void {
    this.#delayDay[corridor] = day;
    this.#lastDelayDay = day;
  }

  /** Whether goods that arrive on a day may be late, or those on time missing: anywhere. */
  isDelayed(day: number): boolean {
    return day - this.#lastDelayDay <= this.#delayDays;
  }

  /** The same of one corridor. */
  isDelayedOn(corridor: number, day: number): boolean {
    return day - this.#delayDay[corridor] <= this.#delayDays;
  }
}
