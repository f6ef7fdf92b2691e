// Tries again what fails because a store is away, until it works or the process stops.
import type { Clock } from './clock';
import { Stopped } from './run-view';

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2000;

export interface Retrying {
  readonly clock: Clock;
  readonly isStopped: () => boolean;
  /** Told of each failure. */
  readonly onFailure: (error: unknown) => void;
}

/** @throws Stopped */
export async function untilItWorks<T>(action: () => Promise<T>, { clock, isStopped, onFailure }: Retrying): Promise<T> {
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
    if (isStopped()) throw new Stopped();
    try {
      return await action();
    } catch (error) {
      if (error instanceof Stopped) throw error;
      onFailure(error);
    }
    await clock.sleep(pauseMs);
  }
}
