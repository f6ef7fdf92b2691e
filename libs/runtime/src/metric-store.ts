// The port to what recovery has made of a run: rates, losses, milestones, enterprise-days. A day and the move of the
// cursor are one transaction, so a day is there once and whole.
import type { Milestone } from '#libs/messages';
import type { CodedColumn, Columns } from './records';

/** A number whose bits count; NaN where a quantity is not modelled. */
export interface ProjectedDay {
  readonly run: string;
  readonly day: number;
  readonly date: string;
  /** Chain-wide digest: 16 hexadecimal digits each. */
  readonly state: string;
  readonly flow: string;
  /** By stage, shards added up. */
  readonly stages: readonly { readonly stage: string; readonly state: string; readonly flow: string }[];
  /** As in DayRecord. */
  readonly rates: Columns;
  readonly enterprises: Columns;
  readonly milestones: readonly Milestone[];
  readonly milestonesCounted: number;
  /** One byte an enterprise, in the chain's order, for drawing all of them. */
  readonly field: Uint8Array;
}

/** Rows of a table by column, plain. */
export type Row = Readonly<Record<string, string | number | null>>;

/** A day's enterprises in the chain's order. */
export interface EnterpriseColumns {
  readonly outputYuan: Float64Array;
  readonly wantedYuan: Float64Array;
  readonly bound: CodedColumn;
}

export interface EnterpriseDay {
  readonly day: number;
  readonly outputYuan: number;
  readonly wantedYuan: number;
  readonly bound: string;
}

export interface MetricStore {
  /** Keeps a day and moves the cursor from the day before; false where the cursor stands elsewhere: nothing is kept. */
  project(day: ProjectedDay): Promise<boolean>;
  /** Keeps the losses of a day, which may come later than the day; the same day again changes nothing. */
  projectLosses(run: string, day: number, losses: Columns): Promise<void>;
  /** What the run comes to, once it has ended: JSON. */
  summarise(run: string, summary: string): Promise<void>;
  summary(run: string): Promise<string | undefined>;
  /** Digests by day, in order. */
  digests(run: string): Promise<{ readonly day: number; readonly state: string; readonly flow: string }[]>;
  /** Rows of the days asked for, both included, in the order in which they were projected; each begins with its day. */
  rates(run: string, days: { readonly from: number; readonly to: number }): Promise<Row[]>;
  losses(run: string, days: { readonly from: number; readonly to: number }): Promise<Row[]>;
  /** Days whose losses are kept, ascending: also those that lost nothing. */
  lossDays(run: string): Promise<number[]>;
  enterpriseDays(run: string, day: number): Promise<Row[]>;
  /**
   * The same rows by column and without their names, for whoever reads days often; undefined where the day is not there
   * or was kept without one of these columns. Not to be written to.
   */
  enterpriseColumns(run: string, day: number): Promise<EnterpriseColumns | undefined>;
  /** Fields of the days asked for, ascending; a day that was kept without one is left out. Not to be written to. */
  fields(
    run: string,
    days: { readonly from: number; readonly to: number },
  ): Promise<{ readonly day: number; readonly field: Uint8Array }[]>;
  /** One enterprise, by its position in the chain's order, over the days asked for. */
  enterpriseSeries(
    run: string,
    position: number,
    days: { readonly from: number; readonly to: number },
  ): Promise<EnterpriseDay[]>;
  /** By the day that a milestone tells of, which may lie before the day that it was projected with. */
  milestones(run: string, days: { readonly from: number; readonly to: number }): Promise<Milestone[]>;
}
