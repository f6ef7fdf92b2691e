// The service that computes recovery chain-wide, as Nest and whoever starts it know it.
import type { LiveFeed } from '#libs/runtime';
import type { ServiceDefinition } from '#libs/services';
import { Module } from '@nestjs/common';
import { behindRecovery, redisFeed } from './recovery.service';

@Module({})
class RecoveryModule {}

/** @param feed where days are told as they close; Redis, as configured, where it is left out */
export function recoveryOver(feed?: LiveFeed): ServiceDefinition {
  return {
    name: 'recovery',
    module: RecoveryModule,
    behind: async (options) => behindRecovery(options, feed ?? (await redisFeed(options))),
  };
}
