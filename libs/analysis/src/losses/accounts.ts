// Loss accounting (docs/MODEL.md#loss-accounting): every deviation from the baseline carries the shares that root causes
// have in it, so that each day's lost output is divided among them to the last yuan. A projection of the day's frames and
// levers; it holds no part of the digest and feeds nothing back. The phases follow the model's day.
import type { Frame } from '#libs/kernel';
import type { Chain, Levers } from '#libs/model';
import { Books, type AccountOptions } from './books';
import type { RootCauses } from './causes';
import { receiveDemand } from './demand';
import { moveGoods } from './dock';
import { orderByArio, orderByRealised, useSegment } from './orders-by-output';
import { blendOutput, limitByCapacity, setLevels } from './output';
import { overtimeAfter, overtimeBefore } from './overtime';
import { planActivity } from './plan';
import { planSegment } from './plan-segment';
import { receiveGoods } from './receive';
import { shipGoods } from './release';
import { leaveUnmet } from './unmet';

/** Losses below this share of base output are rounding; the rates leave them out alike. */
const LOSS_SNAP = 1e-9;

/** Losses of a day by the sector that loses and by root cause: row-major, sectors x causes. */
export interface DayLosses {
  readonly day: number;
  /** Output, yuan at base prices. */
  readonly grossYuan: Float64Array;
  readonly valueAddedYuan: Float64Array;
}

export class LossAccounts {
  readonly books: Books;
  readonly #gross: Float64Array;
  readonly #valueAdded: Float64Array;
  /** The same by column of the compositions, before they are settled. */
  readonly #grossParts: Float64Array;
  readonly #valueAddedParts: Float64Array;
  readonly #width: number;
  /** Lost by each sector. */
  readonly #grossSums: Float64Array;
  readonly #valueAddedSums: Float64Array;

  constructor(
    readonly chain: Chain,
    readonly causes: RootCauses,
    options: AccountOptions = {},
  ) {
    this.books = new Books(chain, causes, options);
    this.#gross = new Float64Array(chain.sectors.length * causes.count);
    this.#valueAdded = new Float64Array(chain.sectors.length * causes.count);
    this.#width = this.books.carriers.compositions.mostWidth;
    this.#grossParts = new Float64Array(chain.sectors.length * this.#width);
    this.#valueAddedParts = new Float64Array(chain.sectors.length * this.#width);
    this.#grossSums = new Float64Array(chain.sectors.length);
    this.#valueAddedSums = new Float64Array(chain.sectors.length);
  }

  /**
   * Accounts for a day; days come in order, from 0. The result is overwritten by the next day.
   * @throws Error when a loss has no cause, or a cause that the scenario does not foresee acts: defects
   */
  fold(day: number, frames: readonly Frame[], levers: Levers): DayLosses {
    const { books } = this;
    books.read(day, frames, levers);
    for (const sums of [this.#grossParts, this.#valueAddedParts, this.#grossSums, this.#valueAddedSums]) sums.fill(0);
    for (let i = 0; i < this.chain.enterprises.count; i++) this.#enterprise(i, levers);
    moveGoods(books, levers);
    shipGoods(books);
    this.#settle();
    return { day, grossYuan: this.#gross, valueAddedYuan: this.#valueAdded };
  }

  #enterprise(i: number, levers: Levers): void {
    const { books } = this;
    books.observer?.turnTo('enterprise', i);
    const { orders } = this.chain.rules;
    receiveGoods(books, i);
    receiveDemand(books, i, levers);
    overtimeBefore(books, i);
    limitByCapacity(books, i);
    setLevels(books, i);
    blendOutput(books, i);
    if (orders.rule === 'plan') planActivity(books, i, orders, levers);
    leaveUnmet(books, i);
    overtimeAfter(books, i);
    const { segmentStarts } = books.layout;
    for (let s = segmentStarts[i]; s < segmentStarts[i + 1]; s++) {
      if (orders.rule === 'plan') planSegment(books, i, s);
      else {
        useSegment(books, i, s);
        if (orders.rule === 'realised') orderByRealised(books, i, s, orders);
        else orderByArio(books, i, s);
      }
    }
    this.#attribute(i);
  }

  /** Divides the day's loss of an enterprise among the causes. */
  #attribute(i: number): void {
    const { books, chain } = this;
    const { sector, baseOutputYuan, valueAddedYuan } = chain.enterprises;
    const base = baseOutputYuan[i];
    const ratio = books.board.outputYuan[i] / base;
    if (!(1 - ratio > LOSS_SNAP)) return;
    const { shares, touched, standsAt, width } = books.carriers.compositions;
    const { output } = books.turn;
    if (!touched[output]) throw this.#orphan(i);
    const at = sector[i];
    if (chain.sectors[at].outside) return;
    const gross = (1 - ratio) * base;
    const valueAdded = (1 - ratio) * valueAddedYuan[i];
    this.#grossSums[at] += gross;
    this.#valueAddedSums[at] += valueAdded;
    const into = at * this.#width;
    const from = standsAt[output] * width;
    for (let k = 0; k < width; k++) {
      this.#grossParts[into + k] += gross * shares[from + k];
      this.#valueAddedParts[into + k] += valueAdded * shares[from + k];
    }
  }

  /** Shares are floats: what each sector lost is settled to its sum, cause by cause in the order of the causes. */
  #settle(): void {
    this.#settleTo(this.#gross, this.#grossParts, this.#grossSums);
    this.#settleTo(this.#valueAdded, this.#valueAddedParts, this.#valueAddedSums);
  }

  #settleTo(losses: Float64Array, parts: Float64Array, sums: Float64Array): void {
    const { count } = this.causes;
    const { column } = this.books.carriers.compositions;
    sums.forEach((sum, at) => {
      let found = 0;
      for (let k = 0; k < count; k++) {
        const part = column[k] < 0 ? 0 : parts[at * this.#width + column[k]];
        losses[at * count + k] = part;
        found += part;
      }
      if (found > 0) for (let k = 0; k < count; k++) losses[at * count + k] *= sum / found;
    });
  }

  #orphan(i: number): Error {
    const { ids } = this.chain.enterprises;
    return new Error(`the loss of ${ids[i]} on day ${this.books.day} has no cause`);
  }
}
