// The day's rates by sector, zone and chain. Resumption counts enterprises; capacity recovery weighs min(1, P/P0) by
// base output inside a sector and by value added across sectors, so that a metre counts once; throughput is what
// reached final demand over the baseline.
import type { DayBoard } from './day-board';
import type { Scopes } from './scopes';

/** An enterprise has resumed when its gate is open and it makes at least this share of base output. */
export const RESUMED_RATIO = 0.05;

/** Sums of one day per scope (rows of `Scopes`), and the ratios made of them. */
export class DayRates {
  readonly resumption: Float64Array;
  readonly capacityRecovery: Float64Array;
  readonly throughput: Float64Array;
  readonly lostYuan: Float64Array;
  readonly lostValueAddedYuan: Float64Array;
  readonly finalServedYuan: Float64Array;
  readonly #resumed: Float64Array;
  readonly #made: Float64Array;
  readonly #madeValueAdded: Float64Array;
  /** What is added up over enterprises; the others are ratios of these. */
  readonly #sums: readonly Float64Array[];

  constructor(private readonly scopes: Scopes) {
    const column = (): Float64Array => new Float64Array(scopes.count.length);
    this.resumption = column();
    this.capacityRecovery = column();
    this.throughput = column();
    this.lostYuan = column();
    this.lostValueAddedYuan = column();
    this.finalServedYuan = column();
    this.#resumed = column();
    this.#made = column();
    this.#madeValueAdded = column();
    this.#sums = [
      this.lostYuan,
      this.lostValueAddedYuan,
      this.finalServedYuan,
      this.#resumed,
      this.#made,
      this.#madeValueAdded,
    ];
  }

  fold(board: DayBoard): void {
    const { scopes } = this;
    for (const column of this.#sums) column.fill(0);
    const { sector, zone, baseOutputYuan, valueAddedYuan, count } = board.chain.enterprises;
    for (let i = 0; i < count; i++) {
      if (!scopes.isInside[i]) continue;
      const base = baseOutputYuan[i];
      const output = board.outputYuan[i];
      const isResumed = board.isOpen[i] > 0 && output >= RESUMED_RATIO * base ? 1 : 0;
      const ratio = output < base ? output / base : 1;
      const served = board.finalServedYuan[i];
      this.#add(sector[i], isResumed, ratio, base, valueAddedYuan[i], served);
      this.#add(scopes.sectorCount + zone[i], isResumed, ratio, base, valueAddedYuan[i], served);
    }
    for (let scope = 0; scope < scopes.sectorCount; scope++) this.#addToChain(scope);
    this.#divide();
  }

  #add(scope: number, resumed: number, ratio: number, base: number, valueAdded: number, served: number): void {
    this.#resumed[scope] += resumed;
    this.#made[scope] += ratio * base;
    this.#madeValueAdded[scope] += ratio * valueAdded;
    this.finalServedYuan[scope] += served;
    if (1 - ratio > LOSS_SNAP) {
      this.lostYuan[scope] += (1 - ratio) * base;
      this.lostValueAddedYuan[scope] += (1 - ratio) * valueAdded;
    }
  }

  #addToChain(sector: number): void {
    const chain = this.scopes.count.length - 1;
    for (const column of this.#sums) column[chain] += column[sector];
  }

  #divide(): void {
    const { scopes } = this;
    for (let scope = 0; scope < scopes.count.length; scope++) {
      const isSector = scope < scopes.sectorCount;
      this.resumption[scope] = over(this.#resumed[scope], scopes.count[scope]);
      this.capacityRecovery[scope] = isSector
        ? over(this.#made[scope], scopes.outputYuan[scope])
        : over(this.#madeValueAdded[scope], scopes.valueAddedYuan[scope]);
      this.throughput[scope] = over(this.finalServedYuan[scope], scopes.finalYuan[scope]);
    }
  }
}

/** Losses below this share of base output are rounding. */
const LOSS_SNAP = 1e-9;
const RATE_SNAP = 1e-12;

/** A ratio; 1 where there is nothing to compare with, and where only rounding keeps it from 1. */
function over(part: number, whole: number): number {
  const ratio = whole > 0 ? part / whole : 1;
  return Math.abs(ratio - 1) < RATE_SNAP ? 1 : ratio;
}
