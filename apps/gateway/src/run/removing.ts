// Removing a run, and whatever is kept of it elsewhere.
import type { Stores } from '#libs/adapters';
import type { LiveFeed } from '#libs/runtime';
import type { Asker } from '../asking/asker';
import { noSuchRun } from '../http/api-error';
import type { FoundRuns } from './found-runs';
import type { RunList } from './run-list';

export interface RemovingParts {
  readonly stores: Pick<Stores, 'runs'>;
  readonly feed: Pick<LiveFeed, 'forget'>;
  readonly found: FoundRuns;
  readonly list: RunList;
  /** Told when it has gone. */
  readonly forget: (run: string) => void;
}

export class Removing {
  constructor(private readonly parts: RemovingParts) {}

  /** @throws ApiError API_UNKNOWN_RUN */
  async remove(asker: Asker, run: string): Promise<void> {
    const { stores, feed, found, list, forget } = this.parts;
    await found.find(asker, run);
    if (!(await stores.runs.remove(run))) throw noSuchRun(run);
    await feed.forget(run);
    found.forget(run);
    list.forget(run);
    forget(run);
  }
}
