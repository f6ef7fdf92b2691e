// The streams of topics: one for each partition.
import type { Stream, TopicShape } from '#libs/messages';

export function streamsOf(topics: readonly TopicShape[]): Stream[] {
  return topics.flatMap(({ channel, to, partitions }) =>
    Array.from({ length: partitions }, (_, shard) => ({ channel, to, shard })),
  );
}
