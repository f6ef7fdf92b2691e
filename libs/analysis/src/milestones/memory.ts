// What the tellers of milestones share: the day they look at, and what has been told and still matters.
import type { Milestone } from '#libs/messages';
import type { Chain } from '#libs/model';
import type { CompiledScenario } from '#libs/scenario';
import type { SectorGraph } from '../acting';
import type { DayBoard } from '../day-board';
import type { Holding } from '../held-by';
import type { DayRates } from '../rates';

/** What a milestone says beside its id and day. */
type Told = Milestone extends infer M ? (M extends Milestone ? Omit<M, 'id' | 'day'> : never) : never;

export interface TellingDay {
  readonly day: number;
  readonly board: DayBoard;
  readonly rates: DayRates;
  readonly holding: Holding;
}

/** What has been told and still matters: ids by the thing they are about. */
export interface Memory {
  readonly chain: Chain;
  readonly compiled: CompiledScenario;
  readonly graph: SectorGraph;
  readonly actingSectors: readonly ReadonlySet<number>[];
  /** Latest shock or lever that acts on each sector; shortage under way; resumption. */
  readonly actedOn: (string | undefined)[];
  readonly shortage: ({ readonly id: string; readonly day: number; readonly lowest: number } | undefined)[];
  readonly resumed: (string | undefined)[];
  /** Enterprises of which single milestones are told: named or large, and not outside. */
  readonly notable: readonly number[];
  /** Days for which each notable enterprise has run; -1 once told. */
  readonly runningDays: Int32Array;
  readonly isLate: Uint8Array;
  readonly enterpriseResumed: Map<number, string>;
  firstContainerTold: boolean;
  marketTold: boolean;
}

export type Tell = (told: Told) => string;
