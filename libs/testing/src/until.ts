// Waits for what comes about elsewhere: over a socket, in another process.
import { setTimeout as sleep } from 'node:timers/promises';

/** @throws Error when it has not come about in time */
export async function until(
  hasCome: () => boolean | Promise<boolean>,
  { timeoutMs = 10_000, pauseMs = 5 } = {},
): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  while (!(await hasCome())) {
    if (performance.now() > deadline) throw new Error(`this has not come about in ${timeoutMs} ms: ${String(hasCome)}`);
    await sleep(pauseMs);
  }
}
