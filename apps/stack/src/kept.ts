// Keeps one process alive: starts it, and starts it again whenever it ends, until it is let go.
import { setTimeout as pause } from 'node:timers/promises';
import { pauseMs } from './back-off';

export interface Life {
  readonly pid: number;
  /** Resolves when it is gone, with how. */
  readonly exited: Promise<string>;
  /** Asks it to end, kills it after a grace; resolves when it is gone. */
  stop(): Promise<void>;
  kill(): Promise<void>;
}

export interface KeptOptions {
  readonly name: string;
  /** Starts a life of it: on the same port and data as before. */
  readonly start: () => Promise<Life>;
  /** Ends a start that is still under way, where that is possible. */
  readonly interrupt?: () => Promise<void>;
  /** Called after each change of `pid` or `restarts`. */
  readonly changed: () => void;
  readonly log: (line: string) => void;
}

export class Kept {
  restarts = 0;
  private life: Life | undefined;
  private readonly letGo = new AbortController();
  private keeping: Promise<void> = Promise.resolve();

  constructor(private readonly options: KeptOptions) {}

  get name(): string {
    return this.options.name;
  }

  /** null while it is away. */
  get pid(): number | null {
    return this.life?.pid ?? null;
  }

  /** Starts it the first time; from then on it is kept. @throws whatever the start throws */
  async begin(): Promise<void> {
    this.enter(await this.options.start());
    this.keeping = this.keep();
  }

  /** Lets it go, then ends it. */
  async stop(): Promise<void> {
    this.letGo.abort();
    await Promise.all([this.life?.stop(), this.options.interrupt?.()]);
    await this.keeping;
    // A start that was under way may have succeeded after all.
    await this.life?.stop();
  }

  /** Lets it go and kills it. */
  async kill(): Promise<void> {
    this.letGo.abort();
    await Promise.all([this.life?.kill(), this.options.interrupt?.()]);
  }

  private enter(life: Life | undefined): void {
    this.life = life;
    this.options.changed();
  }

  private async keep(): Promise<void> {
    const { name, start, log } = this.options;
    let began = Date.now();
    for (let waitMs: number | undefined; ;) {
      const how = await this.life?.exited;
      if (this.letGo.signal.aborted) return;
      if (how !== undefined) log(`${name} ended: ${how}`);
      waitMs = pauseMs(waitMs, Date.now() - began);
      this.enter(undefined);
      await pause(waitMs, undefined, { signal: this.letGo.signal }).catch(() => undefined);
      if (this.letGo.signal.aborted) return;
      this.restarts++;
      began = Date.now();
      try {
        this.enter(await start());
        log(`${name} started again, pid ${this.pid}`);
      } catch (error) {
        log(`${name} did not start again: ${(error as Error).message}`);
      }
    }
  }
}
