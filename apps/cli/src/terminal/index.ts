// The terminal's front door.
export { drawRun } from './run';
export { drawRuns } from './runs';
export { drawScreening, type ScreenedChain } from './screening';
export { drawBand } from './band';
export { drawLevers } from './levers';
export { drawRelief } from './relief';
export { drawBeyond, drawMembersDone, drawProgress } from './progress';
export { drawComparison } from './compare';
export { drawDefinition, drawDefinitionList } from './define';
export { drawCounterfactuals, drawWhy } from './why';
