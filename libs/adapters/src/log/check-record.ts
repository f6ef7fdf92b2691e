// What no log can keep is refused before anything of it is sent.
import { MAX_BODY_BYTES, streamKey, writerKey, type PlacedRecord } from '#libs/messages';

/** @throws Error for a record that is larger than a log takes */
export function checkRecords(records: readonly PlacedRecord[]): void {
  for (const { stream, record } of records) {
    if (record.body.byteLength <= MAX_BODY_BYTES) continue;
    throw new Error(
      `LOG_RECORD_TOO_LARGE ${streamKey(stream)}: ${record.body.byteLength} bytes from ${writerKey(record.from)} on ` +
        `day ${record.day}; a body has at most ${MAX_BODY_BYTES}`,
    );
  }
}
