// A record of the log, whatever carries it: on Kafka a CloudEvent in binary mode, its attributes and these as headers.
import type { StageName } from './stages';
import type { Stream } from './topics';

/** Who writes: a shard of a stage, control, or recovery (milestones). */
export interface Writer {
  readonly name: StageName | 'control' | 'recovery';
  readonly shard: number;
}

/** Carried by the last record of a writer's day on a stream: "nothing more of mine for days up to this one". */
export interface DayEndMark {
  /** Records of the day on this stream, this one included. */
  readonly count: number;
  /** xxh64 over their bodies, one after the other: 16 hexadecimal digits. */
  readonly checksum: string;
  /** Digest of the writer's whole day, the same on each of its streams: 16 hexadecimal digits each. */
  readonly state: string;
  readonly flow: string;
}

export interface LogRecord {
  readonly run: string;
  /** Raised by heal alone, from 1. */
  readonly attempt: number;
  readonly from: Writer;
  readonly day: number;
  /** From 0 in each (writer, day, stream). */
  readonly seq: number;
  readonly type: 'frames' | 'milestone' | 'control';
  /** Of `frames` a piece of an Arrow IPC stream, of the others JSON. */
  readonly body: Uint8Array;
  readonly end?: DayEndMark | undefined;
}

/** A record and where it goes. */
export interface PlacedRecord {
  readonly stream: Stream;
  readonly record: LogRecord;
}

/** A record as it was read; offsets ascend within a stream. */
export interface ReadRecord extends PlacedRecord {
  readonly offset: bigint;
}

/**
 * Most bytes of one record's body: brokers refuse a megabyte, and with its headers it is to fit into half of one, for the
 * client's buffers grow by doubling.
 */
export const MAX_BODY_BYTES = 500_000;

export function writerKey({ name, shard }: Writer): string {
  return `${name}/${shard}`;
}
