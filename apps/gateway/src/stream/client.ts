// One reader of a run. It is sent what it lacks, one event after the other, as fast as it takes them: so no queue of its
// own can grow. Who does not take what is told is let go, and comes back with the id of the last day that it had.
import type { Writable } from 'node:stream';
import type { DayText } from './event-text';

/** What may wait for a reader: its part of Node's buffers, and what was told while these were full. */
const MOST_WAITING_BYTES = 256 * 2 ** 10;
/** Above, we wait until it has taken what there is. */
const FULL_BYTES = 64 * 2 ** 10;
/** A reader that took nothing for so long is gone. */
const STALLED_MS = 60_000;

/** What a run has come to, as its follower knows it. */
export interface Told {
  /** Last day that is sealed. */
  readonly sealed: number;
  /** Days whose losses are known, from the first on; 0 where they are never told again. */
  readonly accounted: number;
  readonly run: { readonly version: number; readonly text: Buffer };
  known(day: number, withLosses: boolean): DayText | undefined;
  text(day: number, withLosses: boolean): Promise<DayText | undefined>;
}

export interface ClientOptions {
  readonly sink: Writable;
  readonly told: Told;
  /** First day that it lacks. */
  readonly next: number;
  /** First day that it may have without its losses. */
  readonly owed: number;
  readonly onFailure: (error: unknown) => void;
}

export class Client {
  #next: number;
  #owed: number;
  #runVersion = 0;
  #isSending = false;
  #isFull = false;
  #fullSinceMs = 0;
  #missedBytes = 0;

  constructor(private readonly options: ClientOptions) {
    this.#next = options.next;
    this.#owed = options.owed;
    options.sink.on('drain', () => {
      this.#isFull = false;
      this.#missedBytes = 0;
      this.wake();
    });
  }

  /** Sends what it lacks. */
  wake(): void {
    if (this.#isSending || this.#isFull) return;
    this.#isSending = true;
    this.#send().catch((error: unknown) => this.options.onFailure(error));
  }

  /** Counts what was told while it takes nothing. @returns false where it has to go */
  canWait(bytes: number, nowMs: number): boolean {
    if (!this.#isFull) return true;
    this.#missedBytes += bytes;
    const waiting = this.options.sink.writableLength + this.#missedBytes;
    return waiting <= MOST_WAITING_BYTES && nowMs - this.#fullSinceMs < STALLED_MS;
  }

  /** Writes what belongs to no day. */
  write(bytes: Buffer): void {
    const { sink } = this.options;
    if (sink.destroyed || sink.writableEnded) return;
    sink.write(bytes);
    if (sink.writableLength < FULL_BYTES || this.#isFull) return;
    this.#isFull = true;
    this.#fullSinceMs = performance.now();
  }

  /** Done in the moment it ends: Node tells that there is room again before promises go on. */
  async #send(): Promise<void> {
    const { sink, told } = this.options;
    try {
      while (!this.#isFull && !sink.destroyed && !sink.writableEnded) {
        if (this.#runVersion !== told.run.version) {
          this.#runVersion = told.run.version;
          this.write(told.run.text);
        } else if (this.#owed < Math.min(told.accounted, this.#next)) {
          const text = told.known(this.#owed, true) ?? (await told.text(this.#owed, true));
          if (!text) return;
          this.#owed++;
          this.write(text.again);
        } else if (this.#next <= told.sealed) {
          const text = told.known(this.#next, false) ?? (await told.text(this.#next, false));
          if (!text) return;
          if (text.hasLosses && this.#owed === this.#next) this.#owed++;
          this.#next++;
          this.write(text.first);
        } else return;
      }
    } finally {
      this.#isSending = false;
    }
  }
}
