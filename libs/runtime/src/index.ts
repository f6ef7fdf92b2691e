export type { Columns, DayRecord, RunHead } from './records';
