export type { CodedColumn, Columns, DayRecord, RunHead } from './records';
export type { DayEnd, EventLog } from './event-log';
export { driveStage, type StageDrive } from './drive-stage';
export { InProcessLog } from './in-process-log';
export { runInProcess, type InProcessRun, type RunDay } from './run-in-process';
export type { Reading, RecordLog, StreamStart } from './record-log';
export type { Beginning, Intervention, RunManifest, RunMode, RunRow, RunStatus, RunStore } from './run-store';
export type { ShardSnapshot, StateStore } from './state-store';
export type { EnterpriseColumns, EnterpriseDay, MetricStore, ProjectedDay, Row } from './metric-store';
export type { LiveDay, LiveFeed } from './live-feed';
export type { FrameCodec } from './frame-codec';
export { SYSTEM_CLOCK, type Clock } from './clock';
export { allFeeds, feedsOf, isReadBy, sourcesOf, type Feed, type OpenModel, type RunModel } from './run-model';
export { ControlLoop, MAX_RUNS_UNDER_WAY, STALL_MS, WINDOW_DAYS, type ControlOptions } from './control-loop';
export { ServiceHost, type HostOptions, type HostState } from './service-host';
export { KEEP_DAYS, ShardLife } from './shard-life';
export {
  ProjectionLife,
  RECOVERY,
  RECOVERY_POSITION,
  type OpenProjection,
  type Projection,
  type WholeDay,
} from './projection-life';
export type { Life, RunHere, Surroundings, Told, Waiting } from './life';
export { untilItWorks, type Retrying } from './retry';
export { StoreAway } from './store-away';
