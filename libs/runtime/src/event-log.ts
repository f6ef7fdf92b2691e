// The port through which stages exchange days. An adapter carries it: in one process, or over Kafka.
import type { DayDigest, Frame, Inbox } from '#libs/kernel';
import type { Source } from '#libs/messages';

/** The end of a source's day: "nothing more of mine for day <= day". */
export interface DayEnd {
  readonly source: Source;
  readonly day: number;
  readonly digest: DayDigest;
}

export interface EventLog {
  /** Resolves with true when control has opened the day, with false when the run ends before it. */
  opened(day: number): Promise<boolean>;
  /** Resolves with the frames of that day when every upstream source of the reader has ended it. */
  inputs(reader: Source, day: number): Promise<Inbox>;
  /** Publishes all of a source's day with its end; resolves when readers can rely on it. */
  publish(end: DayEnd, frames: readonly Frame[]): Promise<void>;
}
