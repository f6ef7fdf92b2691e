// Times in milliseconds, of repeats on a machine that does other things too: the best is the code's, the median the day's.

export interface Timing {
  readonly bestMs: number;
  readonly medianMs: number;
}

export function timingOf(samplesMs: readonly number[]): Timing {
  const sorted = [...samplesMs].sort((a, b) => a - b);
  return { bestMs: sorted[0], medianMs: sorted[Math.floor(sorted.length / 2)] };
}

/** Times an action, a number of times. */
export function timeRepeats(repeats: number, action: () => void): Timing {
  return timingOf(Array.from({ length: repeats }, () => elapsedMs(action)));
}

function elapsedMs(action: () => void): number {
  const start = performance.now();
  action();
  return performance.now() - start;
}
