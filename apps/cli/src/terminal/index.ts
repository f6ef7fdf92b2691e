// The terminal's front door.
export { drawRun, type RunDrawing } from './run';
export { drawProgress, type Progress } from './progress';
