// The days of runs as events, made once and kept within bounds. Whoever catches up reads days in batches.
import { BytesCache } from '../results/bytes-cache';
import type { Results } from '../results/results';
import { dayText, type DayText } from './event-text';

const TEXTS_BYTES = 24 * 2 ** 20;
/** Days read at once for who catches up. */
const BATCH_DAYS = 16;

export class DayTexts {
  readonly #kept = new BytesCache<DayText>({ mostBytes: TEXTS_BYTES, sizeOf: ({ first }) => first.length });

  readonly #making = new Map<string, Promise<void>>();

  constructor(private readonly results: Pick<Results, 'days'>) {}

  /** Undefined where it has to be made. */
  known(run: string, day: number, withLosses: boolean): DayText | undefined {
    const text = this.#kept.get(`${run}/${day}`);
    return text && (text.hasLosses || !withLosses) ? text : undefined;
  }

  /** @param to last day that is sealed. @returns undefined where the day has no losses yet, and must */
  async text(run: string, day: number, to: number, withLosses: boolean): Promise<DayText | undefined> {
    const known = this.known(run, day, withLosses);
    if (known) return known;
    // Many may ask at once, when a day closes.
    const key = `${run}/${day}/${to}`;
    const making = this.#making.get(key) ?? this.#make(run, day, to).finally(() => this.#making.delete(key));
    this.#making.set(key, making);
    await making;
    return this.known(run, day, withLosses);
  }

  async #make(run: string, from: number, to: number): Promise<void> {
    for (const result of await this.results.days(run, { from, to: Math.min(to, from + BATCH_DAYS - 1) })) {
      const key = `${run}/${result.day}`;
      if (this.#kept.get(key)?.hasLosses !== true) this.#kept.set(key, dayText(run, result));
    }
  }

  forget(run: string): void {
    this.#kept.forget(`${run}/`);
  }
}
