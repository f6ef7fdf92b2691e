// The port to snapshots of stage shards. Insert-only per (run, shard, day): a second snapshot of a day must be equal.
// Control keeps one of day -1 for every shard before it opens day 0: no bytes, only where the log stood.
import type { Party } from '#libs/kernel';
import type { Stream } from '#libs/messages';

export interface ShardSnapshot {
  readonly run: string;
  /** A stage shard; `recovery` keeps its reading position alone, with no bytes. */
  readonly source: Party;
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
    source: Party,
    attempt: { readonly attempt: number; readonly startDay: number },
  ): Promise<ShardSnapshot | undefined>;
  /** Newest day up to `atMost` of which every one of `sources` has a snapshot; -1 where there is none. */
  commonDay(run: string, sources: readonly Party[], atMost: number): Promise<number>;
  /** Forgets snapshots of days before `day`. */
  forgetBefore(run: string, day: number): Promise<void>;
}
