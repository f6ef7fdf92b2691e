// Recovery as a service: it folds everybody's days into rates, milestones and losses, for PostgreSQL and the live feed.
import { RedisLiveFeed } from '#libs/adapters';
import type { LiveFeed } from '#libs/runtime';
import { behindHost, type Behind, type BehindOptions } from '#libs/services';
import { recoveryHost } from '#libs/simulation';

export async function behindRecovery({ parts, config, told, metrics, logger }: BehindOptions): Promise<Behind> {
  const redis = await RedisLiveFeed.open({
    url: config.redisUrl,
    prefix: config.topicPrefix,
    onTrouble: (error) => logger.warn({ message: 'live feed', reason: String(error) }),
  });
  const feed: LiveFeed = {
    async publish(day) {
      const isTold = await redis.publish(day);
      metrics.feedPublished(isTold);
      return isTold;
    },
    latest: (run) => redis.latest(run),
    subscribe: (run, onDay) => redis.subscribe(run, onDay),
    forget: (run) => redis.forget(run),
    close: () => redis.close(),
  };
  const { log, stores, codec, hash, clock, retrying } = parts;
  const host = recoveryHost({
    ...{
      log,
      runs: stores.runs,
      states: stores.states,
      metrics: stores.metrics,
      feed,
      codec,
      hash,
      clock,
      retrying,
      told,
    },
  });
  const behind = behindHost(host);
  return {
    ...behind,
    async stop() {
      await behind.stop();
      await feed.close();
    },
  };
}
