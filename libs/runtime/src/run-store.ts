// The port to runs: what each was made from, how far its days are open, and the commands given to it. Truth is here.
import type { Command } from '#libs/messages';
import type { RunHead } from './records';

/** Never changes once the run is created. */
export interface RunManifest extends RunHead {
  readonly id: string;
  readonly createdAt: string;
  /** Shards of each stage; support is one shard. */
  readonly shards: number;
  readonly accountsForLosses: boolean;
  /** Who steps its stages: the services, or whoever publishes an archive again. */
  readonly steppedBy: 'services' | 'replay';
  /** What the run was created from, so that a retried request makes no second one. */
  readonly idempotencyKey: string;
  /** Name of the key that asked for it; a run made at the command line has none, and is everybody's. */
  readonly owner?: string | undefined;
  /** Id of the run that it was forked from, where that was a run of the same store. */
  readonly parent?: string | undefined;
}

export type RunStatus = 'running' | 'ended' | 'failed';
export type RunMode = 'playing' | 'paused';

/** The part of a run that changes, with one version for all of it. */
export interface RunRow {
  readonly id: string;
  readonly status: RunStatus;
  /** Why it failed: code, coordinates. */
  readonly failure: string | null;
  readonly attempt: number;
  /** Day after which shards start in this attempt. */
  readonly startDay: number;
  readonly openedDay: number;
  readonly mode: RunMode;
  /** Open days up to this one although paused: a step. -1: none. */
  readonly stepTo: number;
  /** Most days a second; null as fast as it goes. */
  readonly daysPerSecond: number | null;
  /** Last day that recovery has projected. */
  readonly projectedDay: number;
  /** What a shard has seen missing in this attempt; null: nothing. */
  readonly gap: string | null;
  readonly digest: string | null;
}

/** How a run begins to go. */
export type Beginning = Partial<Pick<RunRow, 'mode' | 'daysPerSecond'>>;

export interface Intervention {
  readonly path: string;
  readonly value: number;
  /** Day from which it is asked to stand; it stands later where that day is open. */
  readonly day: number;
  /** A request with a key that was accepted before gets the earlier answer. */
  readonly idempotencyKey: string;
  readonly by: string;
}

export interface RunStore {
  /**
   * Keeps a run; the same idempotency key gives the id that is there.
   * @param beginning playing, as fast as it goes, where it says nothing; in one step with the run, before any day opens
   */
  create(manifest: RunManifest, beginning?: Beginning): Promise<string>;
  manifest(run: string): Promise<RunManifest | undefined>;
  row(run: string): Promise<RunRow | undefined>;
  /** Every run, newest first. @param status only these */
  rows(status?: RunStatus): Promise<RunRow[]>;
  /** Removes a run and everything kept of it. False where there is none. */
  remove(run: string): Promise<boolean>;

  /**
   * Accepts an intervention: in one transaction on the locked run row, effective max(asked, opened day + 1), with the
   * next number of the row's own counter, and an audit row.
   * @returns null where the run no longer takes any: it has ended, or the effective day lies beyond its last day
   */
  intervene(run: string, asked: Intervention): Promise<Command | null>;
  /** By number. */
  commands(run: string): Promise<Command[]>;
  /** Who gave each command, by its number. */
  givers(run: string): Promise<ReadonlyMap<number, string>>;
  /** Changes how days open, with an audit row; false where the run is over. */
  play(
    run: string,
    change: { mode?: RunMode; stepTo?: number; daysPerSecond?: number | null; by: string },
  ): Promise<boolean>;

  /** Opens the day after the last one opened, of that attempt alone; false where another was faster. */
  openDay(run: string, opened: { readonly day: number; readonly attempt: number }): Promise<boolean>;
  /**
   * Starts the next attempt, from `startDay`; false where another was faster. Clears the gap; days stay opened.
   * @param healed `attempt` is the new number, one above the row's
   */
  heal(run: string, healed: { readonly attempt: number; readonly startDay: number }): Promise<boolean>;
  /** Tells that records of an attempt are missing. */
  reportGap(run: string, seen: { readonly attempt: number; readonly gap: string }): Promise<void>;
  end(run: string, digest: string): Promise<void>;
  fail(run: string, failure: string): Promise<void>;
  /** Calls back when a run may have changed, soon after it has; calls may be missing or too many. Returns how to stop. */
  watch(onChange: (run: string) => void): () => void;
}
