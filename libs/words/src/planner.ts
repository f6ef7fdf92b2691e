// What the commands around archives say: fork, compare, bands, levers, define.
import type { BandKind, LiftableCause } from '#libs/analysis';

export interface PlannerWords {
  readonly forkedAt: (run: string, date: string) => string;
  readonly sameDraws: string;
  readonly otherSeeds: string;
  readonly otherChains: string;
  readonly otherStarts: string;
  readonly sharedDays: (days: number) => string;
  readonly sameRun: (run: string) => string;
  readonly partsOn: (run: string, date: string, day: number) => string;
  readonly inRow: string;
  readonly whatWentIn: string;
  readonly nothingElse: string;
  readonly inputKinds: Readonly<Record<'scenario' | 'set' | 'decided' | 'table' | 'model', string>>;
  readonly moreInputs: (count: number) => string;
  readonly wholeChain: string;
  readonly backSince: string;
  readonly backAt: (percent: number) => string;
  readonly lostInYuan: string;
  readonly missedFinal: string;
  readonly lostValueAdded: string;
  readonly lostByCause: string;
  readonly limitMissed: (limit: string) => string;

  readonly forkOf: (folder: string, date: string, day: number) => string;
  readonly samePast: (days: number) => string;

  readonly seeds: (count: number, first: number, last: number) => string;
  readonly bandKinds: Readonly<Record<BandKind, string>>;
  readonly median: string;
  readonly never: string;
  readonly inRuns: (count: number, all: number) => string;
  readonly backSinceLevel: (level: string) => string;
  readonly withinTolerance: string;
  readonly runsDone: (done: string, all: string) => string;

  readonly leversExplained: string;
  readonly lostShort: string;
  readonly without: string;
  readonly asItIs: string;
  readonly staysAt: string;
  readonly othersStand: string;
  readonly costs: string;

  readonly liftable: Readonly<Record<LiftableCause, string>>;
  readonly nothingToRelieve: (date: string) => string;
  readonly reliefGains: (what: string, date: string, gain: string, days: number) => string;
  readonly reliefExplained: (days: number) => string;
  readonly lifted: string;
  readonly gain: string;
  readonly ofBaseline: string;

  readonly numerator: string;
  readonly denominator: string;
  readonly noDenominator: string;
  readonly whoCounts: string;
  readonly unit: string;
  readonly fields: string;
  readonly noField: string;
}
