export type { CodedColumn, Columns, DayRecord, RunHead } from './records';
export type { DayEnd, EventLog } from './event-log';
export { driveStage, type StageDrive } from './drive-stage';
export { InProcessLog } from './in-process-log';
export { runInProcess, type InProcessRun, type RunDay } from './run-in-process';
