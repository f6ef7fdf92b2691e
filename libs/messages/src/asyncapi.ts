// The log as an AsyncAPI 3.0 document: every topic, who writes and who reads it, and what its messages look like. Made
// from the same lists and schemas that the services run on.
import { z } from 'zod';
import { headersSchema, type HeadersSchema } from './asyncapi-headers';
import { controlSchema } from './control-record';
import type { LogRecord, Writer } from './log-record';
import { milestoneSchema } from './milestones';
import { CONTENT_TYPES } from './record-headers';
import { STAGES } from './stages';
import { TOPICS, topicOf, type LogChannel, type TopicShape } from './topics';

interface Reference {
  readonly $ref: string;
}

interface ChannelShape {
  readonly address: string;
  readonly description: string;
  readonly messages: Readonly<Record<string, Reference>>;
  readonly 'x-partitions': number;
}

interface OperationShape {
  readonly action: 'send' | 'receive';
  readonly title: string;
  readonly channel: Reference;
  /** Who does it. */
  readonly 'x-service': string;
}

export interface MessageShape {
  readonly title: string;
  readonly summary: string;
  readonly contentType: string;
  readonly headers: HeadersSchema;
  readonly payload: object;
}

export interface AsyncApiDocument {
  readonly asyncapi: '3.0.0';
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly defaultContentType: string;
  readonly channels: Readonly<Record<string, ChannelShape>>;
  readonly operations: Readonly<Record<string, OperationShape>>;
  readonly components: { readonly messages: Readonly<Record<LogRecord['type'], MessageShape>> };
}

/** @param version of the program that speaks so */
export function asyncApiDocument({ version }: { readonly version: string }): AsyncApiDocument {
  const operations = TOPICS.flatMap((topic) => [
    ...WRITERS[topic.channel](topic).map((writer) => operation('send', writer, topic)),
    operation('receive', topic.to, topic),
  ]);
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Resumption: the log of records',
      version,
      description:
        'A topic for each channel and receiving service, a partition for each shard of the receiver, shared by all runs. ' +
        'Addresses begin with `resumption`, or with the prefix of the installation.',
    },
    defaultContentType: CONTENT_TYPES.control,
    channels: Object.fromEntries(TOPICS.map((topic) => [channelId(topic), channel(topic)])),
    operations: Object.fromEntries(operations),
    components: {
      messages: { frames: framesMessage(), milestone: milestoneMessage(), control: controlMessage() },
    },
  };
}

const ENTERPRISES = ['plants', 'markets', 'exporters'] as const;

/** Who writes to a topic. */
const WRITERS: Record<LogChannel, (topic: TopicShape) => readonly Writer['name'][]> = {
  orders: () => ENTERPRISES,
  consignments: () => ENTERPRISES,
  deliveries: () => [...ENTERPRISES, 'logistics'],
  reports: ({ to }) => (to === 'support' ? ENTERPRISES : STAGES),
  allocations: () => ['support'],
  milestones: () => ['recovery'],
  control: () => ['control'],
};

const MEANINGS: Record<LogChannel, string> = {
  orders: 'What buyers order of their suppliers, by link.',
  consignments: 'Goods that suppliers hand over for the road, by link.',
  deliveries: 'Goods that reach their buyers, by link.',
  reports: 'How each row of a stage fared today.',
  allocations: 'Heads, approvals and masks that the service desk allots, and the places that it closes.',
  milestones: 'Single things worth telling, with their causes.',
  control: 'How far days are open, and every intervention that is effective up to there.',
};

function messageOf({ channel }: TopicShape): LogRecord['type'] {
  if (channel === 'milestones') return 'milestone';
  return channel === 'control' ? 'control' : 'frames';
}

function channelId({ channel, to }: TopicShape): string {
  return `${channel}-${to}`;
}

function channel(topic: TopicShape): ChannelShape {
  const message = messageOf(topic);
  return {
    address: topicOf(topic),
    description: MEANINGS[topic.channel],
    messages: { [message]: { $ref: `#/components/messages/${message}` } },
    'x-partitions': topic.partitions,
  };
}

function operation(action: 'send' | 'receive', service: string, topic: TopicShape): [string, OperationShape] {
  const id = channelId(topic);
  const shape: OperationShape = {
    action,
    title: `${service} ${action} ${topicOf(topic)}`,
    channel: { $ref: `#/channels/${id}` },
    'x-service': service,
  };
  return [`${service}-${action}-${id}`, shape];
}

function framesMessage(): MessageShape {
  return {
    title: 'Frames',
    summary:
      'The values that a shard sends on a stream on one day: an Arrow IPC stream with a row for each column of each ' +
      'frame (`column`: its name, `values`: a list of float64). It is cut into pieces; the bodies of a day, joined in ' +
      'the order of seq, are the stream. Which rows the values belong to, both ends know from the scenario.',
    contentType: CONTENT_TYPES.frames,
    headers: headersSchema('frames'),
    payload: { type: 'string', format: 'binary', description: 'A piece of an Arrow IPC stream.' },
  };
}

function milestoneMessage(): MessageShape {
  return {
    title: 'Milestone',
    summary: 'Something that was reached, begun or ended on a day of a run.',
    contentType: CONTENT_TYPES.milestone,
    headers: headersSchema('milestone'),
    payload: jsonSchema(milestoneSchema),
  };
}

function controlMessage(): MessageShape {
  return {
    title: 'Control',
    summary: 'Says all that earlier ones of the run said, so only the newest counts.',
    contentType: CONTENT_TYPES.control,
    headers: headersSchema('control'),
    payload: jsonSchema(controlSchema),
  };
}

/** In the draft that AsyncAPI's own schemas build on. */
function jsonSchema(schema: z.ZodType): object {
  const { $schema: _, ...plain } = z.toJSONSchema(schema, { target: 'draft-7', io: 'output' });
  return plain;
}
