// The day's rates by sector, zone and chain. Resumption counts enterprises; capacity recovery weighs min(1, P/P0) by
// base output inside a sector and by value added across sectors, so that a metre counts once; throughput is what
// reached final demand over the baseline.
import type { DayBoard } from './day-board';
import type { ScopeRun, Scopes } from './scopes';

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
  /** Base final demand that was not served. */
  readonly missedFinalYuan: Float64Array;
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
    this.missedFinalYuan = column();
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
    for (const run of scopes.runs) this.#foldRun(run, board);
    for (let scope = 0; scope < scopes.sectorCount; scope++) this.#addToChain(scope);
    this.#divide();
  }

  /** Adds a run up in variables, for a sum in memory would hold up every addition. */
  #foldRun({ first, end, sector, zone }: ScopeRun, { chain, outputYuan, isOpen, finalServedYuan }: DayBoard): void {
    const { baseOutputYuan, valueAddedYuan } = chain.enterprises;
    let resumed = 0;
    let made = 0;
    let madeValueAdded = 0;
    let served = 0;
    let lost = 0;
    let lostValueAdded = 0;
    for (let i = first; i < end; i++) {
      const base = baseOutputYuan[i];
      const valueAdded = valueAddedYuan[i];
      const output = outputYuan[i];
      const ratio = output < base ? output / base : 1;
      if (isOpen[i] > 0 && output >= RESUMED_RATIO * base) resumed++;
      made += ratio * base;
      madeValueAdded += ratio * valueAdded;
      served += finalServedYuan[i];
      if (1 - ratio > LOSS_SNAP) {
        lost += (1 - ratio) * base;
        lostValueAdded += (1 - ratio) * valueAdded;
      }
    }
    for (const scope of [sector, zone]) {
      this.#resumed[scope] += resumed;
      this.#made[scope] += made;
      this.#madeValueAdded[scope] += madeValueAdded;
      this.finalServedYuan[scope] += served;
      this.lostYuan[scope] += lost;
      this.lostValueAddedYuan[scope] += lostValueAdded;
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
      this.missedFinalYuan[scope] = Math.max(0, scopes.finalYuan[scope] - this.finalServedYuan[scope]);
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
