// What the tellers of milestones share: the day they look at, and what has been told and still matters.
import type { Milestone } from '#libs/messages';
import type { Chain } from '#libs/model';
import type { CompiledScenario } from '#libs/scenario';
import type { SectorGraph } from '../acting';
import type { DayBoard } from '../day-board';
import type { Holding } from '../held-by';
import type { DeskBoard } from '../desk-board';
import type { DayRates } from '../rates';
import type { StaffRates } from '../staff';

/** What a milestone says beside its id and day. */
type Told = Milestone extends infer M ? (M extends Milestone ? Omit<M, 'id' | 'day'> : never) : never;

export interface TellingDay {
  readonly day: number;
  readonly board: DayBoard;
  readonly rates: DayRates;
  readonly staff: StaffRates;
  readonly desk: DeskBoard;
  readonly holding: Holding;
}

/** A shortage under way. */
export interface Shortage {
  readonly id: string;
  readonly day: number;
  lowest: number;
  /** Days on which each constraint held the sector. */
  readonly heldDays: Int32Array;
}

interface Pulled {
  readonly id: string;
  readonly day: number;
  readonly onId: string | undefined;
}

/** What has been told and still matters: ids by the thing they are about. */
export interface Memory {
  readonly chain: Chain;
  readonly compiled: CompiledScenario;
  readonly graph: SectorGraph;
  readonly actingSectors: readonly ReadonlySet<number>[];
  /** Per track, the roads whose quota of passes it sets; per road, what was told of that. */
  readonly quotaRoads: readonly (readonly string[])[];
  readonly quotaSet: Map<string, { readonly id: string; readonly day: number }[]>;
  /** Latest shock or lever that acts on each sector; shortage under way; resumption. */
  readonly actedOn: (string | undefined)[];
  readonly shortage: (Shortage | undefined)[];
  /** Yesterday's, by sector and binding constraint: what grew is what pushed a sector down. */
  missingBefore: Float64Array;
  readonly resumed: (string | undefined)[];
  /** Enterprises of which single milestones are told: named or large, and not outside. */
  readonly notable: readonly number[];
  /** Sectors whose enterprises wait for a gate, and for workers. */
  readonly isGated: Uint8Array;
  readonly isStaffed: Uint8Array;
  /** Days for which each notable enterprise has run; -1 once told. Days for which it stood still before. */
  readonly runningDays: Int32Array;
  readonly stillDays: Int32Array;
  readonly isLate: Uint8Array;
  /** 1 while contracts of a notable exporter are cancelled day by day; when it fell late. */
  readonly isCancelling: Uint8Array;
  readonly contractLate: Map<number, string>;
  readonly enterpriseResumed: Map<number, string>;
  /** Latest milestone of each lever, by path; `onId` is the latest with which it stood above 0. */
  readonly pulled: Map<string, Pulled>;
  /** The start from another state than the baseline. */
  startTold: string | undefined;
  /** Share of staff on post that was told last, per sector; 1 where nobody was away. */
  readonly staffTold: Float64Array;
  /** Ways of travel that have been told; masks allotted since the last were told, and the day of that. */
  readonly waysTold: Set<string>;
  masks: { allotted: number; since: number };
  /** Closure of each place that is under way. */
  readonly closed: (string | undefined)[];
  firstContainerTold: boolean;
  marketTold: string | undefined;
}

export type Tell = (told: Told) => string;
