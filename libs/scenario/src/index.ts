export { assembleChain } from './assemble';
export type { ChainDraft, DraftCorridor, DraftEnterprises, DraftLinks } from './draft';
