// Handing records to whoever reads: the handler is called until it takes them, for it throws only for what may pass.
import type { ReadRecord } from '#libs/messages';
import { reasonOf, type OnLogNotice } from './notice';
import { pause, pauseMs, type Pauses } from './pause';

const PAUSES: Pauses = { firstMs: 100, mostMs: 2_000 };

export interface Taker {
  readonly onRecords: (records: readonly ReadRecord[]) => Promise<void>;
  /** Aborted when the reading is closed. */
  readonly signal: AbortSignal;
  readonly onNotice: OnLogNotice;
}

/**
 * Calls the handler with the same records until it does not throw.
 * @param records of one stream, at least one
 * @returns false where the reading was closed before the handler took them
 */
export async function handOver(
  records: readonly ReadRecord[],
  { onRecords, signal, onNotice }: Taker,
): Promise<boolean> {
  for (let tries = 1; !signal.aborted; tries++) {
    try {
      await onRecords(records);
      return true;
    } catch (error) {
      onNotice({ type: 'HandlerFailed', stream: records[0].stream, tries, reason: reasonOf(error) });
      await pause(pauseMs(tries, PAUSES), signal);
    }
  }
  return false;
}
