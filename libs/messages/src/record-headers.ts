// Headers of a record on Kafka: a CloudEvent 1.0 in binary mode (`ce_` and `content-type`, as its Kafka binding names
// them), then what readers of the log order and check records by. Every value is UTF-8 text; numbers are decimal.
import type { LogRecord } from './log-record';

/** By what a header says, its name. Those of `end` are carried by the last record of a writer's day on a stream alone. */
export const RECORD_HEADERS = {
  specVersion: 'ce_specversion',
  id: 'ce_id',
  source: 'ce_source',
  type: 'ce_type',
  contentType: 'content-type',
  run: 'run',
  attempt: 'attempt',
  /** As `writerKey` has it. */
  writer: 'writer',
  day: 'day',
  seq: 'seq',
  endCount: 'end_count',
  endChecksum: 'end_checksum',
  endState: 'end_state',
  endFlow: 'end_flow',
} as const;

export const CLOUD_EVENTS_VERSION = '1.0';

/** What a record's body is, by the record's type. */
export const CONTENT_TYPES: Readonly<Record<LogRecord['type'], string>> = {
  frames: 'application/vnd.apache.arrow.stream',
  milestone: 'application/json',
  control: 'application/json',
};

/** CloudEvents type of each type of record. */
export const CLOUD_EVENT_TYPES: Readonly<Record<LogRecord['type'], string>> = {
  frames: 'resumption.frames.v1',
  milestone: 'resumption.milestone.v1',
  control: 'resumption.control.v1',
};
