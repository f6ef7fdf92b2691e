// The blends of one owner (an enterprise, or a dock) read backwards, newest first: weights on what it has flow to what that
// was made of, until only others are left: their unmet demand, their orders, docks, and causes. What the owner carries
// itself is passed through. Everything refers to an earlier phase or day, so it ends on the eve.
import { kindOf, refOf, rowOf } from './refs';
import type { TapeRun, WhySource } from './source';

/** Somebody else's composition after a day, or a cause that acted on it. */
export interface Found {
  readonly of: 'unmet' | 'orders' | 'dock' | 'cause';
  /** Enterprise, segment, corridor, cause. */
  readonly which: number;
  readonly day: number;
  readonly weight: number;
}

/** Weights by ref. */
type Weights = Map<number, number>;

function add(weights: Weights, ref: number, weight: number): void {
  weights.set(ref, (weights.get(ref) ?? 0) + weight);
}

export class Sweep {
  readonly #found = new Map<string, { of: Found['of']; which: number; day: number; weight: number }>();
  /** Per day: weights on the owner's things at its end, on shipments and on releases to it. */
  readonly #state = new Map<number, Weights>();
  readonly #shipped = new Map<number, Weights>();
  readonly #released = new Map<number, Weights>();

  /** @param owner the enterprise; -1 for a dock */
  constructor(
    private readonly source: WhySource,
    private readonly owner: number,
  ) {}

