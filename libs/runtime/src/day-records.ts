// A source's day as records: one frame set a stream, in pieces that a broker takes, the last of them with the day's end.
import { formatDigest, type DayDigest, type Frame, type Hash64 } from '#libs/kernel';
import { MAX_BODY_BYTES, type DayEndMark, type PlacedRecord, type Writer } from '#libs/messages';
import type { FrameCodec } from './frame-codec';
import type { Feed } from './run-model';

export interface RecordMaker {
  readonly run: string;
  readonly attempt: number;
  readonly feeds: readonly Feed[];
  readonly codec: FrameCodec;
  readonly hash: Hash64;
  readonly maxBodyBytes?: number | undefined;
}

/** @param frames of the day, in the order of the source's routes */
export function dayRecords(
  { run, attempt, feeds, codec, hash, maxBodyBytes = MAX_BODY_BYTES }: RecordMaker,
  day: number,
  digest: DayDigest,
  frames: readonly Frame[],
): PlacedRecord[] {
  return feeds.flatMap(({ writer, stream, routes }) => {
    const bytes = codec.encode(frames.filter(({ route }) => routes.includes(route)));
    const pieces = piecesOf(bytes, maxBodyBytes);
    const mark: DayEndMark = {
      count: pieces.length,
      checksum: formatDigest(hash(bytes, 0n)),
      state: formatDigest(digest.state),
      flow: formatDigest(digest.flow),
    };
    return pieces.map((body, seq): PlacedRecord => {
      const end = seq === pieces.length - 1 ? mark : undefined;
      return { stream, record: { run, attempt, from: writer, day, seq, type: 'frames', body, end } };
    });
  });
}

/** @returns a control record for one reader */
export function controlRecord(
  { run, attempt, day }: { readonly run: string; readonly attempt: number; readonly day: number },
  body: Uint8Array,
  to: PlacedRecord['stream'],
): PlacedRecord {
  const from: Writer = { name: 'control', shard: 0 };
  return { stream: to, record: { run, attempt, from, day, seq: 0, type: 'control', body } };
}

function piecesOf(bytes: Uint8Array, maxBodyBytes: number): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.length || at === 0; at += maxBodyBytes)
    pieces.push(bytes.subarray(at, at + maxBodyBytes));
  return pieces;
}
