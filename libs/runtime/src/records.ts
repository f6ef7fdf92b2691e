// What a run leaves behind for each day, as the archive and later stores keep it.
import type { DayDigest, Frame, StageSnapshot } from '#libs/kernel';
import type { Milestone, StageName } from '#libs/messages';

/** Names by number: for columns with few different words. */
export interface CodedColumn {
  readonly codes: Uint8Array;
  readonly names: readonly string[];
}

/** A table's rows by column, one value per row. A list of strings is the same object every day. */
export type Columns = Readonly<Record<string, Float64Array | CodedColumn | readonly string[]>>;

export interface DayRecord {
  readonly day: number;
  readonly date: string;
  /** Digest of each stage's day, its shards added up. */
  readonly digests: readonly { readonly stage: StageName; readonly digest: DayDigest }[];
  readonly milestones: readonly Milestone[];
  /** Milestones beyond the day's limit: counted, not told. */
  readonly milestonesCounted: number;
  /** One row per scope: the chain, each sector, each zone. */
  readonly rates: Columns;
  /** One row per enterprise, in the chain's order; valid until the next day is stepped. */
  readonly enterprises: Columns;
  /** The day's frames, where they are asked for; valid until the next day is stepped. */
  readonly frames?: readonly Frame[] | undefined;
  readonly snapshots?: readonly StageSnapshot[] | undefined;
}

/** What a run was made from: enough to run it again. */
export interface RunHead {
  readonly scenario: { readonly name: string; readonly text: string };
  readonly tables: readonly { readonly name: string; readonly text: string }[];
  /** `--set`, `--days`, `--seed` as laid over the text, in order. */
  readonly overrides: readonly { readonly path: string; readonly value: string }[];
  readonly interventions: readonly { readonly path: string; readonly day: number; readonly value: number }[];
  /** The run whose days before `day` this one shares. */
  readonly forkedFrom?: { readonly digest: string; readonly day: number } | undefined;
  readonly modelVersion: string;
  readonly seed: number;
  readonly days: number;
  readonly start: string;
}
