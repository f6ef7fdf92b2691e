// Everything about runs, put together.
import type { Stores } from '#libs/adapters';
import type { LiveFeed } from '#libs/runtime';
import type { Compiler } from '../compiling/compiler';
import type { KeyedBodies } from '../http/idempotency-key';
import type { Limits } from '../limits';
import type { Scenarios } from '../scenarios/scenarios';
import { Deciding } from './deciding';
import { FoundRuns } from './found-runs';
import { MakingRuns } from './making-runs';
import { Removing } from './removing';
import { RunList } from './run-list';
import { Steering } from './steering';

export interface OpenRunParts {
  readonly stores: Stores;
  readonly feed: LiveFeed;
  readonly compiler: Compiler;
  readonly scenarios: Scenarios;
  readonly keyed: KeyedBodies;
  readonly limits: Pick<Limits, 'runsUnderWay'>;
  readonly forget?: (run: string) => void;
}

export interface RunsBehind {
  readonly found: FoundRuns;
  readonly list: RunList;
  readonly making: MakingRuns;
  readonly steering: Steering;
  readonly deciding: Deciding;
  readonly removing: Removing;
}

export function openRunParts(options: OpenRunParts): RunsBehind {
  const { stores, feed, compiler, scenarios, keyed, limits, forget = () => undefined } = options;
  const found = new FoundRuns(stores);
  const list = new RunList(stores);
  const making = new MakingRuns({ stores, list, scenarios, compiler, keyed, mostUnderWay: limits.runsUnderWay });
  const steering = new Steering({ stores, found, list });
  const deciding = new Deciding({ stores, found, list, compiler, keyed, making });
  const removing = new Removing({ stores, feed, found, list, forget });
  return { found, list, making, steering, deciding, removing };
}
