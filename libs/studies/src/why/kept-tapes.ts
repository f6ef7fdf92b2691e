// Tapes of several runs, a folder each, those asked for last kept. Keqiao's take 12 MB a day.
import { mkdirSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';

const MOST_RUNS = 8;
const MOST_BYTES = 2 * 2 ** 30;

/**
 * The folder for a run's tapes, with room made for them.
 * @param onRemoved called when another run's were removed
 */
export function roomFor(folder: string, key: string, onRemoved: () => void): string {
  mkdirSync(folder, { recursive: true });
  const own = join(folder, key);
  const others = readdirSync(folder)
    .filter((name) => name !== key)
    .map((name) => ({ path: join(folder, name), ...measured(join(folder, name)) }))
    .sort((a, b) => b.usedMs - a.usedMs);
  let bytes = measured(own).bytes;
  for (const [at, other] of others.entries()) {
    bytes += other.bytes;
    if (at < MOST_RUNS - 1 && bytes <= MOST_BYTES) continue;
    rmSync(other.path, { recursive: true, force: true });
    onRemoved();
  }
  touch(own);
  return own;
}

function measured(folder: string): { bytes: number; usedMs: number } {
  const own = statSync(folder, { throwIfNoEntry: false });
  if (!own?.isDirectory()) return { bytes: 0, usedMs: 0 };
  const sizes = readdirSync(folder).map((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0);
  return { bytes: sizes.reduce((sum, size) => sum + size, 0), usedMs: own.mtimeMs };
}

/** A folder that is used counts as new. */
function touch(folder: string): void {
  if (!statSync(folder, { throwIfNoEntry: false })) return;
  const now = new Date();
  utimesSync(folder, now, now);
}
