// Streams of the log: a topic per (channel, receiving service), a partition per shard of the receiver, shared by all runs.
import type { Channel, Receiver } from './stages';

export const LOG_CHANNELS = [
  'orders',
  'consignments',
  'deliveries',
  'reports',
  'allocations',
  'milestones',
  'control',
] as const;
export type LogChannel = (typeof LOG_CHANNELS)[number];

/** Who reads a topic of the log; what recovery tells (`milestones`) is read by whoever wants to. */
export type LogReceiver = Receiver | 'readers';

/** Partitions of a topic whose receiver has shards: the most shards that a run over the log can have. */
export const MAX_LOG_SHARDS = 8;

export interface TopicShape {
  readonly channel: LogChannel;
  readonly to: LogReceiver;
  readonly partitions: number;
}

const SHARDED = ['plants', 'logistics', 'markets', 'exporters'] as const;
const ENTERPRISES = ['plants', 'markets', 'exporters'] as const;

/** Every topic of the log. */
export const TOPICS: readonly TopicShape[] = [
  ...ENTERPRISES.map((to) => shape('orders', to)),
  shape('consignments', 'logistics'),
  ...ENTERPRISES.map((to) => shape('deliveries', to)),
  shape('reports', 'recovery'),
  shape('reports', 'support'),
  ...ENTERPRISES.map((to) => shape('allocations', to)),
  shape('milestones', 'readers'),
  ...[...SHARDED, 'support' as const, 'recovery' as const].map((to) => shape('control', to)),
];

function shape(channel: Channel | 'milestones' | 'control', to: LogReceiver): TopicShape {
  const isSharded = (SHARDED as readonly string[]).includes(to);
  return { channel, to, partitions: isSharded ? MAX_LOG_SHARDS : 1 };
}

/** One partition of one topic. */
export interface Stream {
  readonly channel: LogChannel;
  readonly to: LogReceiver;
  readonly shard: number;
}

/** @param prefix `resumption` unless several installations share one broker */
export function topicOf({ channel, to }: Pick<Stream, 'channel' | 'to'>, prefix = 'resumption'): string {
  return `${prefix}.${channel}.${to}.v1`;
}

/** A stream in one word, for keys of maps and for messages. */
export function streamKey({ channel, to, shard }: Stream): string {
  return `${channel}/${to}/${shard}`;
}
