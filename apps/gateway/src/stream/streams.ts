// Runs as streams of server-sent events. A run is followed once for all who read it; who reads is counted, and bounded.
import { HEARTBEAT_MS, type Run } from '#libs/api';
import type { Stores } from '#libs/adapters';
import type { LiveFeed } from '#libs/runtime';
import type { ServerResponse } from 'node:http';
import { ApiError, noSuchRun } from '../http/api-error';
import type { Results } from '../results/results';
import { Client } from './client';
import { DayTexts } from './day-texts';
import { dayOfId, eventText, GREETING, HEARTBEAT } from './event-text';
import { Follower } from './follower';

const MOST_CLIENTS = 1000;
const MOST_OF_KEY = 100;
/** Losses come a few days after their day at most: who comes back may have missed those of so many days. */
const RETOLD_DAYS = 16;

export interface StreamsOptions {
  readonly stores: Pick<Stores, 'runs'>;
  readonly feed: LiveFeed;
  readonly results: Results;
  /** The run as the API tells it. */
  readonly describe: (run: string) => Promise<Run | undefined>;
  readonly onFailure: (error: unknown) => void;
  /** A day of a followed run has closed. */
  readonly onDay?: (run: string, day: number) => void;
  /** A followed run stands still after that day. */
  readonly onPause?: (run: string, day: number) => void;
  /** A reader was let go because it did not take what was told. */
  readonly onDropped?: (run: string) => void;
  readonly mostClients?: number;
  readonly mostOfKey?: number;
  readonly heartbeatMs?: number;
}

export interface Reader {
  /** Whose key it is: readers of one are counted. */
  readonly key: string;
  readonly response: ServerResponse;
  /** Last day that it has, -1 for none; the newest day alone where it says nothing. */
  readonly after?: number | undefined;
  /** Of a reader that comes back: goes before `after`. */
  readonly lastEventId?: string | undefined;
}

interface Followed {
  readonly follower: Follower;
  readonly isThere: Promise<boolean>;
  readonly stop: () => void;
  /** Readers that wait for its beginning. */
  waiting: number;
}

export class Streams {
  readonly #texts: DayTexts;
  readonly #followed = new Map<string, Followed>();
  readonly #clients = new Map<Client, ServerResponse>();
  readonly #ofKey = new Map<string, number>();
  readonly #heartbeat: NodeJS.Timeout;
  readonly #unwatch: () => void;
  #waiting = 0;

  constructor(private readonly options: StreamsOptions) {
    this.#texts = new DayTexts(options.results);
    this.#heartbeat = setInterval(() => this.#beat(), options.heartbeatMs ?? HEARTBEAT_MS);
    this.#heartbeat.unref();
    this.#unwatch = options.stores.runs.watch((run) => this.#followed.get(run)?.follower.changed());
  }

  get clients(): number {
    return this.#clients.size;
  }

  /**
   * Streams a run to a reader until one of them goes.
   * @throws ApiError API_TOO_MANY_STREAMS, API_UNKNOWN_RUN: before anything is written
   */
  async open(run: string, reader: Reader): Promise<void> {
    const { key, response } = reader;
    this.#admit(key);
    const followed = this.#follow(run);
    followed.waiting++;
    this.#waiting++;
    try {
      if (!(await followed.isThere)) throw noSuchRun(run);
      if (!response.destroyed) this.#begin(run, followed.follower, reader);
    } finally {
      this.#waiting--;
      followed.waiting--;
      this.#leave(key);
      this.#endIfLeft(run, followed);
    }
  }

