// Asks a store again while it is away: PostgreSQL may be restarted under a run. Every call of the ports can be made again
// as it was.
import { StoreAway } from '#libs/runtime';
import { setTimeout as sleep } from 'node:timers/promises';

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2000;
/** Beyond this a person should look. */
const PATIENCE_MS = 60_000;

/** @throws StoreAway when it stays away for a minute */
export async function patient<T>(ask: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + PATIENCE_MS;
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof StoreAway) || performance.now() > deadline) throw error;
    }
    await sleep(pauseMs);
  }
}
