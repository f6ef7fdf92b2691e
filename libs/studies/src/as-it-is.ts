// What reaches final demand as the run is, without anything lifted: what every relief is held against. Kept by day, so that
// from one start to a later one of the same run only the days that are missing are computed, by whichever worker is free.
import type { StageSnapshot } from '#libs/kernel';
import type { Simulated } from '#libs/simulation';
import { isDeepStrictEqual } from 'node:util';
import type { LiftedStart } from './lifted-start';
import { sharedLike } from './shared-memory';

/** Days of the run as it is, in memory that workers share. */
export interface AsItIsPart {
  /** The day at whose end they begin, and its columns. */
  readonly after: number;
  readonly columns: readonly StageSnapshot[];
  /** The day before which they end, and where the columns of the last one go. */
  readonly end: number;
  readonly into: readonly StageSnapshot[];
}

export class AsItIs {
  /** By what the run goes on; undefined before its first day here. */
  #schedule: Simulated['schedule'] | undefined;
  /** Yuan, of the days from `#first` on. */
  #served: number[] = [];
  #first = 0;
  /** Columns after the last of them. */
  #end: readonly StageSnapshot[] = [];

  /** Days that are missing before `end`, in at most so many parts; each begins where the one before it has ended. */
  missing({ day, before, simulated }: LiftedStart, end: number, most: 1 | 2): AsItIsPart[] {
    if (!this.#holds(day, simulated)) this.#begin(day, before, simulated);
    const { length } = this.#served;
    const from = this.#first + length;
    if (from >= end) return [];
    const middle = most === 2 ? Math.ceil((from + end) / 2) : end;
    const into = this.#end;
    const whole = { after: from - 1, columns: length > 0 ? into : before, end: middle, into };
    return middle < end ? [whole, { after: middle - 1, columns: into, end, into }] : [whole];
  }

  /** Value of the days of a part that were done, in their order. */
  take(servedYuan: readonly number[]): void {
    this.#served.push(...servedYuan);
  }

  /** Value that reaches final demand from a day to the day before `end`, yuan at base prices; none of them missing. */
  deliveredYuan(day: number, end: number): number {
    let delivered = 0;
    for (let at = day; at < end; at++) delivered += this.#served[at - this.#first];
    return delivered;
  }

  /** Whether the start lies on the days that are known, or just after them. */
  #holds(day: number, { schedule }: Simulated): boolean {
    const { length } = this.#served;
    const isOnThem = length > 0 && day >= this.#first && day <= this.#first + length;
    return isOnThem && isDeepStrictEqual(this.#schedule, schedule);
  }

  #begin(day: number, before: readonly StageSnapshot[], { schedule }: Simulated): void {
    if (this.#end.length === 0) this.#end = before.map(sharedLike);
    this.#schedule = schedule;
    this.#served = [];
    this.#first = day;
  }
}
