// Every word that a person reads, in two languages: one interface, so that a word missing in one does not compile.
import type { BindingConstraint, LossCause } from '#libs/messages';
import type { PlannerWords } from './planner';
import type { StackWords } from './stack';

export type Language = 'en' | 'zh';

export interface Words extends PlannerWords, StackWords {
  readonly valid: (path: string, enterprises: string, links: string, days: number) => string;
  readonly enterprises: (count: string) => string;
  readonly links: (count: string) => string;
  readonly seed: (seed: number) => string;

  readonly stuckAt: string;
  readonly nothingHolds: string;
  readonly since: (date: string) => string;
  readonly shareOfLoss: (share: string, date?: string) => string;
  readonly runsFreeOn: (date: string) => string;
  readonly worst: (date: string) => string;
  readonly inTurn: string;
  readonly andShorter: (count: number) => string;
  readonly bounds: Readonly<Record<BindingConstraint, string>>;
  /** Root causes of losses, and the place of those that are no sector's. */
  readonly causes: Readonly<Record<LossCause, string>>;
  readonly roads: string;
  readonly pathOfBottleneck: string;
  readonly imposed: string;
  /** Before what has no other source. */
  readonly assumed: string;
  readonly lost: (money: string) => string;
  readonly lostAttributed: (money: string) => string;
  readonly otherCauses: (count: number) => string;
  readonly missed: (money: string) => string;
  readonly nothingLost: string;
  readonly leversCost: (money: string) => string;

  readonly chainOn: (date: string) => string;
  readonly resumed: string;
  readonly onPost: string;
  readonly capacity: string;
  readonly delivered: string;
  readonly notModelled: string;
  readonly sector: string;
  readonly heldBy: string;
  readonly always: string;
  readonly moreSectors: (count: number) => string;

  readonly backInOrder: string;
  readonly backInOrderShort: string;
  readonly shortInOrder: string;
  readonly shortInOrderShort: string;
  readonly noShortage: string;
  readonly noneBack: string;
  readonly halfBack: string;
  readonly mostlyBack: string;
  readonly shortFrom: string;
  readonly later: string;
  readonly lowest: string;
  readonly lowestOn: string;
  readonly back: string;
  readonly notBack: string;
  readonly daysLater: (days: string) => string;
  readonly moreLater: (count: number) => string;

  readonly observedAgainstSimulated: string;
  readonly observed: string;
  readonly simulated: string;
  /** Stages of enterprises, as whose a rate is. */
  readonly stages: Readonly<Record<'plants' | 'markets' | 'exporters', string>>;
  readonly roles: Readonly<Record<'input' | 'target' | 'check', string>>;
  /** By metric of libs/scenario. */
  readonly metrics: Readonly<Record<string, string>>;
  readonly onDate: (metric: string, date: string) => string;
  readonly points: (signed: string) => string;
  readonly days: (count: string) => string;
  readonly passes: (count: string) => string;
  readonly inputsAsGiven: string;
  readonly givenNotObserved: (given: string, observed: string) => string;
  readonly afterTheRun: string;
  readonly didNotHappen: string;
  readonly noTolerance: string;
  readonly moreObservations: (count: number, within: number, outside: number) => string;

  readonly warning: string;
  readonly moreWarnings: (count: number) => string;
  /** What becomes of the chain when the run goes on `afterDays` days, levers as they stand. */
  readonly recovers: (share: string, afterDays: number) => string;
  readonly staysBelow: (share: string, afterDays: number) => string;
  readonly notSteady: (share: string, afterDays: number) => string;
  readonly saved: string;
  readonly digest: string;
  readonly next: string;

  /** The finding of a screening, and what the columns and the index are. */
  readonly ifItCloses: (enterprise: string, share: string) => string;
  readonly enterprise: string;
  readonly outputThatStops: string;
  readonly othersBelowHalf: string;
  readonly outsideNote: string;
  readonly screeningNote: string;
  readonly why: string;
  readonly whyShare: (share: string) => string;
  readonly whyLost: (share: string, money: string) => string;
  readonly whyNothing: string;
  readonly whyUnmet: (who: string) => string;
  readonly whyOrders: (who: string) => string;
  readonly whyDock: (road: string) => string;
  readonly whySeveral: (count: number, sector: string) => string;
  readonly whyOthers: (count: number) => string;
  /** Beside the shares, the run without each cause. */
  readonly whyRemoved: string;
  readonly whyShareHead: string;
  readonly whyLostWithout: string;
  readonly whyDifference: string;
  readonly whyNotRemovable: string;
  readonly whyNeedNotAdd: string;
  readonly whyBuilding: (done: number, all: number) => string;

  readonly daysDone: (done: string, all: string) => string;
  readonly capacityRecovered: string;
  readonly inBrackets: (text: string) => string;
  readonly reachedFrom: (places: string) => string;

  readonly colon: string;
  readonly comma: string;
  readonly semicolon: string;
}
