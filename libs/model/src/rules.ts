// The switches of the model: which rule each mechanism follows, and its parameters. Special cases of other families
// (docs/MODEL.md#special-cases) are settings of these; no mechanism asks for a model's name.

export interface Rules {
  readonly rhythm: 'daily' | 'two-day';
  /** What becomes of orders not met on the day: kept in the book, or lapsed (direct links only). */
  readonly unmetOrders: 'keep' | 'lapse';
  readonly inputs: InputRule;
  readonly rationing: RationingRule;
  readonly orders: OrderRule;
  readonly overtime: OvertimeRule;
  /** tau_f: days in which finished stock is brought to its target. */
  readonly finishedRestoreDays: number;
  /** F_max over the target. */
  readonly finishedMaxRatio: number;
}

export type InputRule =
  /** Inputs below `negligibleRatio` of base output do not limit; NEGLIGIBLE_INPUT_RATIO unless it is said. */
  | { readonly rule: 'hard'; readonly negligibleRatio?: number }
  | { readonly rule: 'partial' }
  | { readonly rule: 'psi'; readonly psi: number };

export type RationingRule =
  | { readonly rule: 'proportional' }
  | { readonly rule: 'business-first' }
  | { readonly rule: 'equal-relative' }
  | { readonly rule: 'equal-relative-as-published' }
  | { readonly rule: 'priority'; readonly floors: readonly number[] };

export type OrderRule =
  | { readonly rule: 'plan'; readonly smoothingDays: number; readonly capRatio: number }
  | { readonly rule: 'realised'; readonly target: 'scaled' | 'fixed'; readonly gap: 'signed' | 'positive' }
  | { readonly rule: 'ario'; readonly split: 'fixed' | 'by-capacity' };

export type OvertimeRule =
  | { readonly rule: 'off' }
  | { readonly rule: 'smooth'; readonly maxRatio: number; readonly tauDays: number }
  /** `floorRatio`: alpha never falls below it; 1, what it rests at, unless it is said. */
  | { readonly rule: 'ario'; readonly maxRatio: number; readonly tauDays: number; readonly floorRatio?: number };

/** Remainders below this share of a link's base flow are cut to zero and booked with the flow they belong to. */
export const REMAINDER_RATIO = 1e-12;

/** Inputs smaller than this share of base output do not limit (and BoARIO's do not either). */
export const NEGLIGIBLE_INPUT_RATIO = 1e-5;

/** Whether enterprises make and ship, and whether they receive and order, on a day of the chain's rhythm. */
export function rhythmOf({ rhythm }: Rules, day: number): { readonly makes: boolean; readonly orders: boolean } {
  const isEven = (day & 1) === 0;
  return rhythm === 'daily' ? { makes: true, orders: true } : { makes: isEven, orders: !isEven };
}
