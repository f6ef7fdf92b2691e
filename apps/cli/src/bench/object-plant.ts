// The core day as one would write it with objects: a plant holds its links, a link its two plants. The same arithmetic in
// the same order as the columns of libs/model (rules of the synthetic chain only), so production agrees to the last bit.
import type { Levers } from '#libs/model';
import { REMAINDER, RULES, type ObjectKind, type PlantTerms } from './object-terms';

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

export class ObjectPlant {
  readonly inputs: ObjectLink[] = [];
  readonly customers: ObjectLink[] = [];
  /** Base use of its one class of inputs. */
  use = 0;
  finished = 0;
  smoothed = 0;
  overtime = 1;
  output = 0;
  wanted = 0;
  demand = 0;
  newDemand = 0;
  capacity = 0;
  inputLimit = 0;
  isOpen = true;
  finalDue = 0;
  finalServed = 0;
  bound = 'none';

  constructor(readonly terms: PlantTerms) {}

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

  private setCapacity(levers: Levers): void {
    const { gateDraw, gateGroup, utilityGroup, capacityGroup, spareRatio, base } = this.terms;
    this.isOpen = gateDraw < levers.openShare[gateGroup];
    const utility = Math.min(1, levers.utility[utilityGroup]);
    const full = spareRatio * base * levers.capacity[capacityGroup] * this.overtime * utility;
    this.capacity = this.isOpen ? full : 0;
  }

  private wantOutput(levers: Levers): void {
    const base = this.terms.finishedDays * this.terms.base;
    const target = base * levers.finishedTarget[this.terms.finishedGroup];
    const restock = (target - this.finished) / RULES.restoreDays;
    const room = this.demand + Math.max(0, RULES.maxFinished * Math.max(base, target) - this.finished);
    this.wanted = Math.min(Math.max(0, this.demand + restock), room);
    this.newDemand = Math.max(0, this.newDemand + restock);
  }

  private stockOnHand(): number {
    let stock = 0;
    for (const link of this.inputs) stock += link.stock;
    return stock;
  }

  private constraint(): string {
    const { wanted, capacity, inputLimit, demand } = this;
    if (!this.isOpen) return inputLimit < Math.min(wanted, capacity) ? 'input' : 'gate';
    if (wanted <= capacity && wanted <= inputLimit) {
      return demand - wanted > this.terms.base - demand ? 'finished-stock-full' : 'demand';
    }
    return inputLimit < capacity ? 'input' : 'capacity';
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

  private adjustOvertime(): void {
    const unmet = this.demand > 0 && this.isOpen ? (this.demand - this.output) / this.demand : 0;
    const goal = unmet > 1e-12 ? (RULES.maxOvertime - this.overtime) * unmet : 1 - this.overtime;
    this.overtime = Math.max(1, this.overtime + goal / RULES.overtimeDays);
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
