export type { Chain, Corridors, Enterprises, ExporterTerms, LinkKind, Links, ProductClass, Sector } from './chain';
export type { InputRule, OrderRule, OvertimeRule, RationingRule, Rules } from './rules';
export { NEGLIGIBLE_INPUT_RATIO, REMAINDER_RATIO, rhythmOf } from './rules';
export {
  LIFTED,
  neutralLevers,
  ROADS,
  type CorridorLevers,
  type Levers,
  type LeverShape,
  type MarketLevers,
  type SupportLevers,
} from './levers';
export type { Cohorts, GateTerms, MaskTerms, Origin, RiskTerms, WorkerTerms } from './support/terms';
export { stageRange, type EnterpriseStage } from './part';
export { MAX_PRIORITIES, shareByPriority } from './enterprise/ration-priority';
export { EnterpriseState, ENTERPRISE_REPORTS } from './enterprise/state';
export { DESK_REPORTS, PLACE_REPORTS, type DeskReport } from './support/state';
export { capacityOfStaff } from './enterprise/staff';
export { electricityReading } from './support/mask-pool';
export { CHAIN_STAGES, MODEL_VERSION } from './stages';
export { columnLabels, rowLabels } from './row-labels';
export { STREAMS } from './streams';
