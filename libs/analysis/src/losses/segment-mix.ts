// The compositions of a segment under rule `plan`, written in one go: stock after use, position after use (which nobody
// keeps), orders, position after ordering. Parts are sizes >= 0 of one sign; the weights of each composition add up to 1.
import type { BlendObserver } from './blend';
import type { Compositions } from './compositions';

/** Rows of a segment's compositions: written are stock, order and position; `before` is where position was. */
export interface SegmentRows {
  readonly stock: number;
  readonly order: number;
  readonly position: number;
  readonly before: number;
  readonly output: number;
  readonly activity: number;
  /** Position after use: told, and never read. */
  readonly after: number;
  /** Written in the place of position when it stays as it was. */
  readonly waste: number;
}

export class SegmentMix {
  /** Stock: as before use, output. */
  stockOfStock = 0.5;
  stockOfOutput = 0.5;
  /** Position after use: as before, stock, output. */
  afterOfBefore = 0.5;
  afterOfStock = 0.5;
  afterOfOutput = 0.5;
  /** Orders: activity, position after use. */
  orderOfActivity = 0.5;
  orderOfAfter = 0.5;
  /** Position after ordering: after use, orders. */
  keptOfAfter = 0.5;
  keptOfOrder = 0.5;
  /** What is told of one composition. */
  #parts = 0;
  readonly #rows = new Int32Array(3);
  readonly #weights = new Float64Array(3);

  constructor(
    private readonly compositions: Compositions,
    private readonly observer?: BlendObserver,
  ) {}

  clear(): void {
    this.stockOfStock = 0;
    this.stockOfOutput = 0;
    this.afterOfBefore = 0;
    this.afterOfStock = 0;
    this.afterOfOutput = 0;
    this.orderOfActivity = 0;
    this.orderOfAfter = 0;
    this.keptOfAfter = 0;
    this.keptOfOrder = 0;
  }

  /** Makes weights of the sizes and writes the rows; a composition without parts stays, that of orders is untouched. */
  write(rows: SegmentRows): void {
    const { touched } = this.compositions;
    const ofStock = this.stockOfStock + this.stockOfOutput;
    const ofAfter = this.afterOfBefore + this.afterOfStock + this.afterOfOutput;
    // What has no parts itself is a part of nothing.
    if (ofAfter === 0) this.orderOfAfter = this.keptOfAfter = 0;
    const ofOrder = this.orderOfActivity + this.orderOfAfter;
    if (ofOrder === 0) this.keptOfOrder = 0;
    const ofKept = this.keptOfAfter + this.keptOfOrder;
    this.#scale(ofStock, ofAfter, ofOrder, ofKept);
    if (this.observer) this.#tell(this.observer, rows);
    if (ofStock > 0) touched[rows.stock] = 1;
    if (ofKept > 0) touched[rows.position] = 1;
    touched[rows.order] = ofOrder > 0 ? 1 : 0;
    const kept = ofKept > 0 ? rows.position : rows.waste;
    if (!this.#name(rows, kept)) this.#mix(rows, kept);
  }

  /** Where one composition is part of all, nothing need be added up. */
  #name({ stock, output, before, activity, order }: SegmentRows, kept: number): boolean {
    const { standsAt } = this.compositions;
    let one = joined(NONE, standsAt[before], this.afterOfBefore);
    one = joined(one, standsAt[stock], this.afterOfStock + this.stockOfStock);
    one = joined(one, standsAt[output], this.afterOfOutput + this.stockOfOutput);
    one = joined(one, standsAt[activity], this.orderOfActivity);
    if (!this.compositions.isCause(one)) return false;
    standsAt[stock] = standsAt[order] = standsAt[kept] = one;
    return true;
  }

  #scale(ofStock: number, ofAfter: number, ofOrder: number, ofKept: number): void {
    this.stockOfOutput = over(this.stockOfOutput, ofStock);
    this.stockOfStock = ofStock > 0 ? 1 - this.stockOfOutput : 1;
    this.afterOfBefore = over(this.afterOfBefore, ofAfter);
    this.afterOfStock = over(this.afterOfStock, ofAfter);
    this.afterOfOutput = over(this.afterOfOutput, ofAfter);
    this.orderOfActivity = over(this.orderOfActivity, ofOrder);
    this.orderOfAfter = over(this.orderOfAfter, ofOrder);
    this.keptOfAfter = over(this.keptOfAfter, ofKept);
    this.keptOfOrder = over(this.keptOfOrder, ofKept);
  }

  #mix(rows: SegmentRows, into: number): void {
    const { shares: m, width, standsAt } = this.compositions;
    const { stockOfStock, stockOfOutput, afterOfBefore, afterOfStock, afterOfOutput } = this;
    const { orderOfActivity, orderOfAfter, keptOfAfter, keptOfOrder } = this;
    const stock = standsAt[rows.stock] * width;
    const output = standsAt[rows.output] * width;
    const before = standsAt[rows.before] * width;
    const activity = standsAt[rows.activity] * width;
    const left = (stockOfOutput > 0 ? rows.stock : rows.waste) * width;
    const order = rows.order * width;
    const kept = into * width;
    if (stockOfOutput > 0) standsAt[rows.stock] = rows.stock;
    standsAt[rows.order] = rows.order;
    standsAt[into] = into;
    for (let k = 0; k < width; k++) {
      const held = m[stock + k];
      const made = m[output + k];
      const after = afterOfBefore * m[before + k] + afterOfStock * held + afterOfOutput * made;
      const ordered = orderOfActivity * m[activity + k] + orderOfAfter * after;
      m[left + k] = stockOfStock * held + stockOfOutput * made;
      m[order + k] = ordered;
      m[kept + k] = keptOfAfter * after + keptOfOrder * ordered;
    }
  }

  #tell(observer: BlendObserver, { stock, order, position, before, output, activity, after }: SegmentRows): void {
    this.#part(before, this.afterOfBefore);
    this.#part(stock, this.afterOfStock);
    this.#part(output, this.afterOfOutput);
    this.#say(observer, after);
    this.#part(activity, this.orderOfActivity);
    this.#part(after, this.orderOfAfter);
    this.#say(observer, order);
    this.#part(after, this.keptOfAfter);
    this.#part(order, this.keptOfOrder);
    this.#say(observer, position);
    if (this.stockOfOutput === 0) return;
    this.#part(stock, this.stockOfStock);
    this.#part(output, this.stockOfOutput);
    this.#say(observer, stock);
  }

  #part(row: number, weight: number): void {
    if (weight === 0) return;
    this.#rows[this.#parts] = row;
    this.#weights[this.#parts++] = weight;
  }

  #say(observer: BlendObserver, into: number): void {
    if (this.#parts > 0) observer.blend(into, this.#rows, this.#weights, this.#parts);
    this.#parts = 0;
  }
}

const NONE = -1;
const SEVERAL = -2;

/** The one row that all parts so far stand at. */
function joined(so: number, row: number, weight: number): number {
  if (weight === 0 || so === row) return so;
  return so === NONE ? row : SEVERAL;
}

function over(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}
