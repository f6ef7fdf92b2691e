// How long to wait before a process is started again: at once after a long life, longer and longer after short ones.

const FIRST_PAUSE_MS = 200;
const MAX_PAUSE_MS = 10_000;
/** A life that counts as success. */
const LONG_LIFE_MS = 10_000;

/** @param previousMs the pause before the life that ended, undefined for the first life */
export function pauseMs(previousMs: number | undefined, lifeMs: number): number {
  if (previousMs === undefined || lifeMs > LONG_LIFE_MS) return FIRST_PAUSE_MS;
  return Math.min(previousMs * 2, MAX_PAUSE_MS);
}
