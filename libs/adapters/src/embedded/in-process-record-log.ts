// The log of records inside one process: a list per stream. Bounded in bytes: beyond the bound the stream that holds most
// loses its oldest record, as a broker's retention would have it, so that small streams (control) stay whole.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { TOPICS, streamKey, type PlacedRecord, type ReadRecord, type Stream } from '#libs/messages';
import type { Reading, RecordLog, StreamStart } from '#libs/runtime';
import { checkRecords } from '../log/check-record';
import { handOver, type Taker } from '../log/hand-over';
import type { OnLogNotice } from '../log/notice';
import { streamsOf } from '../log/streams';
import { KeptStream } from './kept-stream';

const DEFAULT_MAX_BYTES = 256 * 1024 * 1024;
/** Most records of one call of a handler, so that several streams are read by turns. */
const MOST_RECORDS = 64;

export interface InProcessRecordLogOptions {
  /** Most bytes of all bodies kept. */
  readonly maxBytes?: number;
  readonly onNotice?: OnLogNotice;
}

interface Position {
  readonly kept: KeptStream;
  /** Offset to read on from. */
  next: bigint;
}

const STREAMS: readonly Stream[] = streamsOf(TOPICS);

export class InProcessRecordLog implements RecordLog {
  readonly #streams = new Map<string, KeptStream>();
  readonly #readings = new Set<Reading>();
  readonly #maxBytes: number;
  readonly #onNotice: OnLogNotice;
  #bytes = 0;
  #isMade = false;
  #isClosed = false;
  #waiting: (() => void)[] = [];

  constructor({ maxBytes = DEFAULT_MAX_BYTES, onNotice = () => undefined }: InProcessRecordLogOptions = {}) {
    this.#maxBytes = maxBytes;
    this.#onNotice = onNotice;
  }

  // Async, so that refusals are rejections, as they are over a network.
  // eslint-disable-next-line @typescript-eslint/require-await -- A refusal is a rejection, as with every other log.
  async send(records: readonly PlacedRecord[]): Promise<void> {
    this.#assertOpen();
    checkRecords(records);
    for (const { stream, record } of records) {
      this.#of(stream).append(record);
      this.#bytes += record.body.byteLength;
    }
    while (this.#bytes > this.#maxBytes) this.#dropOldest();
    this.#wake();
  }

  read(starts: readonly StreamStart[], onRecords: (records: readonly ReadRecord[]) => Promise<void>): Reading {
    this.#assertOpen();
    const closing = new AbortController();
    const ended = this.#follow(
      starts.map(({ stream, from }) => {
        const kept = this.#of(stream);
        return { kept, next: from === 'first' ? kept.first : from === 'next' ? kept.end : from };
      }),
      { onRecords, signal: closing.signal, onNotice: this.#onNotice },
    );
    const reading: Reading = {
      joined: Promise.resolve(),
      close: () => {
        closing.abort();
        this.#readings.delete(reading);
        this.#wake();
        return ended;
      },
    };
    this.#readings.add(reading);
    return reading;
  }

  ends(streams: readonly Stream[]): Promise<bigint[]> {
    return Promise.resolve(streams.map((stream) => this.#of(stream).end));
  }

  ensureTopics(): Promise<readonly Stream[]> {
    const made = this.#isMade ? [] : STREAMS;
    this.#isMade = true;
    return Promise.resolve(made);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all([...this.#readings].map((reading) => reading.close()));
    this.#streams.clear();
    this.#bytes = 0;
  }

  async #follow(positions: readonly Position[], taker: Taker): Promise<void> {
    while (!taker.signal.aborted) {
      // A turn of the event loop before each round: sending never runs a handler, and timers and sockets get theirs.
      await nextTurn();
      let hasRead = false;
      for (const position of positions) hasRead = (await this.#readOn(position, taker)) || hasRead;
      if (!hasRead && !taker.signal.aborted) await this.#untilSomethingIsNew(positions);
    }
  }

  async #readOn(position: Position, taker: Taker): Promise<boolean> {
    const { kept } = position;
    if (taker.signal.aborted || position.next === kept.end) return false;
    if (position.next < kept.first || position.next > kept.end) {
      const found = kept.first;
      this.#onNotice({ type: 'PositionMoved', stream: kept.stream, expected: position.next, found });
      position.next = found;
    }
    const records = kept.from(position.next, MOST_RECORDS);
    if (records.length === 0 || !(await handOver(records, taker))) return false;
    position.next += BigInt(records.length);
    return true;
  }

  async #untilSomethingIsNew(positions: readonly Position[]): Promise<void> {
    if (positions.some(({ kept, next }) => next !== kept.end)) return;
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #of(stream: Stream): KeptStream {
    const key = streamKey(stream);
    const kept = this.#streams.get(key) ?? new KeptStream(stream);
    this.#streams.set(key, kept);
    return kept;
  }

  #dropOldest(): void {
    const [largest] = [...this.#streams.values()].sort((left, right) => right.bytes - left.bytes);
    this.#bytes -= largest.dropOldest();
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }

  #assertOpen(): void {
    if (this.#isClosed) throw new Error('LOG_CLOSED the log of records has been closed');
  }
}
