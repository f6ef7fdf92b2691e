// What the faulty log keeps of a stream, as the log and those that read it see it.
import type { LogRecord, Stream } from '#libs/messages';

interface KeptRecord {
  readonly record: LogRecord;
  /** Its place among all records of the log. */
  readonly order: number;
}

export interface Kept {
  readonly stream: Stream;
  readonly topic: string;
  readonly records: KeptRecord[];
  /** Who reads it, the dead among them. */
  readonly readings: { wake(): void }[];
  /** No delivery before. */
  heldUntilMs: number;
}

/** What a reading needs of the log. */
export interface KeptLog {
  kept(stream: Stream): Kept;
  isMissing(topic: string): boolean;
}
