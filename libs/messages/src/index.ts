export type { Brand } from './brand';
export { asDay, type Day } from './day';
export { STAGES, CHANNELS, stageIndex, type StageName, type Receiver, type Channel, type Source } from './stages';
export { faultsOf, formatFault, InputError, MOST_FAULTS, type InputFault, type Place } from './input-error';
export { BINDING_CONSTRAINTS, type BindingConstraint } from './constraints';
export { LOSS_CAUSES, type LossCause } from './loss-causes';
export { milestoneSchema, MILESTONE_TYPES, type Milestone, type MilestoneType } from './milestones';
export {
  LOG_CHANNELS,
  MAX_LOG_SHARDS,
  TOPICS,
  streamKey,
  topicOf,
  type LogChannel,
  type LogReceiver,
  type Stream,
  type TopicShape,
} from './topics';
export {
  MAX_BODY_BYTES,
  writerKey,
  type DayEndMark,
  type LogRecord,
  type PlacedRecord,
  type ReadRecord,
  type Writer,
} from './log-record';
export { commandSchema, controlSchema, type Command, type Control } from './control-record';
export { CLOUD_EVENTS_VERSION, CLOUD_EVENT_TYPES, CONTENT_TYPES, RECORD_HEADERS } from './record-headers';
export { asyncApiDocument, type AsyncApiDocument } from './asyncapi';
export { eventsMarkdown } from './events-markdown';
