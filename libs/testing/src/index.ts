export { PLAIN_RULES, directKind, draftOf, groupShape } from './draft-of';
export type { ChainSketch, EnterpriseSketch, LinkSketch } from './draft-of';