  close(): Promise<void> {
    clearInterval(this.#heartbeat);
    this.#unwatch();
    for (const response of this.#clients.values()) response.end();
    for (const { stop } of this.#followed.values()) stop();
    this.#followed.clear();
    return Promise.resolve();
  }

  #begin(run: string, follower: Follower, { key, response, after, lastEventId }: Reader): void {
    const has = dayOfId(run, lastEventId) ?? after;
    const next = has === undefined ? Math.max(0, follower.sealed) : has + 1;
    const client = new Client({
      ...{ sink: response, told: follower, next, onFailure: this.options.onFailure },
      owed: has === undefined ? next : Math.max(0, next - RETOLD_DAYS),
    });
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    this.#enter(key);
    this.#clients.set(client, response);
    follower.clients.add(client);
    response.on('error', () => undefined);
    response.once('close', () => {
      this.#clients.delete(client);
      follower.clients.delete(client);
      this.#leave(key);
      const followed = this.#followed.get(run);
      if (followed?.follower === follower) this.#endIfLeft(run, followed);
    });
    client.write(GREETING);
    client.wake();
  }

  #follow(run: string): Followed {
    const known = this.#followed.get(run);
    if (known) return known;
    const { stores, results, describe, feed, onDay, onPause, onFailure } = this.options;
    const follower = new Follower({
      ...{ run, texts: this.#texts, onFailure },
      row: () => stores.runs.row(run),
      commandCount: async () => (await stores.runs.commands(run)).length,
      describe: () => describe(run),
      accountedDays: () => results.accountedDays(run),
      onDay: (day) => onDay?.(run, day),
      onPause: (day) => onPause?.(run, day),
      onGone: () => this.#gone(run),
      onSlow: (client) => this.#drop(run, client),
    });
    // Where the live view is away, this takes a while: days are told out of the store meanwhile.
    const subscribed = feed.subscribe(run, ({ day }) => follower.closed(day));
    subscribed.catch(onFailure);
    const stop = (): void => {
      follower.stop();
      subscribed.then((unsubscribe) => unsubscribe()).catch(onFailure);
    };
    const followed: Followed = { follower, isThere: follower.start(), stop, waiting: 0 };
    this.#followed.set(run, followed);
    return followed;
  }

  /** Nobody reads the run any more. */
  #endIfLeft(run: string, followed: Followed): void {
    if (followed.follower.clients.size > 0 || followed.waiting > 0) return;
    if (this.#followed.get(run) === followed) this.#followed.delete(run);
    followed.stop();
  }

  #gone(run: string): void {
    const followed = this.#followed.get(run);
    if (!followed) return;
    this.#followed.delete(run);
    followed.stop();
    this.options.results.forget(run);
    this.#texts.forget(run);
    const text = eventText('gone', { run });
    for (const client of followed.follower.clients) {
      client.write(text);
      this.#clients.get(client)?.end();
    }
  }

  #drop(run: string, client: Client): void {
    this.#clients.get(client)?.destroy();
    this.options.onDropped?.(run);
  }

  #beat(): void {
    const nowMs = performance.now();
    for (const [run, { follower }] of this.#followed) {
      for (const client of [...follower.clients]) {
        if (client.canWait(HEARTBEAT.length, nowMs)) client.write(HEARTBEAT);
        else this.#drop(run, client);
      }
    }
  }

  #admit(key: string): void {
    const { mostClients = MOST_CLIENTS, mostOfKey = MOST_OF_KEY } = this.options;
    if (this.#clients.size + this.#waiting >= mostClients || (this.#ofKey.get(key) ?? 0) >= mostOfKey) {
      throw tooManyStreams();
    }
    this.#enter(key);
  }

  #enter(key: string): void {
    this.#ofKey.set(key, (this.#ofKey.get(key) ?? 0) + 1);
  }

  #leave(key: string): void {
    const left = (this.#ofKey.get(key) ?? 1) - 1;
    if (left > 0) this.#ofKey.set(key, left);
    else this.#ofKey.delete(key);
  }
}

function tooManyStreams(): ApiError {
  const reason = 'as many streams are open as are served at once.';
  const refusal = { code: 'API_TOO_MANY_STREAMS', reason, mend: 'Close one, or come back later.' };
  return new ApiError(429, refusal, { 'retry-after': '10' });
}
