// A case: another simulator's chain as a draft of ours, the paths it is fed, and what the other simulator printed.
import type { EnterpriseState, Rules } from '#libs/model';
import type { ChainDraft } from '#libs/scenario';

/** What one row of the outputs is about: an enterprise, and beside it a product or a link, by rows of the draft. */
export interface Subject {
  readonly enterprise: number;
  /** Product of a stock, link of a delivery; -1 where there is none. */
  readonly other: number;
}

/** One printed value. */
export interface ExpectedRow extends Subject {
  readonly step: number;
  readonly variable: string;
  readonly value: number;
  /** The subject as the folder names it. */
  readonly label: string;
}

/** Our values of one step, by rows of the draft. */
export interface StepReading {
  readonly step: number;
  readonly baseOutputYuan: Float64Array;
  readonly outputYuan: Float64Array;
  readonly demandYuan: Float64Array;
  readonly capacityYuan: Float64Array;
  readonly inputLimitYuan: Float64Array;
  readonly overtimeRatio: Float64Array;
  readonly finalDemandYuan: Float64Array;
  readonly finalServedYuan: Float64Array;
  /** Stock by enterprise and product when the limit is read: row = enterprise x products + product. */
  readonly classStockYuan: Float64Array;
  /** Per link, what is shipped in the step. */
  readonly shippedYuan: Float64Array;
  /** Orders addressed to the enterprise after the step, served in the next one. */
  readonly ordersYuan: Float64Array;
}

/** How one variable is compared. */
export interface Measure {
  /** Largest error allowed. */
  readonly tolerance: number;
  /** Why the variable is shown and does not decide; absent where it decides. */
  readonly shownBecause?: string;
  /** Rows that every step must have. */
  readonly rowsPerStep: number;
  ours(reading: StepReading, subject: Subject): number;
  /** What a difference is divided by. */
  scale(reading: StepReading, row: ExpectedRow): number;
}

/** Rules that hold from a step on. */
export interface Phase {
  readonly fromStep: number;
  readonly rules: Rules;
}

/** What the other simulator's arithmetic does beside its equations, done to our state between our days. */
export interface Arithmetic {
  /** Before the step's even day. */
  beforeMaking(state: EnterpriseState): void;
  /** Between the step's even day and its odd one. */
  beforeOrdering(state: EnterpriseState): void;
  /** After the step's odd day. */
  afterOrdering(state: EnterpriseState): void;
  /** What had to be done, for the report; empty when nothing changed. */
  note(): string;
}

export interface ValidationCase {
  readonly folder: string;
  readonly draft: ChainDraft;
  readonly steps: number;
  /** Ascending; the first from step 0. */
  readonly phases: readonly Phase[];
  /** Per step and enterprise: 1 - delta; final demand over its base. */
  readonly capacityShare: readonly Float64Array[];
  readonly demandShare: readonly Float64Array[];
  readonly measures: ReadonlyMap<string, Measure>;
  readonly arithmetic?: Arithmetic;
  readonly rows: readonly ExpectedRow[];
}
