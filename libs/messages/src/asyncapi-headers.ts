// What the headers of a record look like, as a JSON Schema for the AsyncAPI document.
import type { LogRecord } from './log-record';
import { CLOUD_EVENTS_VERSION, CLOUD_EVENT_TYPES, CONTENT_TYPES, RECORD_HEADERS } from './record-headers';
import { STAGES } from './stages';

interface HeaderShape {
  readonly type: 'string';
  readonly description: string;
  readonly const?: string;
  readonly pattern?: string;
}

export interface HeadersSchema {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, HeaderShape>>;
  readonly required: readonly string[];
}

type HeaderKey = keyof typeof RECORD_HEADERS;

const INTEGER = '^(0|[1-9][0-9]*)$';
const HASH = '^[0-9a-f]{16}$';

/** Carried only by the last record of a writer's day on a stream. */
const DAY_END: readonly HeaderKey[] = ['endCount', 'endChecksum', 'endState', 'endFlow'];

/** Headers of one type of record; milestones and control need no end of a day. */
export function headersSchema(type: LogRecord['type']): HeadersSchema {
  const shapes = shapesOf(type);
  const keys = (Object.keys(RECORD_HEADERS) as HeaderKey[]).filter(
    (key) => type === 'frames' || !DAY_END.includes(key),
  );
  return {
    type: 'object',
    properties: Object.fromEntries(keys.map((key) => [RECORD_HEADERS[key], { type: 'string', ...shapes[key] }])),
    required: keys.filter((key) => !DAY_END.includes(key)).map((key) => RECORD_HEADERS[key]),
  };
}

function shapesOf(type: LogRecord['type']): Record<HeaderKey, Omit<HeaderShape, 'type'>> {
  return {
    specVersion: { description: 'Version of CloudEvents.', const: CLOUD_EVENTS_VERSION },
    id: { description: 'One record within its source; the same when the record is written again.' },
    source: { description: 'The run and the writer, as a path.' },
    type: { description: 'What the record tells.', const: CLOUD_EVENT_TYPES[type] },
    contentType: { description: 'What the body is.', const: CONTENT_TYPES[type] },
    run: { description: 'Id of the run: runs share the topics.' },
    attempt: { description: 'Raised when a run begins again from its snapshots; from 1.', pattern: '^[1-9][0-9]*$' },
    writer: {
      description: 'Who writes, and which shard of it.',
      pattern: `^(${[...STAGES, 'control', 'recovery'].join('|')})/(0|[1-9][0-9]*)$`,
    },
    day: { description: 'Day of the run; -1 is the eve.', pattern: '^(-1|0|[1-9][0-9]*)$' },
    seq: { description: 'From 0 in each day of a writer on a stream.', pattern: INTEGER },
    endCount: { description: "Records of the writer's day on this stream, this one included.", pattern: INTEGER },
    endChecksum: { description: 'xxh64 over their bodies, one after the other.', pattern: HASH },
    endState: { description: "Digest of the writer's state after the day.", pattern: HASH },
    endFlow: { description: "Digest of the writer's flows of the day.", pattern: HASH },
  };
}
