// Recovery as a service: it folds everybody's days into rates, milestones and losses, for the store and the live feed.
import { RedisLiveFeed } from '#libs/adapters';
import type { LiveFeed } from '#libs/runtime';
import { behindHost, type Behind, type BehindOptions } from '#libs/services';
import { recoveryHost } from '#libs/simulation';
import { toldStore } from './told-store';

export function redisFeed({ config, logger }: BehindOptions): Promise<LiveFeed> {
  return RedisLiveFeed.open({
    url: config.redisUrl,
    prefix: config.topicPrefix,
    onTrouble: (error) => logger.warn({ message: 'live feed', reason: String(error) }),
  });
}

export function behindRecovery({ parts, told, metrics }: BehindOptions, feed: LiveFeed): Behind {
  const counted: LiveFeed = {
    async publish(day) {
      const isTold = await feed.publish(day);
      metrics.feedPublished(isTold);
      return isTold;
    },
    latest: (run) => feed.latest(run),
    subscribe: (run, onDay) => feed.subscribe(run, onDay),
    forget: (run) => feed.forget(run),
    close: () => feed.close(),
  };
  const { log, stores, codec, hash, clock, retrying } = parts;
  const { runs, states } = stores;
  const days = toldStore(stores.metrics, metrics);
  const behind = behindHost(
    recoveryHost({ log, runs, states, metrics: days, feed: counted, codec, hash, clock, retrying, told }),
  );
  return {
    ...behind,
    async stop() {
      await behind.stop();
      await feed.close();
    },
  };
}
