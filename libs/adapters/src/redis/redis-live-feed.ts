// The live view over Redis: a hash per run with its latest day, and a channel of the same name. A subscriber whose
// connection was cut reads the hash once it is back: days in between may be missed, the latest one is not.
import type { LiveDay, LiveFeed } from '#libs/runtime';
import type { Redis } from 'ioredis';
import { z } from 'zod';
import { Watcher } from '../live/watcher';
import { COMMAND_TIMEOUT_MS, redisConnection } from './connection';

/** A run of which nothing was told for so long is no longer live. */
const EXPIRY_SECONDS = 86_400;
/** Pause between attempts to read what a subscriber may have missed. */
const CATCH_UP_PAUSE_MS = 250;
/** Between two looks whether the server still answers: one that hangs keeps its connections. */
const PULSE_MS = 2000;
/** What opening may wait for a server that does not answer. */
const OPENING_MS = 1500;

/**
 * In one step, so that neither a late writer nor a writer that comes twice puts an older day in the place of a newer one.
 * KEYS[1] hash and channel; ARGV: day, text, seconds.
 */
const TELL = `
local before = redis.call('HGET', KEYS[1], 'day')
if before and tonumber(before) >= tonumber(ARGV[1]) then return 0 end
redis.call('HSET', KEYS[1], 'day', ARGV[1], 'text', ARGV[2])
redis.call('EXPIRE', KEYS[1], ARGV[3])
redis.call('PUBLISH', KEYS[1], ARGV[2])
return 1`;

const liveDaySchema = z.object({
  run: z.string(),
  day: z.number(),
  date: z.string(),
  resumption: z.number(),
  returnToPost: z.number().nullable(),
  capacityRecovery: z.number(),
  throughput: z.number(),
  lostValueAddedYuan: z.number(),
  milestones: z.number(),
});

export interface RedisLiveFeedOptions {
  readonly url: string;
  /** Keeps installations that share a server apart. */
  readonly prefix: string;
  /** Told once each time Redis is lost, and of content that is no day. */
  readonly onTrouble: (error: Error) => void;
}

export class RedisLiveFeed implements LiveFeed {
  readonly #watchers = new Map<string, Set<Watcher>>();
  /** Runs whose subscribers may have missed a day. */
  readonly #behind = new Set<string>();
  #catchUpTimer: NodeJS.Timeout | undefined;
  #isSilent = false;
  readonly #pulse: NodeJS.Timeout;
  #isClosed = false;

  /** A connection that subscribes takes no other commands. */
  private constructor(
    private readonly options: RedisLiveFeedOptions,
    private readonly commands: Redis,
    private readonly subscriber: Redis,
  ) {
    subscriber.on('message', (channel: string, text: string) => this.#tell(channel, text));
    subscriber.on('ready', () => void this.#resubscribe());
    this.#pulse = setInterval(() => void this.#feelPulse(), PULSE_MS).unref();
  }

  /** Opens a feed; where Redis is away, it is open too, and goes on trying. */
  static async open(options: RedisLiveFeedOptions): Promise<RedisLiveFeed> {
    const { url, onTrouble: onAway } = options;
    const [commands, subscriber] = await Promise.all([
      redisConnection({ url, name: 'live', commandTimeoutMs: COMMAND_TIMEOUT_MS, onAway }),
      redisConnection({ url, name: 'live-subscriber', commandTimeoutMs: undefined, onAway }),
    ]);
    const feed = new RedisLiveFeed(options, commands, subscriber);
    await within(OPENING_MS, Promise.allSettled([commands.connect(), subscriber.connect()]));
    return feed;
  }

  /** Whether Redis cannot be reached just now, or does not answer. */
  get isAway(): boolean {
    return this.#isSilent || [this.commands, this.subscriber].some(({ status }) => status !== 'ready');
  }

  async publish(day: LiveDay): Promise<boolean> {
    const words = [String(day.day), JSON.stringify(day), String(EXPIRY_SECONDS)];
    const told = this.commands.eval(TELL, 1, this.#key(day.run), ...words);
    return told.then(
      () => true,
      () => false,
    );
  }

  async latest(run: string): Promise<LiveDay | undefined> {
    const text = await this.commands.hget(this.#key(run), 'text').catch(() => null);
    return text === null ? undefined : this.#parse(text);
  }

  async subscribe(run: string, onDay: (day: LiveDay) => void): Promise<() => Promise<void>> {
    const key = this.#key(run);
    const watcher = new Watcher(onDay);
    const watchers = this.#watchers.get(key) ?? new Set();
    this.#watchers.set(key, watchers.add(watcher));
    await this.#join([key]);
    return async () => {
      watchers.delete(watcher);
      if (watchers.size > 0 || this.#watchers.get(key) !== watchers) return;
      this.#watchers.delete(key);
      await within(COMMAND_TIMEOUT_MS, this.subscriber.unsubscribe(key));
    };
  }

  async forget(run: string): Promise<void> {
    await this.commands.del(this.#key(run)).catch(() => 0);
  }

  close(): Promise<void> {
    this.#isClosed = true;
    this.#watchers.clear();
    clearTimeout(this.#catchUpTimer);
    clearInterval(this.#pulse);
    this.commands.disconnect();
    this.subscriber.disconnect();
    return Promise.resolve();
  }

  #key(run: string): string {
    return `resumption:${this.options.prefix}:live:${run}`;
  }

  #tell(key: string, text: string): void {
    const day = this.#parse(text);
    if (day) for (const watcher of this.#watchers.get(key) ?? []) watcher.tell(day);
  }

  #parse(text: string): LiveDay | undefined {
    try {
      return liveDaySchema.parse(JSON.parse(text));
    } catch (error) {
      this.options.onTrouble(new Error('Redis holds a live day that is none', { cause: error }));
      return undefined;
    }
  }

  async #feelPulse(): Promise<void> {
    const isAnswered = await this.commands.ping().then(
      () => true,
      () => false,
    );
    this.#isSilent = !isAnswered;
  }

  /** A new connection knows no subscriptions. */
  async #resubscribe(): Promise<void> {
    const keys = [...this.#watchers.keys()];
    if (keys.length > 0) await this.#join(keys);
  }

  /** Subscribes first and reads then, so that no day falls between; where Redis is away, `ready` brings us back here. */
  async #join(keys: readonly string[]): Promise<void> {
    const joined = this.subscriber.subscribe(...keys).then(() => this.#catchUp(keys));
    await within(2 * COMMAND_TIMEOUT_MS, joined);
  }

  /** Reads the latest day of runs that may have missed one, for as long as it takes. */
  async #catchUp(keys: Iterable<string>): Promise<void> {
    for (const key of keys) {
      const text = await this.commands.hget(key, 'text').catch(() => undefined);
      if (typeof text === 'string') this.#tell(key, text);
      else if (text === undefined) this.#behind.add(key);
    }
    clearTimeout(this.#catchUpTimer);
    if (this.#behind.size === 0 || this.#isClosed) return;
    this.#catchUpTimer = setTimeout(() => {
      const behind = [...this.#behind];
      this.#behind.clear();
      void this.#catchUp(behind);
    }, CATCH_UP_PAUSE_MS).unref();
  }
}

/** Waits for something, but not for longer; whether it came about is for others to see. */
async function within(ms: number, promise: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, ms)));
  await Promise.race([promise.catch(() => undefined), late]);
  clearTimeout(timer);
}
