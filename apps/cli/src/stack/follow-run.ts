// Watches a run from outside by looking at its row now and then, until it is over, until nobody wants to know any more,
// or until nothing has moved for so long that something must be wrong.
import type { Stores } from '#libs/adapters';
import type { RunManifest, RunRow } from '#libs/runtime';
import { setTimeout as sleep } from 'node:timers/promises';
import { gone } from './find-run';
import { patient } from './patient';

const LOOK_MS = 200;
/** Nothing moves for so long: it is said, and again after as long. */
const STILL_MS = 30_000;
/** A stack mends itself in seconds; beyond this it does not. */
const MOST_STILL_MS = 600_000;

export interface Following {
  /** After each look at which a day has been done. */
  readonly onDay?: (row: RunRow) => Promise<void>;
  /** Nothing has moved for another half minute, `stillMs` in all, although the run plays. */
  readonly onStill?: (row: RunRow, stillMs: number) => void;
  /** The run stands still because it is paused: said once. */
  readonly onPaused?: (row: RunRow) => void;
  /** Ends the watching; the run goes on. */
  readonly signal: AbortSignal;
  readonly lookMs?: number;
  readonly stillMs?: number;
}

export type Followed =
  | { readonly type: 'over'; readonly row: RunRow }
  /** Nobody wants to know any more. */
  | { readonly type: 'left' }
  | { readonly type: 'still'; readonly row: RunRow };

/** @throws InputError STK_UNKNOWN_RUN when the run is removed; StoreAway when the store stays away */
export async function followRun(
  { runs }: Pick<Stores, 'runs'>,
  { id, days }: Pick<RunManifest, 'id' | 'days'>,
  { onDay, onStill, onPaused, signal, lookMs = LOOK_MS, stillMs = STILL_MS }: Following,
): Promise<Followed> {
  let before: RunRow | undefined;
  let movedAt = performance.now();
  let saidAt = movedAt;
  let isPauseSaid = false;
  while (!signal.aborted) {
    const row = await patient(() => runs.row(id));
    if (!row) throw gone(id);
    const now = performance.now();
    if (before === undefined || hasMoved(before, row)) movedAt = saidAt = now;
    if (row.projectedDay !== (before?.projectedDay ?? -1)) await onDay?.(row);
    if (row.status !== 'running') return { type: 'over', row };
    before = row;
    const isResting = isAtRest(row, days);
    if (isResting) {
      movedAt = saidAt = now;
      if (!isPauseSaid) onPaused?.(row);
    } else if (now - movedAt > MOST_STILL_MS) return { type: 'still', row };
    else if (now - saidAt > stillMs) {
      saidAt = now;
      onStill?.(row, now - movedAt);
    }
    isPauseSaid = isResting;
    await sleep(lookMs, undefined, { signal }).catch(() => undefined);
  }
  return { type: 'left' };
}

function hasMoved(before: RunRow, row: RunRow): boolean {
  return (
    row.projectedDay !== before.projectedDay ||
    row.openedDay !== before.openedDay ||
    row.attempt !== before.attempt ||
    row.mode !== before.mode
  );
}

/** Paused, with all that is open done, no step asked for, and days left. */
function isAtRest({ mode, openedDay, projectedDay, stepTo }: RunRow, days: number): boolean {
  return mode === 'paused' && projectedDay === openedDay && stepTo <= openedDay && openedDay < days - 1;
}
