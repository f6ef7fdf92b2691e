// The port to the log of records. An adapter carries it: in one process, or over Kafka. Records of a stream are read in
// the order in which they were written; a reader may see a record twice, and must not rely on seeing every one.
import type { PlacedRecord, ReadRecord, Stream } from '#libs/messages';

/** Where reading starts: an offset as it was read, the first record that there is, or only what is written from now on. */
export interface StreamStart {
  readonly stream: Stream;
  readonly from: bigint | 'first' | 'next';
}

export interface Reading {
  /** Resolves when reading has begun: what is written from then on will be read. */
  readonly joined: Promise<void>;
  /** Ends the reading; resolves when the handler runs no more. */
  close(): Promise<void>;
}

export interface RecordLog {
  /**
   * Appends records, in their order within a stream. Resolves when all are kept; what fails is retried with the same
   * records for as long as it takes. Rejects only when the log is closed, or with a record that can never be kept.
   * Nobody writes over a body that was sent, or read: a log in this process keeps it as it is, for all readers.
   */
  send(records: readonly PlacedRecord[]): Promise<void>;
  /**
   * Reads streams. The handler is waited for; records of one call belong to one stream, in order. A handler that throws
   * is called again with the same records: it throws only for what may pass (a store that is away).
   */
  read(starts: readonly StreamStart[], onRecords: (records: readonly ReadRecord[]) => Promise<void>): Reading;
  /** Offset after the last record of each stream, in the order asked. */
  ends(streams: readonly Stream[]): Promise<bigint[]>;
  /** Makes missing topics; says which streams were made anew. */
  ensureTopics(): Promise<readonly Stream[]>;
  close(): Promise<void>;
}
