// The only interface the kernel knows. C is the chain, L the levers of a day, S the state; all are the model's.
import type { Channel, Day, StageName } from '#libs/messages';
import type { Shard } from './blocks';
import type { ColumnBlock } from './column-block';
import type { Inbox } from './inbox';
import type { Random } from './random';
import type { Route } from './route';

/** State of a stage shard: its columns lie in one block; whatever else it holds is scratch or read-only. */
export interface StageState {
  readonly block: ColumnBlock;
}

export interface DayContext<C, L, S extends StageState> {
  readonly day: Day;
  readonly chain: C;
  /** The levers as they stand today, interventions laid over. */
  readonly levers: L;
  readonly random: Random;
  readonly state: S;
  readonly inbox: Inbox;
}

export interface Stage<C, L, S extends StageState = StageState> {
  readonly name: StageName;
  readonly reads: readonly Channel[];
  readonly writes: readonly Channel[];
  /** The state before day 0, and the flow columns of the eve. */
  open(chain: C, shard: Shard): S;
  /** Where the shard's flow columns go, ascending by (channel, receiver, shard). */
  routes(chain: C, shard: Shard): readonly Route[];
  /** Mutates the columns that the state owns; pure otherwise. */
  step(context: DayContext<C, L, S>): void;
}
