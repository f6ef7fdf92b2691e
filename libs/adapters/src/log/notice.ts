// What a log has to say beside its records: nothing of it is an error to whoever sends or reads; it is for logs and metrics.
import type { Stream } from '#libs/messages';

export type LogNotice =
  /** Records were not kept yet and are sent again, as they were. */
  | { readonly type: 'SendDelayed'; readonly tries: number; readonly reason: string }
  /** The handler threw; it is called again with the same records. */
  | { readonly type: 'HandlerFailed'; readonly stream: Stream; readonly tries: number; readonly reason: string }
  /** Records between two offsets are not there: dropped by their age in bytes, or the topic was made anew. */
  | { readonly type: 'PositionMoved'; readonly stream: Stream; readonly expected: bigint; readonly found: bigint }
  /** The connection that reads was lost and is made again. */
  | { readonly type: 'ReadingRestarted'; readonly reason: string }
  /** Topics that are read are not there; reading goes on, from their first record, when they are. */
  | { readonly type: 'TopicsMissing'; readonly topics: readonly string[] }
  /** A message that is no record of ours was skipped. */
  | {
      readonly type: 'MessageQuarantined';
      readonly stream: Stream;
      readonly offset: bigint;
      readonly reason: string;
      /** Whether the quarantine topic has a copy. */
      readonly isCopied: boolean;
    };

export type OnLogNotice = (notice: LogNotice) => void;

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
