// A route is a fixed list of rows that one shard sends to another on one channel: which rows of the sender's flow
// columns, and where the receiver puts them. Both ends compute it from the chain, so a frame carries values only.
import type { Channel, Receiver, Source } from '#libs/messages';

export interface Party {
  readonly stage: Receiver;
  readonly shard: number;
}

export interface Route {
  readonly channel: Channel;
  readonly from: Source;
  readonly to: Party;
  /** Names of the sender's flow columns that travel. */
  readonly columns: readonly string[];
  /** Rows of those columns, in the order in which they travel; or all of them. */
  readonly senderRows: Int32Array | 'all';
  /** Row of the receiver's column for each row sent. Empty where the receiver does not scatter (`recovery`). */
  readonly receiverRows: Int32Array;
}

/** One route's values of one day, in the route's order of rows; how long they last is the outbox's matter. */
export interface Frame {
  readonly route: Route;
  readonly day: number;
  readonly columns: readonly Float64Array[];
}
