// Makes the topics that are missing. Bounded by bytes and never by time: the records of a run that stands still for a
// week are as good as new.
import { InputError, TOPICS, topicOf, type TopicShape } from '#libs/messages';
import type { Admin } from 'kafkajs';
import { isOfType } from './client';
import { quarantineTopic } from './quarantine';

/** More than one request of ours (1 MB), with room for a record's headers and for quarantine's own. */
const MAX_MESSAGE_BYTES = 4 * 1024 * 1024;
/** Retention drops whole segments: a quarter of what is kept, so that no more than 5/4 of it is there. */
const SEGMENTS = 4;
const LEAST_SEGMENT_BYTES = 16 * 1024 * 1024;
const CREATE_TIMEOUT_MS = 10_000;

export interface TopicOptions {
  readonly prefix: string;
  readonly replication: number;
  readonly retentionBytes: number;
}

/**
 * Makes what is missing; called again after a failure it goes on.
 * @param made takes the shapes of the topics that are made, so that they outlive a failure in the middle
 * @throws InputError LOG_TOPIC_PARTITIONS for a topic with fewer partitions than the receiver's shards need
 */
export async function ensureTopics(admin: Admin, options: TopicOptions, made: Set<TopicShape>): Promise<void> {
  const { prefix } = options;
  const there = new Set(await admin.listTopics());
  const missing = TOPICS.filter((shape) => !there.has(topicOf(shape, prefix)));
  // Each on its own: of a list, Kafka does not say which another process was faster with.
  const making = missing.map(async (shape) => {
    if (await create(admin, topicOf(shape, prefix), shape.partitions, options)) made.add(shape);
  });
  if (!there.has(quarantineTopic(prefix))) making.push(create(admin, quarantineTopic(prefix), 1, options).then());
  await Promise.all(making);
  await checkPartitions(admin, prefix);
}

/** Also waits for the leaders: without metadata of all of them this throws, and is asked again. */
async function checkPartitions(admin: Admin, prefix: string): Promise<void> {
  const names = TOPICS.map((shape) => topicOf(shape, prefix));
  const { topics } = await admin.fetchTopicMetadata({ topics: names });
  for (const { partitions, ...shape } of TOPICS) {
    const name = topicOf(shape, prefix);
    const found = topics.find((topic) => topic.name === name)?.partitions.length ?? 0;
    if (found >= partitions) continue;
    throw new InputError({
      code: 'LOG_TOPIC_PARTITIONS',
      path: name,
      reason: `the topic has ${found} partitions, and ${partitions} are needed.`,
      mend: 'Add partitions, or take another prefix for the topics.',
    });
  }
}

/** @returns false where another process was faster */
async function create(admin: Admin, topic: string, numPartitions: number, options: TopicOptions): Promise<boolean> {
  const { replication: replicationFactor } = options;
  const configEntries = configOf(options);
  const created = { topic, numPartitions, replicationFactor, configEntries };
  try {
    return await admin.createTopics({ topics: [created], waitForLeaders: false, timeout: CREATE_TIMEOUT_MS });
  } catch (error) {
    if (isOfType(error, ['TOPIC_ALREADY_EXISTS'])) return false;
    throw error;
  }
}

function configOf({ replication, retentionBytes }: TopicOptions): { name: string; value: string }[] {
  const segmentBytes = Math.max(LEAST_SEGMENT_BYTES, Math.floor(retentionBytes / SEGMENTS));
  const config = {
    'cleanup.policy': 'delete',
    'retention.ms': -1,
    'retention.bytes': retentionBytes,
    'segment.bytes': Math.min(segmentBytes, 2 ** 31 - 1),
    'max.message.bytes': MAX_MESSAGE_BYTES,
    // With three copies one may be away; with fewer nobody may.
    'min.insync.replicas': replication > 2 ? 2 : 1,
  };
  return Object.entries(config).map(([name, value]) => ({ name, value: String(value) }));
}
