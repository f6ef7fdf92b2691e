// An enterprise of the object version: its numbers, and the arithmetic that needs no link.
import type { Levers } from '#libs/model';
import { RULES, type PlantTerms } from './object-terms';

export class ObjectEnterprise {
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

  protected setCapacity(levers: Levers): void {
    const { gateDraw, gateGroup, utilityGroup, capacityGroup, spareRatio, base } = this.terms;
    this.isOpen = gateDraw < levers.openShare[gateGroup];
    const utility = Math.min(1, levers.utility[utilityGroup]);
    const full = spareRatio * base * levers.capacity[capacityGroup] * this.overtime * utility;
    this.capacity = this.isOpen ? full : 0;
  }

  protected wantOutput(levers: Levers): void {
    const base = this.terms.finishedDays * this.terms.base;
    const target = base * levers.finishedTarget[this.terms.finishedGroup];
    const restock = (target - this.finished) / RULES.restoreDays;
    const room = this.demand + Math.max(0, RULES.maxFinished * Math.max(base, target) - this.finished);
    this.wanted = Math.min(Math.max(0, this.demand + restock), room);
    this.newDemand = Math.max(0, this.newDemand + restock);
  }

  protected constraint(): string {
    const { wanted, capacity, inputLimit, demand } = this;
    if (!this.isOpen) return inputLimit < Math.min(wanted, capacity) ? 'input' : 'gate';
    if (wanted <= capacity && wanted <= inputLimit) {
      return demand - wanted > this.terms.base - demand ? 'finished-stock-full' : 'demand';
    }
    return inputLimit < capacity ? 'input' : 'capacity';
  }

  protected adjustOvertime(): void {
    const unmet = this.demand > 0 && this.isOpen ? (this.demand - this.output) / this.demand : 0;
    const goal = unmet > 1e-12 ? (RULES.maxOvertime - this.overtime) * unmet : 1 - this.overtime;
    this.overtime = Math.max(1, this.overtime + goal / RULES.overtimeDays);
  }
}
