// Records to send and to read, for tests of logs and of what stands on them.
import type { LogRecord, PlacedRecord, ReadRecord, Stream } from '#libs/messages';
import type { Reading, RecordLog, StreamStart } from '#libs/runtime';

export const ORDERS: Stream = { channel: 'orders', to: 'plants', shard: 0 };
export const ORDERS_OF_THE_NEXT_SHARD: Stream = { channel: 'orders', to: 'plants', shard: 1 };
export const REPORTS: Stream = { channel: 'reports', to: 'recovery', shard: 0 };

/** A record of markets' first shard; its body says which. */
export function logRecord({ run = 'run', day = 0, seq = 0, ...rest }: Partial<LogRecord>): LogRecord {
  const body = Buffer.from(`${run} ${day} ${seq}`);
  return { run, attempt: 1, from: { name: 'markets', shard: 0 }, day, seq, type: 'frames', body, ...rest };
}

/** So many records of a run's day, for one stream. */
export function recordsOf(stream: Stream, run: string, count: number, day = 0): PlacedRecord[] {
  return Array.from({ length: count }, (_, seq) => ({ stream, record: logRecord({ run, day, seq }) }));
}

/** Reads into a list that a test can look at. */
export function readInto(log: RecordLog, starts: readonly StreamStart[]): { reading: Reading; read: ReadRecord[] } {
  const read: ReadRecord[] = [];
  const reading = log.read(starts, (records) => {
    read.push(...records);
    return Promise.resolve();
  });
  return { reading, read };
}

export function seqsOf(read: readonly ReadRecord[], run: string): number[] {
  return read.filter(({ record }) => record.run === run).map(({ record }) => record.seq);
}

/** 0, 1, 2, ... */
export function counting(count: number): number[] {
  return Array.from({ length: count }, (_, seq) => seq);
}
