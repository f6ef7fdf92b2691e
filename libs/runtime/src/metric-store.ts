// The port to what recovery has made of a run: rates, losses, milestones, enterprise-days. A day and the move of the
// cursor are one transaction, so a day is there once and whole.
import type { Milestone } from '#libs/messages';
import type { Columns } from './records';

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
}

/** Rows of a table by column, plain. */
export type Row = Readonly<Record<string, string | number | null>>;

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
  enterpriseDays(run: string, day: number): Promise<Row[]>;
  /** By the day that a milestone tells of, which may lie before the day that it was projected with. */
  milestones(run: string, days: { readonly from: number; readonly to: number }): Promise<Milestone[]>;
}
