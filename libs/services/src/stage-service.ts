// A stage as a service: the shards that its instance owns, in every run under way.
import type { StageName } from '#libs/messages';
import { stageHost } from '#libs/simulation';
import type { Type } from '@nestjs/common';
import { behindHost } from './behind-host';
import type { ServiceDefinition } from './assemble';

export function stageService(stage: StageName, module: Type): ServiceDefinition {
  return {
    name: stage,
    module,
    behind: ({ parts, config, told }) => {
      const { log, stores, codec, hash, clock, retrying } = parts;
      const host = stageHost(
        stage,
        { index: config.instance, count: config.instances },
        { log, runs: stores.runs, states: stores.states, codec, hash, clock, retrying, told },
      );
      return behindHost(host);
    },
  };
}