  /** Puts weight on something of the owner's as it is at the end of a day. */
  put(ref: number, day: number, weight: number): void {
    add(at(this.#state, day), ref, weight);
  }

  /** Reads back to the eve. */
  run(): Found[] {
    const days = [...this.#state.keys(), ...this.#shipped.keys(), ...this.#released.keys()];
    for (let day = Math.max(...days); day >= 0; day--) this.#day(day);
    this.#eve();
    return [...this.#found.values()];
  }

  #day(day: number): void {
    const state = at(this.#state, day);
    for (const [group, weight] of at(this.#shipped, day)) this.#shipment(day, group, weight);
    for (const [group, weight] of at(this.#released, day)) this.#release(day, group, weight);
    this.#docks(day, state);
    if (this.owner >= 0) this.#unwind(this.source.run(day, 'enterprise', this.owner), state, day);
    for (const [ref, weight] of state) this.#passOn(ref, day, weight);
    this.#state.delete(day);
    this.#shipped.delete(day);
    this.#released.delete(day);
  }

  /** Distributes weights over the records of a run, last first; causes are found. */
  #unwind({ refs, weights }: TapeRun, state: Weights, day: number): void {
    for (const record of recordsOf(weights).reverse()) {
      const into = refs[record];
      const weight = state.get(into);
      if (weight === undefined) continue;
      state.delete(into);
      const count = -weights[record];
      let sum = 0;
      for (let part = 1; part <= count; part++) sum += weights[record + part];
      for (let part = 1; part <= count; part++) {
        const share = weight * (weights[record + part] / sum);
        const ref = refs[record + part];
        if (kindOf(ref) === 'cause') this.#find('cause', rowOf(ref), day, share);
        else add(state, ref, share);
      }
    }
  }

  /** What is left after a day's records is what was there before them. */
  #passOn(ref: number, day: number, weight: number): void {
    const row = rowOf(ref);
    const kind = kindOf(ref);
    switch (kind) {
      case 'stock':
      case 'position':
      case 'finished':
      case 'smoothed':
      case 'outputBefore':
        return add(at(this.#state, day - 1), ref, weight);
      case 'orderedBefore':
        return this.#orders(row, day - 1, weight);
      case 'unmetBefore':
        return this.#unmet(row, day - 1, weight);
      case 'waiting':
        return this.#find('dock', row, day, weight);
      case 'waitingBefore':
        return this.#find('dock', row, day - 1, weight);
      case 'arrival':
        return this.#arrival(row, day, weight);
      case 'cause':
      case 'scratch':
      case 'staff':
      case 'ordered':
      case 'unmet':
        throw new Error(`day ${day} does not say what ${kind} ${row} was made of`);
      default:
        return kind satisfies never;
    }
  }

  #arrival(group: number, day: number, weight: number): void {
    const travelDays = this.source.places.groupTravelDays[group];
    if (travelDays < 0) add(at(this.#shipped, day - 1), group, weight);
    else add(at(this.#released, day - 1 - travelDays), group, weight);
  }

  #orders(segment: number, day: number, weight: number): void {
    const buyer = this.source.places.buyer[segment];
    if (day < 0) this.#start(buyer, weight);
    else if (buyer === this.owner) add(at(this.#state, day), refOf('ordered', segment), weight);
    else this.#find('orders', segment, day, weight);
  }

  #unmet(enterprise: number, day: number, weight: number): void {
    if (day < 0) this.#start(enterprise, weight);
    else if (enterprise === this.owner) add(at(this.#state, day), refOf('unmet', enterprise), weight);
    else this.#find('unmet', enterprise, day, weight);
  }

  /** A group's shipment: orders and what suppliers left unmet. One that was not written down is that of the day before. */
  #shipment(day: number, group: number, weight: number): void {
    const state: Weights = new Map([[refOf('arrival', group), weight]]);
    this.#unwind(this.source.run(day, 'shipment', group), state, day);
    for (const [ref, share] of state) {
      if (kindOf(ref) === 'arrival') add(at(this.#shipped, day - 1), group, share);
      else if (kindOf(ref) === 'unmet') this.#unmet(rowOf(ref), day, share);
      else this.#passOn(ref, day, share);
    }
  }

  /** A group's release: what was shipped the day before, and docks. */
  #release(day: number, group: number, weight: number): void {
    const state: Weights = new Map([[refOf('arrival', group), weight]]);
    this.#unwind(this.source.run(day, 'release', group), state, day);
    for (const [ref, share] of state) {
      if (kindOf(ref) === 'arrival') add(at(this.#shipped, day - 1), group, share);
      else this.#passOn(ref, day, share);
    }
  }

  /** A dock that is the owner itself. */
  #docks(day: number, state: Weights): void {
    if (this.owner >= 0) return;
    for (const [ref, weight] of [...state]) {
      if (kindOf(ref) !== 'waiting') continue;
      const own: Weights = new Map([[ref, weight]]);
      this.#unwind(this.source.run(day, 'dock', rowOf(ref)), own, day);
      state.delete(ref);
      for (const [of, share] of own) {
        if (kindOf(of) === 'arrival') add(at(this.#shipped, day - 1), rowOf(of), share);
        else if (of === refOf('waitingBefore', rowOf(ref))) add(at(this.#state, day - 1), ref, share);
        else this.#passOn(of, day, share);
      }
    }
  }

  /** On the eve everything is its owner's start. */
  #eve(): void {
    for (const [day, weights] of [...this.#shipped, ...this.#released]) {
      if (day >= 0) continue;
      for (const [group, weight] of weights)
        this.#start(this.source.places.buyer[this.source.places.groupSegment[group]], weight);
    }
    for (const [ref, weight] of at(this.#state, -1)) {
      const row = rowOf(ref);
      if (kindOf(ref) === 'position') this.#startOf(row, weight);
      else if (kindOf(ref) === 'stock' || kindOf(ref) === 'ordered') this.#start(this.source.places.buyer[row], weight);
      else this.#start(row, weight);
    }
  }

  #startOf(segment: number, weight: number): void {
    const { causes, shares } = this.source.shares(-1, 'orders', segment);
    for (let at_ = 0; at_ < causes.length; at_++) this.#find('cause', causes[at_], 0, weight * shares[at_]);
  }

  #start(enterprise: number, weight: number): void {
    const { causes, sector } = this.source.places;
    const own = causes.findIndex((one) => one.cause === 'initial' && one.sector === sector[enterprise]);
    this.#find('cause', own, 0, weight);
  }

  #find(of: Found['of'], which: number, day: number, weight: number): void {
    const key = `${of} ${which} ${day}`;
    const known = this.#found.get(key);
    if (known) known.weight += weight;
    else this.#found.set(key, { of, which, day, weight });
  }
}

function at(days: Map<number, Weights>, day: number): Weights {
  let weights = days.get(day);
  if (!weights) {
    weights = new Map();
    days.set(day, weights);
  }
  return weights;
}

/** Where a run's records begin. */
function recordsOf(weights: Float32Array): number[] {
  const records: number[] = [];
  for (let entry = 0; entry < weights.length; entry += 1 - weights[entry]) records.push(entry);
  return records;
}
