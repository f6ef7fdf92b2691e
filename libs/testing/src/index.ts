export { PLAIN_RULES, directKind, draftOf, groupShape } from './draft-of';
export type { ChainSketch, EnterpriseSketch, LinkSketch } from './draft-of';
export { layered, type LayeredOptions } from './layered';
export { changedLevers, columnOf, openChain, outputRatios, runChain, type ChainDayEnd, type ChainRun } from './run-chain';
