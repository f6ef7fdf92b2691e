// What is left of each market, who fell in it, and how much of a loss the others cannot replace:
// sigma_i = min(1, out_i / sum over k in the market of out_k h_k).
import type { SupplyNetwork } from './network';

export class Markets {
  readonly #leftYuan: Float64Array;
  readonly #wholeYuan: Float64Array;
  /** A chain of the fallen for each market: -1 ends it. */
  readonly #firstFallen: Int32Array;
  readonly #nextFallen: Int32Array;
  readonly #isChanged: Uint8Array;
  readonly #changed: Int32Array;
  #changedCount = 0;

  constructor(private readonly network: SupplyNetwork) {
    const { count, markets, market, outputYuan } = network;
    this.#wholeYuan = new Float64Array(markets);
    for (let row = 0; row < count; row++) this.#wholeYuan[market[row]] += outputYuan[row];
    this.#leftYuan = this.#wholeYuan.slice();
    this.#firstFallen = new Int32Array(markets).fill(-1);
    this.#nextFallen = new Int32Array(count).fill(-1);
    this.#isChanged = new Uint8Array(markets);
    this.#changed = new Int32Array(markets);
  }

  /** Share of an enterprise's loss that others of its market cannot make up for. */
  sigma(row: number): number {
    const own = this.network.outputYuan[row];
    const left = this.#leftYuan[this.network.market[row]];
    return left > own ? own / left : 1;
  }

  join(row: number): void {
    const market = this.network.market[row];
    this.#nextFallen[row] = this.#firstFallen[market];
    this.#firstFallen[market] = row;
  }

  lose(row: number, ratio: number): void {
    this.#leftYuan[this.network.market[row]] -= this.network.outputYuan[row] * ratio;
  }

  changed(row: number): void {
    const market = this.network.market[row];
    if (this.#isChanged[market] === 1) return;
    this.#isChanged[market] = 1;
    this.#changed[this.#changedCount++] = market;
  }

  /** A market that changed since it was last taken; -1 when there is none. */
  takeChanged(): number {
    if (this.#changedCount === 0) return -1;
    const market = this.#changed[--this.#changedCount];
    this.#isChanged[market] = 0;
    return market;
  }

  firstFallen(market: number): number {
    return this.#firstFallen[market];
  }

  nextFallen(row: number): number {
    return this.#nextFallen[row];
  }

  clear(): void {
    this.#leftYuan.set(this.#wholeYuan);
    this.#firstFallen.fill(-1);
  }
}
