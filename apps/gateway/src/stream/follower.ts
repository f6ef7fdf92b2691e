// Follows one run for all of its readers: hears of days as they close, looks at the store in between, so that days go on
// also where the live view is away, and tells its readers.
import type { Run } from '#libs/api';
import type { RunRow } from '#libs/runtime';
import type { Client, Told } from './client';
import type { DayTexts } from './day-texts';
import { eventText, type DayText } from './event-text';

/** How often the store is looked at: while days go by, while losses are due, paused, and over. */
const PLAYING_MS = 500;
const LOSSES_DUE_MS = 200;
const PAUSED_MS = 2000;
const OVER_MS = 10_000;

export interface FollowerOptions {
  readonly run: string;
  readonly texts: DayTexts;
  readonly row: () => Promise<RunRow | undefined>;
  /** How many commands were given to it. */
  readonly commandCount: () => Promise<number>;
  readonly describe: () => Promise<Run | undefined>;
  /** Days whose losses are known; Infinity where none are accounted for. */
  readonly accountedDays: () => Promise<number>;
  /** A day that closed while we followed. */
  readonly onDay: (day: number) => void;
  /** The run stands still after that day, until somebody lets it go on. */
  readonly onPause: (day: number) => void;
  readonly onGone: () => void;
  /** A reader that has to go. */
  readonly onSlow: (client: Client) => void;
  readonly onFailure: (error: unknown) => void;
}

export class Follower implements Told {
  readonly clients = new Set<Client>();
  sealed = -1;
  accounted = 0;
  run: Told['run'] = { version: 0, text: Buffer.alloc(0) };
  #row: RunRow | undefined;
  #key = '';
  #pausedAfter = -1;
  #hasLosses = true;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;
  #again = false;
  #advancing: Promise<void> = Promise.resolve();
  #isStopped = false;

  constructor(private readonly options: FollowerOptions) {}

  /** @returns false where there is no such run */
  async start(): Promise<boolean> {
    await this.#look();
    this.#schedule();
    return this.#row !== undefined;
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  /** A day was told to be closed. */
  closed(day: number): void {
    if (day > this.sealed && !this.#isStopped) this.#seal(day);
  }

  /** Something may have changed. */
  changed(): void {
    if (this.#isStopped) return;
    if (this.#looking) {
      this.#again = true;
      return;
    }
    this.#looking = this.#look()
      .catch((error: unknown) => this.options.onFailure(error))
      .finally(() => {
        this.#looking = undefined;
        if (this.#again) {
          this.#again = false;
          this.changed();
        } else this.#schedule();
      });
  }

  known(day: number, withLosses: boolean): DayText | undefined {
    return this.options.texts.known(this.options.run, day, withLosses);
  }

  text(day: number, withLosses: boolean): Promise<DayText | undefined> {
    return this.options.texts.text(this.options.run, day, this.sealed, withLosses);
  }

  async #look(): Promise<void> {
    const row = await this.options.row();
    if (!row) return this.#gone();
    const isFirst = this.#row === undefined;
    this.#row = row;
    if (isFirst) this.sealed = row.projectedDay;
    else if (row.projectedDay > this.sealed) this.#seal(row.projectedDay);
    await this.#tellRun(row);
    await this.#account();
    const stands = row.status === 'running' && row.mode === 'paused' && row.projectedDay === row.openedDay;
    if (stands && row.projectedDay > this.#pausedAfter) {
      this.#pausedAfter = row.projectedDay;
      this.options.onPause(row.projectedDay);
    }
  }

  /** The text is made once, then every reader is woken. */
  #seal(day: number): void {
    const from = this.sealed + 1;
    this.sealed = day;
    this.#advancing = this.#advancing
      .then(async () => {
        for (let next = from; next <= day; next++) {
          const text = this.known(next, false) ?? (await this.text(next, false));
          this.#wake(text?.first.length ?? 0);
          this.options.onDay(next);
        }
      })
      .catch((error: unknown) => this.options.onFailure(error));
  }

  async #account(): Promise<void> {
    if (!this.#hasLosses || this.accounted > this.sealed) return;
    const days = await this.options.accountedDays();
    this.#hasLosses = days !== Infinity;
    if (!this.#hasLosses || days <= this.accounted) return;
    let bytes = 0;
    for (let day = Math.max(this.accounted, this.sealed - 1); day < Math.min(days, this.sealed + 1); day++) {
      bytes += (this.known(day, true) ?? (await this.text(day, true)))?.again.length ?? 0;
    }
    this.accounted = days;
    this.#wake(bytes);
  }

  /** What of a row is told: not its days, which are told by themselves. */
  async #tellRun({ status, failure, mode, daysPerSecond, attempt, digest, stepTo }: RunRow): Promise<void> {
    const commands = await this.options.commandCount();
    const key = JSON.stringify([status, failure, mode, daysPerSecond, attempt, digest, stepTo, commands]);
    if (key === this.#key) return;
    const run = await this.options.describe();
    if (!run) return;
    this.#key = key;
    this.run = { version: this.run.version + 1, text: eventText('run', run) };
    this.#wake(this.run.text.length);
  }

  #wake(bytes: number): void {
    const nowMs = performance.now();
    for (const client of this.clients) {
      if (client.canWait(bytes, nowMs)) client.wake();
      else this.options.onSlow(client);
    }
  }

  #gone(): void {
    if (this.#row === undefined) return;
    this.#row = undefined;
    this.stop();
    this.options.onGone();
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    if (this.#isStopped) return;
    this.#timer = setTimeout(() => this.changed(), this.#pauseMs());
    this.#timer.unref();
  }

  #pauseMs(): number {
    if (this.#hasLosses && this.accounted <= this.sealed) return LOSSES_DUE_MS;
    if (this.#row?.status !== 'running') return OVER_MS;
    return this.#row.mode === 'playing' || this.#row.openedDay > this.sealed ? PLAYING_MS : PAUSED_MS;
  }
}
