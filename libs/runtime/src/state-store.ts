// The port to snapshots of stage shards. Insert-only per (run, shard, day): a second snapshot of a day must be equal.
import type { Source, Stream } from '#libs/messages';

export interface ShardSnapshot {
  readonly run: string;
  readonly source: Source;
  readonly day: number;
  /** Attempt in which everything up to that day has been published. */
  readonly attempt: number;
  /** Where to read on: offsets after the day-end of the last day folded, the least over the stream's writers. */
  readonly offsets: readonly { readonly stream: Stream; readonly offset: bigint }[];
  /** Of the bytes: 16 hexadecimal digits. */
  readonly hash: string;
  /** The shard's columns, as `ColumnBlock.snapshot` gives them: state and the outbox's flow columns in one block. */
  readonly bytes: Uint8Array;
}

export interface StateStore {
  /**
   * Keeps a snapshot. Where the day has one with the same hash, its attempt and offsets become the newer ones.
   * @returns false where the day has one with another hash: two contents for one day
   */
  save(snapshot: ShardSnapshot): Promise<boolean>;
  /** The newest of a shard that an attempt can start from: written in it, or of its start day. */
  newest(
    run: string,
    source: Source,
    attempt: { readonly attempt: number; readonly startDay: number },
  ): Promise<ShardSnapshot | undefined>;
  /** Newest day up to `atMost` of which every one of `sources` has a snapshot; -1 where there is none. */
  commonDay(run: string, sources: readonly Source[], atMost: number): Promise<number>;
  /** Forgets snapshots of days before `day`. */
  forgetBefore(run: string, day: number): Promise<void>;
}
