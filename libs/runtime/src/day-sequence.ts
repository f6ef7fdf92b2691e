// The order of one writer's records on one stream within an attempt: lower than expected is a duplicate, equal is taken,
// higher is a gap that is never skipped. The end of a day must fit what was taken of it.
import type { LogRecord } from '#libs/messages';

export type Taken = 'taken' | 'day-ended' | 'duplicate' | 'gap';

/** Ends of days remembered, to hold a second content against the first. */
const REMEMBERED_DAYS = 64;

/** Two contents for one day of one writer: somebody's model, or somebody's memory, is not what it should be. */
export class TwoContents extends Error {}
/** A record that cannot be what its writer wrote. */
export class PoisonRecord extends Error {}

export class DaySequence {
  #day: number;
  #seq = 0;
  readonly #checksums = new Map<number, string>();

  /** @param nextDay first day that is expected */
  constructor(nextDay: number) {
    this.#day = nextDay;
  }

  /** Day of the next record expected: every day before has ended. */
  get nextDay(): number {
    return this.#day;
  }

  /** @throws TwoContents, PoisonRecord */
  take(record: LogRecord): Taken {
    const { day, seq, end } = record;
    if (day < this.#day || (day === this.#day && seq < this.#seq)) {
      this.#compare(record);
      return 'duplicate';
    }
    if (day > this.#day || seq > this.#seq) return 'gap';
    this.#seq++;
    if (!end) return 'taken';
    if (end.count !== this.#seq)
      throw new PoisonRecord(`${placeOf(record)} ends a day of ${this.#seq} records as one of ${end.count}`);
    this.#checksums.set(day, end.checksum);
    this.#checksums.delete(day - REMEMBERED_DAYS);
    this.#day++;
    this.#seq = 0;
    return 'day-ended';
  }

  #compare(record: LogRecord): void {
    const known = this.#checksums.get(record.day);
    if (record.end && known !== undefined && known !== record.end.checksum)
      throw new TwoContents(`${placeOf(record)} has checksum ${record.end.checksum}, earlier it had ${known}`);
  }
}

/** Where a record stands, for people. */
export function placeOf({ run, from, day, seq }: LogRecord): string {
  return `run ${run}, ${from.name}/${from.shard}, day ${day}, record ${seq}`;
}
