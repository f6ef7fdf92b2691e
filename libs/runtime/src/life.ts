// One reader's part in one run, from the moment its process meets the run until the run is over.
import type { Party } from '#libs/kernel';
import type { ReadRecord } from '#libs/messages';
import type { FrameCodec } from './frame-codec';
import type { FrameMailbox } from './frame-mailbox';
import type { Hash64 } from '#libs/kernel';
import type { RecordLog } from './record-log';
import type { Retrying } from './retry';
import type { RunManifest, RunStore } from './run-store';
import type { RunView } from './run-view';
import type { StateStore } from './state-store';

export interface Life {
  readonly party: Party;
  /** Takes a record meant for it; waits while it is not ready for it. */
  take(record: ReadRecord): Promise<void>;
  /** Resolves when the run is over. @throws Stopped */
  live(): Promise<void>;
  /** What it waits for just now; undefined while it waits for nobody. */
  waiting(): Waiting | undefined;
}

/** A reader that waits: for its next day, and for whom: `control`, or writers as `plants/0` that have not ended the day before. */
export interface Waiting {
  readonly day: number;
  readonly whom: readonly string[];
}

/** @param next the day that the reader does next @param reads the last day whose frames it needs for that */
export function waitingFor(
  { control }: RunView,
  mailbox: FrameMailbox | undefined,
  { next, reads }: { readonly next: number; readonly reads: number },
): Waiting | undefined {
  if (control.isOver || !mailbox) return undefined;
  if (control.openedDay < next) return { day: next, whom: ['control'] };
  const whom = mailbox.missing(reads);
  return whom.length > 0 ? { day: next, whom } : undefined;
}

/** What every life needs of its process. */
export interface Surroundings {
  readonly log: RecordLog;
  readonly runs: RunStore;
  readonly states: StateStore;
  readonly codec: FrameCodec;
  readonly hash: Hash64;
  readonly retrying: Retrying;
  readonly told: Told;
  /** Most bytes of one record's body, where it is to be fewer than a log takes. */
  readonly maxBodyBytes?: number | undefined;
  /** Days between snapshots, where they are to be other than KEEP_DAYS. */
  readonly keepDays?: number | undefined;
}

/** Called as things happen, for logs and metrics. */
export interface Told {
  /** A run is met, before anything is told of it. */
  readonly met?: (manifest: RunManifest) => void;
  /** All inputs of a day are there. */
  readonly begun?: (run: string, party: Party, day: number, attempt: number) => void;
  /** A day is done and safe. */
  readonly day?: (run: string, party: Party, day: number) => void;
  readonly snapshot?: (run: string, party: Party, day: number, bytes: number) => void;
  readonly attempt?: (run: string, party: Party, attempt: number, after: number) => void;
  readonly gap?: (run: string, gap: string) => void;
  readonly duplicate?: () => void;
}

/** What a life needs of its run. */
export interface RunHere {
  readonly manifest: RunManifest;
  readonly view: RunView;
}
