// One stream of the log in this process: its newest records, with offsets that go on when the oldest are dropped.
import type { LogRecord, ReadRecord, Stream } from '#libs/messages';

/** Dropped records stay in the list until they are so many; then it is cut. */
const CUT_AT = 1_024;

export class KeptStream {
  #records: (LogRecord | undefined)[] = [];
  /** Offset of the list's first place. */
  #base = 0n;
  #dropped = 0;
  #bytes = 0;

  constructor(readonly stream: Stream) {}

  /** Offset of the oldest record that is there. */
  get first(): bigint {
    return this.#base + BigInt(this.#dropped);
  }

  /** Offset after the newest. */
  get end(): bigint {
    return this.#base + BigInt(this.#records.length);
  }

  /** Of the bodies that are there. */
  get bytes(): number {
    return this.#bytes;
  }

  append(record: LogRecord): void {
    this.#records.push(record);
    this.#bytes += record.body.byteLength;
  }

  /** Drops the oldest record; returns the bytes of its body. */
  dropOldest(): number {
    const bytes = this.#records[this.#dropped]?.body.byteLength ?? 0;
    this.#records[this.#dropped++] = undefined;
    this.#bytes -= bytes;
    if (this.#dropped >= CUT_AT) {
      this.#records = this.#records.slice(this.#dropped);
      this.#base += BigInt(this.#dropped);
      this.#dropped = 0;
    }
    return bytes;
  }

  /** The records from an offset on that is not before the first, at most so many. */
  from(offset: bigint, most: number): ReadRecord[] {
    const at = Number(offset - this.#base);
    const read: ReadRecord[] = [];
    for (const [index, record] of this.#records.slice(at, at + most).entries()) {
      if (record) read.push({ stream: this.stream, record, offset: offset + BigInt(index) });
    }
    return read;
  }
}
