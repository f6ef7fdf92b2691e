// A record as a message of Kafka and back: a CloudEvent in binary mode. Kafka's own timestamp stays the broker's or the
// client's clock: simulated dates there would make retention by time drop what was just written.
import {
  CLOUD_EVENTS_VERSION,
  CLOUD_EVENT_TYPES,
  CONTENT_TYPES,
  RECORD_HEADERS,
  STAGES,
  streamKey,
  writerKey,
  type DayEndMark,
  type LogRecord,
  type PlacedRecord,
  type Writer,
} from '#libs/messages';
import type { IHeaders, KafkaMessage, Message } from 'kafkajs';

const WRITERS: readonly string[] = [...STAGES, 'control', 'recovery'];
const HASH = /^[0-9a-f]{16}$/;
const INTEGER = /^-?\d{1,10}$/;
const MAX_NAME_LENGTH = 200;

/** The body is not copied: it must stay as it is until the message is kept. */
export function messageOf({ stream, record }: PlacedRecord): Message & { readonly partition: number } {
  const { body, run, attempt, from, day, seq, type, end } = record;
  const names = RECORD_HEADERS;
  return {
    key: null,
    partition: stream.shard,
    value: Buffer.from(body.buffer, body.byteOffset, body.byteLength),
    headers: {
      [names.specVersion]: CLOUD_EVENTS_VERSION,
      [names.id]: `${attempt}/${day}/${streamKey(stream)}/${seq}`,
      [names.source]: `/runs/${encodeURIComponent(run)}/${writerKey(from)}`,
      [names.type]: CLOUD_EVENT_TYPES[type],
      [names.contentType]: CONTENT_TYPES[type],
      [names.run]: run,
      [names.attempt]: String(attempt),
      [names.writer]: writerKey(from),
      [names.day]: String(day),
      [names.seq]: String(seq),
      ...(end && {
        [names.endCount]: String(end.count),
        [names.endChecksum]: end.checksum,
        [names.endState]: end.state,
        [names.endFlow]: end.flow,
      }),
    },
  };
}

/**
 * Reads a message as a record of ours.
 * @returns why not, in words, where it is none
 */
export function recordOf(message: Pick<KafkaMessage, 'headers' | 'value'>): LogRecord | string {
  const { value, headers = {} } = message;
  if (!value) return 'it has no body';
  try {
    if (text(headers, 'specVersion') !== CLOUD_EVENTS_VERSION) return 'its ce_specversion is another';
    return {
      run: text(headers, 'run'),
      attempt: integer(headers, 'attempt', 1),
      from: writer(headers),
      day: integer(headers, 'day', -1),
      seq: integer(headers, 'seq', 0),
      type: type(headers),
      body: value,
      ...(headers[RECORD_HEADERS.endCount] !== undefined && { end: dayEnd(headers) }),
    };
  } catch (error) {
    if (error instanceof Misfit) return error.message;
    throw error;
  }
}

/** Why a message is no record; never leaves this file. */
class Misfit extends Error {}

type HeaderKey = keyof typeof RECORD_HEADERS;

function text(headers: IHeaders, key: HeaderKey): string {
  const value = headers[RECORD_HEADERS[key]];
  if (value === undefined || Array.isArray(value)) throw new Misfit(`it has no single header ${RECORD_HEADERS[key]}`);
  const words = value.toString();
  if (words === '' || words.length > MAX_NAME_LENGTH)
    throw new Misfit(`its ${RECORD_HEADERS[key]} is empty or too long`);
  return words;
}

function integer(headers: IHeaders, key: HeaderKey, least: number): number {
  const words = text(headers, key);
  const number = Number(words);
  if (!INTEGER.test(words) || number < least)
    throw new Misfit(`its ${RECORD_HEADERS[key]} is no integer from ${least}`);
  return number;
}

function writer(headers: IHeaders): Writer {
  const [name, shard, ...rest] = text(headers, 'writer').split('/');
  if (!WRITERS.includes(name) || !/^\d{1,4}$/.test(shard ?? '') || rest.length > 0)
    throw new Misfit('its writer is unknown');
  return { name: name as Writer['name'], shard: Number(shard) };
}

function type(headers: IHeaders): LogRecord['type'] {
  const words = text(headers, 'type');
  const found = (['frames', 'milestone', 'control'] as const).find((name) => CLOUD_EVENT_TYPES[name] === words);
  if (!found) throw new Misfit('its ce_type is unknown');
  return found;
}

function dayEnd(headers: IHeaders): DayEndMark {
  const [checksum, state, flow] = (['endChecksum', 'endState', 'endFlow'] as const).map((key) => {
    const words = text(headers, key);
    if (!HASH.test(words)) throw new Misfit(`its ${RECORD_HEADERS[key]} is no hash`);
    return words;
  });
  return { count: integer(headers, 'endCount', 1), checksum, state, flow };
}
