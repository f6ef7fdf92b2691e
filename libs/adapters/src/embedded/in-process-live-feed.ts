// The live view within one process: the peer of the one over Redis, where nothing can be away.
import type { LiveDay, LiveFeed } from '#libs/runtime';
import { Watcher } from '../live/watcher';

/** Runs whose latest day is kept; the one that was told longest ago gives way. */
const MAX_RUNS = 256;

export class InProcessLiveFeed implements LiveFeed {
  readonly #latest = new Map<string, LiveDay>();
  readonly #watchers = new Map<string, Set<Watcher>>();
  #isClosed = false;

  publish(day: LiveDay): Promise<boolean> {
    if (this.#isClosed) return Promise.resolve(false);
    const before = this.#latest.get(day.run);
    if (before === undefined || day.day > before.day) {
      this.#latest.delete(day.run);
      this.#latest.set(day.run, day);
      const [oldest] = this.#latest.keys();
      if (this.#latest.size > MAX_RUNS) this.#latest.delete(oldest);
      for (const watcher of this.#watchers.get(day.run) ?? []) watcher.tell(day);
    }
    return Promise.resolve(true);
  }

  latest(run: string): Promise<LiveDay | undefined> {
    return Promise.resolve(this.#latest.get(run));
  }

  subscribe(run: string, onDay: (day: LiveDay) => void): Promise<() => Promise<void>> {
    const watcher = new Watcher(onDay);
    const watchers = this.#watchers.get(run) ?? new Set();
    this.#watchers.set(run, watchers.add(watcher));
    const latest = this.#latest.get(run);
    if (latest) watcher.tell(latest);
    return Promise.resolve(() => {
      watchers.delete(watcher);
      if (watchers.size === 0 && this.#watchers.get(run) === watchers) this.#watchers.delete(run);
      return Promise.resolve();
    });
  }

  forget(run: string): Promise<void> {
    this.#latest.delete(run);
    return Promise.resolve();
  }

  close(): Promise<void> {
    this.#isClosed = true;
    this.#watchers.clear();
    return Promise.resolve();
  }
}
