// One direction of the cascade, h: what is left of each enterprise's output, 1 at the start. A round is a Jacobi sweep,
// h_j = max(0, min(h_j, 1 - largest slot of j)), slot = sum over i of weight_ij sigma_i (1 - h_i), all h of the round
// before; but it visits only those whose h, or whose market, has changed: what has not changed gives the same again.
// sigma (markets.ts) is what others cannot replace, 1 without replacement. h only falls, sigma only rises, so the rounds
// come down to the largest fixed point.
// A change of next to nothing waits until it has added up. Columns are reused from one shock to the next.
import type { Markets } from './markets';
import type { SupplyNetwork } from './network';
import type { Paths } from './paths';

/** Far below what rounds are stopped by. */
const QUIET_RATIO = 1e-15;
/** Where more than this share has fallen, clearing all columns is cheaper than visiting the fallen. */
const MANY_RATIO = 1 / 64;

export class Cascade {
  /** h of each enterprise. */
  readonly leftRatio: Float64Array;
  /** Enterprises with h < 1, in the sequence in which they fell: the first `fallenCount`. */
  readonly fallen: Int32Array;
  fallenCount = 0;

  /** Those whose h changed in the last round. */
  readonly #front: Int32Array;
  #frontCount = 0;
  readonly #next: Int32Array;
  readonly #isNext: Uint8Array;
  /** sigma (1 - h) as the receivers know it. */
  readonly #sentRatio: Float64Array;
  readonly #slotLoss: Float64Array;
  /** What rounding has left out of it so far: over many rounds it would add up. */
  readonly #slotRest: Float64Array;
  readonly #largestLoss: Float64Array;
  readonly #markets: Markets | undefined;

  constructor(
    private readonly paths: Paths,
    { count }: SupplyNetwork,
    markets?: Markets,
  ) {
    this.leftRatio = new Float64Array(count).fill(1);
    this.fallen = new Int32Array(count);
    this.#front = new Int32Array(count);
    this.#next = new Int32Array(count);
    this.#isNext = new Uint8Array(count);
    this.#sentRatio = new Float64Array(count);
    this.#slotLoss = new Float64Array(paths.owner.length);
    this.#slotRest = new Float64Array(paths.owner.length);
    this.#largestLoss = new Float64Array(count);
    this.#markets = markets;
  }

  /** Leaves an enterprise that share of its output, 0 .. 1: psi. */
  hit(row: number, psi: number): void {
    if (psi < this.leftRatio[row]) this.#fall(row, psi);
  }

  /** One round. @returns the largest fall of an h in it */
  round(): number {
    if (this.#markets) {
      for (let at = 0; at < this.#frontCount; at++) this.#markets.changed(this.#front[at]);
    }
    const nextCount = this.#markets ? this.#sendByMarket(this.#markets) : this.#sendFront();
    return this.#settle(nextCount);
  }

  /** Back to the start. */
  clear(): void {
    if (this.fallenCount > MANY_RATIO * this.leftRatio.length) this.#clearAll();
    else this.#clearFallen();
    this.#markets?.clear();
    this.fallenCount = 0;
    this.#frontCount = 0;
  }

  #clearAll(): void {
    this.leftRatio.fill(1);
    this.#sentRatio.fill(0);
    this.#largestLoss.fill(0);
    this.#slotLoss.fill(0);
    this.#slotRest.fill(0);
  }

  #clearFallen(): void {
    const { starts, slot, owner } = this.paths;
    for (let at = 0; at < this.fallenCount; at++) {
      const row = this.fallen[at];
      this.leftRatio[row] = 1;
      this.#sentRatio[row] = 0;
      for (let path = starts[row]; path < starts[row + 1]; path++) {
        this.#slotLoss[slot[path]] = 0;
        this.#slotRest[slot[path]] = 0;
        this.#largestLoss[owner[slot[path]]] = 0;
      }
    }
  }

  #fall(row: number, to: number): void {
    if (this.leftRatio[row] === 1) {
      this.fallen[this.fallenCount++] = row;
      this.#markets?.join(row);
    }
    this.#markets?.lose(row, this.leftRatio[row] - to);
    this.leftRatio[row] = to;
    this.#front[this.#frontCount++] = row;
  }

  #sendFront(): number {
    let nextCount = 0;
    for (let at = 0; at < this.#frontCount; at++) {
      const row = this.#front[at];
      nextCount = this.#send(row, 1 - this.leftRatio[row], nextCount);
    }
    return nextCount;
  }

  /** Where a market has changed, so has sigma of all who fell in it. */
  #sendByMarket(markets: Markets): number {
    let nextCount = 0;
    for (let market = markets.takeChanged(); market >= 0; market = markets.takeChanged()) {
      for (let row = markets.firstFallen(market); row >= 0; row = markets.nextFallen(row)) {
        nextCount = this.#send(row, markets.sigma(row) * (1 - this.leftRatio[row]), nextCount);
      }
    }
    return nextCount;
  }

  /** Tells receivers of a loss what they do not know yet. @returns how many wait to be settled */
  #send(row: number, lossRatio: number, waiting: number): number {
    const more = lossRatio - this.#sentRatio[row];
    if (Math.abs(more) <= QUIET_RATIO) return waiting;
    this.#sentRatio[row] = lossRatio;
    const { starts, slot, weight, owner } = this.paths;
    const slotLoss = this.#slotLoss;
    const slotRest = this.#slotRest;
    const largestLoss = this.#largestLoss;
    const isNext = this.#isNext;
    const next = this.#next;
    let nextCount = waiting;
    for (let path = starts[row], end = starts[row + 1]; path < end; path++) {
      const at = slot[path];
      const before = slotLoss[at];
      const added = weight[path] * more + slotRest[at];
      const loss = before + added;
      slotRest[at] = added - (loss - before);
      slotLoss[at] = loss;
      const receiver = owner[at];
      if (loss <= largestLoss[receiver]) continue;
      largestLoss[receiver] = loss;
      if (isNext[receiver] === 1) continue;
      isNext[receiver] = 1;
      next[nextCount++] = receiver;
    }
    return nextCount;
  }

  #settle(nextCount: number): number {
    let largest = 0;
    this.#frontCount = 0;
    for (let at = 0; at < nextCount; at++) {
      const row = this.#next[at];
      this.#isNext[row] = 0;
      const left = Math.max(0, 1 - this.#largestLoss[row]);
      const change = this.leftRatio[row] - left;
      if (change <= QUIET_RATIO) continue;
      this.#fall(row, left);
      if (change > largest) largest = change;
    }
    return largest;
  }
}
