export type {
  DayRates as DayRatesRow,
  ImposedCurve,
  ObservedAgainstSimulated,
  RunSummary,
  SectorSummary,
  Shortage,
} from './summary';
export { RunFold, type FoldedDay } from './run-fold';
export { summarise } from './summarise';
export { chainScope } from './scopes';
