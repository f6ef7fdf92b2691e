// What memory allows: a triad a = b + s c over three columns that together are as large as the core's own.
import { timeRepeats, type Timing } from './clock';

export interface MemoryLoop {
  /** One pass over all three columns. */
  readonly pass: Timing;
  readonly gigabytesPerSecond: number;
}

export function measureMemory(totalBytes: number, repeats: number): MemoryLoop {
  const length = Math.max(1, Math.floor(totalBytes / 24));
  const a = new Float64Array(length);
  const b = new Float64Array(length).fill(1);
  const c = new Float64Array(length).fill(2);
  const passes = Math.max(1, Math.round(4e8 / totalBytes));
  const run = (): void => {
    for (let pass = 0; pass < passes; pass++) triad(a, b, c, 0.5 + pass);
  };
  run();
  const { bestMs, medianMs } = timeRepeats(repeats, run);
  const pass = { bestMs: bestMs / passes, medianMs: medianMs / passes };
  return { pass, gigabytesPerSecond: (length * 24) / pass.bestMs / 1e6 };
}

function triad(a: Float64Array, b: Float64Array, c: Float64Array, factor: number): void {
  for (let i = 0; i < a.length; i++) a[i] = b[i] + factor * c[i];
}
