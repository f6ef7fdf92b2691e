// The relief table of a day: what the command prints and the gateway answers.
import type { LiftableCause } from '#libs/analysis';

export interface ReliefTable {
  readonly scenario: { readonly id: string; readonly name: { readonly en: string; readonly zh?: string | undefined } };
  readonly start: string;
  readonly day: number;
  readonly date: string;
  /** Days from `day` on for which what reaches final demand is added up. */
  readonly overDays: number;
  /** As the run is: delivered, and what the baseline delivers in that time. */
  readonly deliveredYuan: number;
  readonly baselineYuan: number;
  readonly sectorNames: Readonly<Record<string, { readonly en: string; readonly zh?: string | undefined }>>;
  /** Largest gain first. */
  readonly reliefs: readonly ReliefRow[];
}

export interface ReliefRow {
  readonly cause: LiftableCause;
  /** Null for the roads. */
  readonly sector: string | null;
  readonly gainYuan: number;
  /** Of what the baseline delivers in these days. */
  readonly shareOfBaseline: number;
}
