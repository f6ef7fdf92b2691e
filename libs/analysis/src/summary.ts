// What a run comes to: everything the terminal, `--json` and tests read. Plain data, JSON-safe, days as numbers.
import type { LossCause } from '#libs/messages';

/** The three rates that the news mixes, and what reached final demand; ratios, null where not modelled. */
interface Rates {
  /** Enterprises with an open gate that make at least 5 % of base output / all. */
  readonly resumption: number;
  /** Staff on post / normal staff; null where no staff is modelled. */
  readonly returnToPost: number | null;
  /** sum w min(1, P/P0) / sum w. Inside a sector w is base output, across sectors value added at base. */
  readonly capacityRecovery: number;
  /** Value delivered to final demand / baseline. */
  readonly throughput: number;
}

export interface DayRates extends Rates {
  readonly day: number;
  readonly date: string;
}

export interface SectorSummary {
  readonly id: string;
  readonly name: { readonly en: string; readonly zh?: string | undefined };
  /** One value a day. */
  readonly resumption: readonly number[];
  /** Null where no staff is modelled. */
  readonly returnToPost: readonly (number | null)[];
  readonly capacityRecovery: readonly number[];
  /** First day from which capacity recovery stays at or above 80 % to the end of the run; null if never. */
  readonly day80: number | null;
  /** Binding constraints in turn, by value held down: only spells of 2 days and more. */
  readonly heldBy: readonly { readonly bound: string; readonly fromDay: number }[];
  /** Output lost against the baseline over the run, yuan at base prices, gross. */
  readonly lostYuan: number;
  readonly lostValueAddedYuan: number;
  readonly shortage: Shortage | null;
}

/** The travel of a shortage: when a sector first fell below 95 % of base (counted from the first day of the run or, in a
 *  chain that starts below, of the first day at 95 %), how deep, and when it was back. */
export interface Shortage {
  readonly firstDay: number;
  readonly lowestDay: number;
  readonly lowest: number;
  readonly backDay: number | null;
}

export interface ObservedAgainstSimulated {
  readonly id: string;
  readonly role: 'input' | 'target' | 'check';
  readonly metric: string;
  /** The sector, enterprise or lever that it is about; null for the chain. */
  readonly subject: string | null;
  readonly unit:
    'ratio' | 'shops' | 'enterprises' | 'yuan' | 'visitors' | 'day' | 'days' | 'containers' | 'passes' | 'value';
  readonly day: number | null;
  readonly observed: number;
  readonly atLeast: boolean;
  /** Null when the run does not reach the day, or the thing did not happen. */
  readonly simulated: number | null;
  readonly within: boolean | null;
  /** Tolerance in the unit's own terms, e.g. { points: 5 }. */
  readonly tolerance: {
    readonly points?: number | undefined;
    readonly percent?: number | undefined;
    readonly days?: number | undefined;
  } | null;
  readonly source: string | null;
}

/** Exporters over the run. */
interface ExportSummary {
  /** Containers that left the exporters, and of these those that had passed the port by the last day. */
  readonly containersLeft: number;
  readonly containersShipped: number;
  readonly firstContainerDay: number | null;
  /** Share of exporter-days that end with nothing overdue and nothing cancelled; 1 where there is no exporter. */
  readonly onTimeInFull: number;
  readonly overdueYuan: number;
  readonly penaltyYuan: number;
  /** Contracts cancelled over the run: lost, and no longer overdue. */
  readonly cancelledYuan: number;
}

export interface ImposedCurve {
  readonly path: string;
  readonly acts: string;
  readonly source: string | null;
}

/** A root cause: what went wrong, and in which sector; the road is no sector. */
interface RootCauseNamed {
  readonly cause: LossCause;
  readonly sector: string | null;
}

interface LossShare extends RootCauseNamed {
  /** Value added that is lost because of it, over the run, and its share of all that is lost. */
  readonly yuan: number;
  readonly share: number;
}

interface BottleneckDay extends RootCauseNamed {
  readonly day: number;
  /** Share of the day's lost value added. */
  readonly share: number;
}

export interface RunSummary {
  readonly scenario: { readonly id: string; readonly name: { readonly en: string; readonly zh?: string | undefined } };
  readonly seed: number;
  readonly start: string;
  readonly days: number;
  readonly enterprises: number;
  readonly links: number;
  readonly digest: string;
  readonly modelVersion: string;
  readonly rates: readonly DayRates[];
  /** Weights of the chain's rates, named. */
  readonly weights: { readonly sector: 'base output'; readonly chain: 'value added' };
  /** In chain order, outside sellers left out. */
  readonly sectors: readonly SectorSummary[];
  readonly zones: readonly { readonly id: string; readonly capacityRecovery: readonly number[] }[];
  /** What held most value down on each day: the sector and its commonest constraint by lost value added. */
  readonly stuckAt: readonly {
    readonly day: number;
    readonly sector: string;
    readonly bound: string;
    readonly share: number;
  }[];
  readonly lostYuan: { readonly valueAdded: number; readonly finalDemand: number };
  /** Lost value added by root cause, the largest first; shares add up to 1. Null where losses are not accounted for. */
  readonly losses: readonly LossShare[] | null;
  /** The bottleneck by accounting: each day's root cause of the largest loss, on days that lose 1 % and more. */
  readonly bottleneck: readonly BottleneckDay[] | null;
  readonly exports: ExportSummary;
  readonly observations: readonly ObservedAgainstSimulated[];
  readonly curves: readonly ImposedCurve[];
  readonly recoverability: {
    readonly steady: boolean;
    readonly recovered: boolean;
    readonly afterDays: number;
    readonly capacityRecovery: number;
  } | null;
  readonly milestones: { readonly told: number; readonly counted: number };
  readonly warnings: readonly { readonly code: string; readonly text: string }[];
  readonly leverCosts: readonly { readonly path: string; readonly yuan: number }[];
}
