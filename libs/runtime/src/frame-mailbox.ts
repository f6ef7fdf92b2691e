// What one reader of a run has got in one attempt: pieces of its feeds, put together as days end. A day is ready when
// every feed has ended it. How many days lie here is bounded by the window in which control opens days.
import type { Frame, Hash64 } from '#libs/kernel';
import { formatDigest } from '#libs/kernel';
import { streamKey, writerKey, type DayEndMark, type ReadRecord, type Stream, type Writer } from '#libs/messages';
import { DaySequence, placeOf, PoisonRecord } from './day-sequence';
import type { FrameCodec } from './frame-codec';
import type { Feed } from './run-model';

export interface MailboxOptions {
  readonly attempt: number;
  readonly feeds: readonly Feed[];
  /** First day that is wanted of each feed. */
  readonly nextDay: number;
  readonly codec: FrameCodec;
  readonly hash: Hash64;
}

/** A day of a feed under way or ended. */
interface FeedDay {
  readonly pieces: Uint8Array[];
  end?: DayEndMark | undefined;
}

interface FeedBox {
  readonly feed: Feed;
  readonly sequence: DaySequence;
  readonly days: Map<number, FeedDay>;
  /** After the end of each day that is not taken yet, or was taken last. */
  readonly offsets: Map<number, bigint>;
}

/** A whole day of all feeds. */
export interface MailDay {
  readonly frames: readonly Frame[];
  readonly ends: readonly { readonly writer: Writer; readonly mark: DayEndMark }[];
  /** Where to read on after it: per stream the least over its writers. */
  readonly offsets: readonly { readonly stream: Stream; readonly offset: bigint }[];
}

export class FrameMailbox {
  readonly #boxes: ReadonlyMap<string, FeedBox>;
  duplicates = 0;

  constructor(private readonly options: MailboxOptions) {
    this.#boxes = new Map(
      options.feeds.map((feed) => [
        keyOf(feed.writer, feed.stream),
        { feed, sequence: new DaySequence(options.nextDay), days: new Map(), offsets: new Map() },
      ]),
    );
  }

  get attempt(): number {
    return this.options.attempt;
  }

  /**
   * Takes a record of this attempt.
   * @returns where a record is missing before this one, otherwise undefined
   * @throws TwoContents, PoisonRecord
   */
  take({ stream, record, offset }: ReadRecord): string | undefined {
    const box = this.#boxes.get(keyOf(record.from, stream));
    if (!box) return undefined;
    const taken = box.sequence.take(record);
    if (taken === 'gap')
      return `${streamKey(stream)}: ${placeOf(record)} came where day ${box.sequence.nextDay} was due`;
    if (taken === 'duplicate') {
      this.duplicates++;
      return undefined;
    }
    const day = box.days.get(record.day) ?? { pieces: [] };
    box.days.set(record.day, day);
    day.pieces.push(record.body);
    if (taken === 'day-ended') {
      day.end = record.end;
      box.offsets.set(record.day, offset + 1n);
    }
    return undefined;
  }

  isReady(day: number): boolean {
    for (const { sequence } of this.#boxes.values()) if (sequence.nextDay <= day) return false;
    return true;
  }

  /** Writers that have not ended the day, each once. */
  missing(day: number): string[] {
    const boxes = [...this.#boxes.values()].filter(({ sequence }) => sequence.nextDay <= day);
    return [...new Set(boxes.map(({ feed }) => writerKey(feed.writer)))];
  }

  /** The day's frames in the order of the feeds; they are forgotten. @throws PoisonRecord */
  collect(day: number): MailDay {
    const boxes = [...this.#boxes.values()];
    const frames = boxes.flatMap((box) => this.#framesOf(box, day));
    const ends = boxes.map(({ feed, days }) => ({ writer: feed.writer, mark: markOf(days.get(day)) }));
    const offsets = new Map<string, { stream: Stream; offset: bigint }>();
    for (const { feed, offsets: ofBox } of boxes) {
      const offset = ofBox.get(day) ?? 0n;
      const least = offsets.get(streamKey(feed.stream));
      if (!least || offset < least.offset) offsets.set(streamKey(feed.stream), { stream: feed.stream, offset });
    }
    for (const { days, offsets: ofBox } of boxes) {
      days.delete(day);
      ofBox.delete(day);
    }
    return { frames, ends, offsets: [...offsets.values()] };
  }

  #framesOf({ feed, days }: FeedBox, day: number): readonly Frame[] {
    const { pieces, end } = days.get(day) ?? { pieces: [] };
    const bytes = joined(pieces);
    const place = `${streamKey(feed.stream)}, ${writerKey(feed.writer)}, day ${day}`;
    if (formatDigest(this.options.hash(bytes, 0n)) !== end?.checksum)
      throw new PoisonRecord(`the bytes of ${place} are not those that were written`);
    try {
      return this.options.codec.decode(bytes, feed.routes, day);
    } catch (error) {
      throw new PoisonRecord(`${place} cannot be read: ${String(error)}`);
    }
  }
}

/** One behind the other: not copied where they lie so already, as those do that never left this process. */
function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const [first] = pieces;
  let length = 0;
  for (const piece of pieces) {
    if (piece.buffer !== first.buffer || piece.byteOffset !== first.byteOffset + length) return Buffer.concat(pieces);
    length += piece.byteLength;
  }
  return pieces.length === 0 ? new Uint8Array(0) : new Uint8Array(first.buffer, first.byteOffset, length);
}

function markOf(day: FeedDay | undefined): DayEndMark {
  if (!day?.end) throw new RangeError('a day was collected before it had ended');
  return day.end;
}

function keyOf(writer: Writer, stream: Stream): string {
  return `${writerKey(writer)} ${streamKey(stream)}`;
}
