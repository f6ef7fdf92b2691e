export { Random } from './random';
export { BLOCKS, blockStarts, blocksOf, axisOf, widenAxis, type Axis, type Shard } from './blocks';
export { ColumnBlock, type ColumnRole, type ColumnSpec } from './column-block';
export { addDigests, formatDigest, runDigest, type DayDigest, type Hash64 } from './digest';
export { type Frame, type Party, type Route } from './route';
export { Inbox } from './inbox';
export { Mailbox } from './mailbox';
export { excess, lessBy, plus, rowsBetween, times } from './columns';
export { firstSights, lookUp, pick, pickInt } from './pick';
export { type DayContext, type Stage, type StageState } from './stage';
export {
  digestOf,
  framesOf,
  openShard,
  restoreStage,
  snapshotOf,
  stepDay,
  type StageShard,
  type StageSnapshot,
} from './stage-shard';
export { runDays, type DayEnd } from './run-days';
