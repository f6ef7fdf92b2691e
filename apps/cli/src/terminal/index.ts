// The terminal's front door.
export { drawRun } from './run';
export { drawProgress } from './progress';
