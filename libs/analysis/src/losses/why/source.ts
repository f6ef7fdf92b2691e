// What the tree of causes is read from: the tapes of days, wherever they are kept, and who owns what.
import type { WhyPlaces } from './places';
import { DAY_PARTS, type DayTape } from './tape';

/** A run of a tape's entries. */
export interface TapeRun {
  readonly refs: Int32Array;
  readonly weights: Float32Array;
}

/** Causes of a composition: numbers, shares that add up to 1, and the mean day on which each acted. */
export interface DatedShares {
  readonly causes: ArrayLike<number>;
  readonly shares: ArrayLike<number>;
  readonly days: ArrayLike<number>;
}

export interface WhySource {
  readonly places: WhyPlaces;
  output(day: number, enterprise: number): number;
  /** Entries of one enterprise, dock, release or shipment on a day. */
  run(day: number, part: 'enterprise' | 'dock' | 'release' | 'shipment', which: number): TapeRun;
  /** Composition after a day: of an enterprise's unmet demand, a segment's orders (on the eve: position) or a dock. */
  shares(day: number, of: 'unmet' | 'orders' | 'dock', which: number): DatedShares;
}

/** Tapes in memory: for small runs, and for tests of other keepers. */
export class TapesInMemory implements WhySource {
  readonly #days = new Map<number, DayTape>();

  constructor(readonly places: WhyPlaces) {}

  /** Keeps a copy. */
  add(tape: DayTape): void {
    const copy = Object.fromEntries(
      Object.entries(tape).map(([name, value]: [string, number | { slice(): unknown }]) => [
        name,
        typeof value === 'number' ? value : value.slice(),
      ]),
    );
    this.#days.set(tape.day, copy as unknown as DayTape);
  }

  output(day: number, enterprise: number): number {
    return this.#day(day).outputYuan[enterprise];
  }

  run(day: number, part: 'enterprise' | 'dock' | 'release' | 'shipment', which: number): TapeRun {
    const tape = this.#day(day);
    const starts = tape[`${part}Starts`];
    const [from, to] = [starts[which], starts[which + 1]];
    return { refs: tape.refs.subarray(from, to), weights: tape.weights.subarray(from, to) };
  }

  shares(day: number, of: 'unmet' | 'orders' | 'dock', which: number): DatedShares {
    const { shareStarts, shareCauses, shares, shareDays } = this.#day(day);
    const row = shareRow(this.places, of, which);
    const [from, to] = [shareStarts[row], shareStarts[row + 1]];
    return datedShares(shareCauses.subarray(from, to), shares.subarray(from, to), shareDays.subarray(from, to));
  }

  #day(day: number): DayTape {
    const tape = this.#days.get(day);
    if (!tape) throw new RangeError(`no tape of day ${day}`);
    return tape;
  }
}

/** Row of a composition in a tape's `shareStarts`. */
export function shareRow({ enterprises, buyer }: WhyPlaces, of: 'unmet' | 'orders' | 'dock', which: number): number {
  if (of === 'unmet') return which;
  return of === 'orders' ? enterprises.length + which : enterprises.length + buyer.length + which;
}

/** Shares as they are kept, made to add up to 1. */
export function datedShares(causes: Uint8Array, shares: Uint16Array, days: Uint16Array): DatedShares {
  const sum = shares.reduce((all, share) => all + share, 0);
  return {
    causes,
    shares: Array.from(shares, (share) => share / sum),
    days: Array.from(days, (parts) => parts / DAY_PARTS),
  };
}
