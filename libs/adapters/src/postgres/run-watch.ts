// Tells of runs that have changed: by a connection that listens, at once; and by a look every second, for what it missed
// while it was away. The look compares versions of rows, and tells of every run the first time.
import { Client } from 'pg';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { CONNECT_TIMEOUT_MS } from './data-source';

const LOOK_EVERY_MS = 1000;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5000;

export interface RunVersion {
  readonly id: string;
  readonly version: number;
}

export interface RunWatchOptions {
  readonly url: string;
  readonly applicationName: string;
  /** Of every run there is. */
  readonly versions: () => Promise<readonly RunVersion[]>;
  readonly log: ((line: string) => void) | undefined;
}

type OnChange = (run: string) => void;

export class RunWatch {
  readonly #watchers = new Set<{ readonly onChange: OnChange }>();
  /** Version of each run as it was last told of. */
  #seen = new Map<string, number>();
  #stop: AbortController | undefined;
  #running: Promise<unknown> = Promise.resolve();
  #wake: (() => void) | undefined;

  constructor(private readonly options: RunWatchOptions) {}

  /** Listens while there is anybody to tell. */
  add(onChange: OnChange): () => void {
    const watcher = { onChange };
    this.#watchers.add(watcher);
    this.#seen = new Map();
    if (this.#stop) this.#wake?.();
    else this.#start();
    return () => {
      this.#watchers.delete(watcher);
      if (this.#watchers.size === 0) this.#end();
    };
  }

  async close(): Promise<void> {
    this.#watchers.clear();
    this.#end();
    await this.#running;
  }

  #start(): void {
    const stop = new AbortController();
    this.#stop = stop;
    // After the one before: a watcher may go and the next come while its connection is closed.
    this.#running = this.#running.then(() => Promise.all([this.#listen(stop.signal), this.#look(stop.signal)]));
  }

  #end(): void {
    this.#stop?.abort();
    this.#stop = undefined;
  }

  #tell(run: string): void {
    for (const { onChange } of [...this.#watchers]) onChange(run);
  }

  async #look(stop: AbortSignal): Promise<void> {
    while (!stop.aborted) {
      const woken = new Promise<void>((resolve) => (this.#wake = resolve));
      try {
        this.#compare(await this.options.versions());
      } catch {
        // Away: the next look tells of whatever changes until then.
      }
      await Promise.race([woken, pause(LOOK_EVERY_MS, stop)]);
    }
  }

  #compare(versions: readonly RunVersion[]): void {
    const before = this.#seen;
    this.#seen = new Map(versions.map(({ id, version }) => [id, version]));
    for (const { id, version } of versions) if (before.get(id) !== version) this.#tell(id);
    for (const id of before.keys()) if (!this.#seen.has(id)) this.#tell(id);
  }

  async #listen(stop: AbortSignal): Promise<void> {
    for (let pauseMs = FIRST_PAUSE_MS; !stop.aborted; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
      const reason = await this.#listenOnce(stop, () => (pauseMs = FIRST_PAUSE_MS));
      if (stop.aborted) return;
      this.options.log?.(`PostgreSQL: not listening for changes of runs (${reason}); looking every second`);
      await pause(pauseMs, stop);
    }
  }

  /** Listens until the connection is lost or nobody is there to tell; says why it ended. */
  async #listenOnce(stop: AbortSignal, onListening: () => void): Promise<string> {
    const client = new Client({
      connectionString: this.options.url,
      application_name: `${this.options.applicationName}-watch`,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      keepAlive: true,
    });
    let reason = 'the connection was closed';
    client.on('error', (error) => (reason = error.message));
    client.on('notification', ({ payload }) => {
      if (payload !== undefined && !stop.aborted) this.#tell(payload);
    });
    const ended = once(client, 'end', { signal: stop }).catch(() => undefined);
    try {
      await client.connect();
      await client.query('listen resumption_runs');
      onListening();
      this.#wake?.(); // What changed before we listened.
      await ended;
    } catch (error) {
      reason = error instanceof Error ? error.message : String(error);
    }
    await client.end().catch(() => undefined);
    return reason;
  }
}

/** Waits, at most until it is stopped. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}
