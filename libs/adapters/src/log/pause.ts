// Waits that end early when something is closed, and that grow from try to try.
import { setTimeout as sleep } from 'node:timers/promises';

export interface Pauses {
  readonly firstMs: number;
  readonly mostMs: number;
}

/** Waits a number of milliseconds, or until the signal is aborted; never rejects. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}

/** Milliseconds to wait after that many failed tries (1, 2, ...): doubled each time, up to a bound. */
export function pauseMs(tries: number, { firstMs, mostMs }: Pauses): number {
  return Math.min(firstMs * 2 ** Math.min(tries - 1, 20), mostMs);
}
