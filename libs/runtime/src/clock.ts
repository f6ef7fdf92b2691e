// The port to time: what waits in this library waits here, so that a test can drive time by hand.

export interface Clock {
  /** Milliseconds that only ever grow. */
  now(): number;
  /** Resolves after so many milliseconds, at once when they are 0 or less. */
  sleep(ms: number): Promise<void>;
}

export const SYSTEM_CLOCK: Clock = {
  now: () => performance.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms))),
};
