export type {
  Chain, Corridors, Enterprises, ExporterTerms, LinkKind, Links, ProductClass, Sector,
} from './chain';
export type { InputRule, OrderRule, OvertimeRule, RationingRule, Rules } from './rules';
export { rhythmOf } from './rules';
export { neutralLevers, type CorridorLevers, type Levers, type LeverShape, type MarketLevers } from './levers';
export { stageRange, type EnterpriseStage } from './part';
export { MAX_PRIORITIES } from './enterprise/ration-priority';
export { EnterpriseState, ENTERPRISE_REPORTS } from './enterprise/state';
export { CHAIN_STAGES, MODEL_VERSION } from './stages';
export { columnLabels, rowLabels } from './row-labels';
export { STREAMS } from './streams';
