// What the run and the accounting beside it say to each other.
import type { DayLosses, RootCause } from '#libs/analysis';
import type { Chain, Levers } from '#libs/model';
import type { FrameLayout } from './frame-ring';

/** Given once, when the thread starts. */
export interface LossTask {
  readonly chain: Chain;
  readonly causes: readonly RootCause[];
}

export type ToAccounts =
  | { readonly type: 'layout'; readonly layout: FrameLayout }
  | { readonly type: 'day'; readonly day: number; readonly slot: number; readonly levers: Levers };

/** A day is accounted for, and its slot is free. */
export interface FromAccounts extends DayLosses {
  readonly slot: number;
}
