// Collects what a stage shard may read. A day is ready when every upstream source has ended it; frames of a day are
// read on the day after, never on the same day.
import type { Source } from '#libs/messages';
import { Inbox } from './inbox';
import type { Frame } from './route';

/** Frames kept ahead of the reader; a source further ahead than this has lost step. */
const MAX_DAYS_AHEAD = 8;

export class Mailbox {
  readonly #days = new Map<number, Map<string, readonly Frame[]>>();
  #read: number;

  /**
   * @param upstream every source that writes to this shard
   * @param lastRead day already folded into the state: -2 before the eve's frames
   */
  constructor(
    private readonly upstream: readonly Source[],
    lastRead = -2,
  ) {
    this.#read = lastRead;
  }

  /**
   * Takes one source's frames of a day. A day at or before the last one read is a duplicate and dropped.
   * @throws Error when a source writes one day twice, is no upstream, or is more than 8 days ahead
   */
  deliver(source: Source, day: number, frames: readonly Frame[]): void {
    if (day <= this.#read) return;
    if (!this.upstream.some((known) => keyOf(known) === keyOf(source)))
      throw new Error(`unexpected source ${keyOf(source)}`);
    if (day > this.#read + MAX_DAYS_AHEAD) throw new Error(`${keyOf(source)} is ${day - this.#read} days ahead`);
    const ofDay = this.#days.get(day) ?? new Map<string, readonly Frame[]>();
    if (ofDay.has(keyOf(source))) throw new Error(`${keyOf(source)} ended day ${day} twice`);
    this.#days.set(day, ofDay.set(keyOf(source), frames));
  }

  /** Whether every upstream source has ended that day. */
  isReady(day: number): boolean {
    return day <= this.#read || (this.#days.get(day)?.size ?? 0) === this.upstream.length;
  }

  /** The frames of that day; they are forgotten. @throws Error when a source has not ended the day */
  take(day: number): Inbox {
    if (day !== this.#read + 1 || !this.isReady(day))
      throw new Error(`day ${day} is not ready after day ${this.#read}`);
    const frames = [...(this.#days.get(day)?.values() ?? [])].flat();
    this.#days.delete(day);
    this.#read = day;
    return new Inbox(frames);
  }
}

function keyOf({ stage, shard }: Source): string {
  return `${stage}/${shard}`;
}
