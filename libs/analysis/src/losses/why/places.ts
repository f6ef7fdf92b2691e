// Who owns what, and what everything is called: what a tree of causes needs of the chain.
import type { LossCause } from '#libs/messages';

/** What does not change from day to day. */
export interface WhyPlaces {
  readonly enterprises: readonly string[];
  readonly sectors: readonly string[];
  /** Sector of each enterprise. */
  readonly sector: readonly number[];
  readonly baseOutputYuan: readonly number[];
  readonly corridors: readonly string[];
  /** Buyer of each segment; segment of each arrival group, and its days on the road, -1 for direct links. */
  readonly buyer: readonly number[];
  readonly groupSegment: readonly number[];
  readonly groupTravelDays: readonly number[];
  readonly causes: readonly { readonly cause: LossCause; readonly sector: number }[];
  /** Row of the table where an enterprise's output stands while its day is accounted for. */
  readonly outputRow: number;
}
