export type {
  DayRates as DayRatesRow,
  ImposedCurve,
  ObservedAgainstSimulated,
  RunSummary,
  SectorSummary,
  Shortage,
} from './summary';
export { LossAccounts, type DayLosses } from './losses/accounts';
export {
  actingGroups,
  canAttribute,
  RootCauses,
  rootCausesOf,
  ROADS,
  type ActingGroups,
  type RootCause,
} from './losses/causes';
export { TapeRecorder, type DayTape } from './losses/why/tape';
export { datedShares, shareRow, type DatedShares, type TapeRun, type WhySource } from './losses/why/source';
export type { WhyPlaces } from './losses/why/places';
export { whyTree, type WhyNode } from './losses/why/tree';
export { bottleneckMilestones } from './milestones/bottleneck';
export { LossFold, type FoldedLosses, type LossSummary } from './losses/loss-fold';
export { RunFold, type FoldedDay } from './run-fold';
export { withLifted, LIFTABLE, type Lift, type LiftableCause } from './relief/lift';
export { reliefDays } from './relief/horizon';
export { liftOf, liftsByConstraints, liftsByLosses } from './relief/candidates';
export { DayBoard } from './day-board';
export { ServedFinal } from './relief/served';
export { summarise } from './summarise';
export { observed } from './observe';
export { chainScope, scopesOf, type Scopes } from './scopes';
export { holdingOf } from './held-by';
export { fieldBytes, outputRatio } from './field';
export { networkOf, type NeedRank, type SupplyLinks, type SupplyNetwork } from './screening/network';
export { screen, type Screened, type ScreenOptions } from './screening/screen';
export { rankEnterprises, type Ranking } from './screening/rank';
export {
  BACK_LEVELS,
  COMPARED_METRICS,
  compareScopes,
  keyDaysOf,
  worseBy,
  type ComparedMetric,
  type ScopeComparison,
  type ScopeFigures,
} from './compare';
export { bandByDay, bandKindOf, bandOf, type Band, type BandByDay, type BandKind } from './band';
export { spellsOf, staysAbove } from './sector-story';
export { DEFINITIONS, type Definition, type DefinitionText } from './definitions';
export { misfitOf, type Misfit } from './misfit';
export { patternSearch, type FreeNumber } from './pattern-search';
