// The core day as one would write it with objects: a plant holds its links, a link its two plants. The same arithmetic in
// the same order as the columns of libs/model (rules of the synthetic chain only), so production agrees to the last bit.
import type { Levers } from '#libs/model';
import { ObjectEnterprise } from './object-enterprise';
import { REMAINDER, RULES, type ObjectKind } from './object-terms';

/** A link: what its buyer keeps of it, what its supplier keeps of it, and what is on its way between them. */
export interface ObjectLink {
  readonly flow: number;
  readonly kind: ObjectKind;
  readonly supplier: ObjectPlant;
  readonly buyer: ObjectPlant;
  stock: number;
  onOrder: number;
  ordered: number;
  book: number;
  shipped: number;
}

export class ObjectPlant extends ObjectEnterprise {
  readonly inputs: ObjectLink[] = [];
  readonly customers: ObjectLink[] = [];
  /** Base use of its one class of inputs. */
  use = 0;

  /** Takes in yesterday's deliveries and orders. */
  receive(levers: Levers): void {
    for (const link of this.inputs) {
      link.stock += link.shipped;
      const open = link.onOrder - link.shipped;
      link.onOrder = open > 0 ? open : 0;
    }
    const { finalDemand, demandGroup } = this.terms;
    this.newDemand = finalDemand * levers.demand[demandGroup];
    this.finalDue = finalDemand * levers.due[demandGroup];
    this.demand = this.finalDue;
    for (const link of this.customers) {
      link.book += link.ordered;
      this.demand += link.book;
      this.newDemand += link.ordered;
    }
  }

  /** Makes, ships and orders. */
  work(levers: Levers): void {
    this.setCapacity(levers);
    this.wantOutput(levers);
    const stock = this.stockOnHand();
    this.inputLimit =
      this.use >= 1e-5 * this.terms.base && this.use > 0 ? (stock / this.use) * this.terms.base : Infinity;
    this.output = Math.min(this.wanted, this.capacity, this.inputLimit);
    this.bound = this.output >= (1 - 1e-9) * this.terms.base ? 'none' : this.constraint();
    if (this.inputLimit === Infinity) this.inputLimit = this.capacity;
    this.ship();
    this.useInputs(stock);
    this.adjustOvertime();
    this.order();
  }

  private stockOnHand(): number {
    let stock = 0;
    for (const link of this.inputs) stock += link.stock;
    return stock;
  }

  private ship(): void {
    const locked = this.isOpen ? 0 : this.finished;
    const available = this.finished - locked + this.output;
    const isEnough = available >= this.demand;
    const fill = isEnough ? 1 : available / this.demand;
    this.finished = isEnough ? locked + (available - this.demand) : locked;
    this.finalServed = this.finalDue * fill;
    for (const link of this.customers) {
      link.shipped = link.book * fill;
      const rest = link.book - link.shipped;
      link.book = rest > REMAINDER * link.flow ? rest : 0;
    }
  }

  private useInputs(stock: number): void {
    const wanted = (this.use * this.output) / this.terms.base;
    const ratio = stock > 0 ? Math.min(1, wanted / stock) : 0;
    for (const link of this.inputs) {
      const rest = link.stock - link.stock * ratio;
      link.stock = rest > REMAINDER * link.flow ? rest : 0;
    }
  }

  private order(): void {
    if (this.isOpen) this.smoothed += (this.newDemand - this.smoothed) / RULES.smoothingDays;
    const activity = Math.min(this.smoothed, this.capacity) / this.terms.base;
    for (const link of this.inputs) {
      const { flow, kind } = link;
      const gap = kind.targetDays * flow - link.stock - link.onOrder;
      const order = Math.min(flow * activity + gap * kind.restoreRate, RULES.capRatio * flow);
      link.ordered = this.isOpen && order > REMAINDER * flow ? order : 0;
      link.onOrder += link.ordered;
    }
  }
}
