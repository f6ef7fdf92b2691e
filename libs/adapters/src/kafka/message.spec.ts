import { RECORD_HEADERS, type LogRecord } from '#libs/messages';
import { ORDERS, logRecord } from '#libs/testing';
import type { IHeaders } from 'kafkajs';
import { messageOf, recordOf } from './message';

const END = { count: 3, checksum: '0'.repeat(16), state: 'f'.repeat(16), flow: '0123456789abcdef' };

/** As a broker gives it back: every header a buffer. */
function received(record: LogRecord): { value: Buffer; headers: IHeaders } {
  const { value, headers = {} } = messageOf({ stream: ORDERS, record });
  const asBuffers = Object.entries(headers).map(([name, words]) => [name, Buffer.from(String(words))]);
  return { value: value as Buffer, headers: Object.fromEntries(asBuffers) as IHeaders };
}

describe('a record as a message', () => {
  it('is a CloudEvent in binary mode', () => {
    const message = messageOf({ stream: { ...ORDERS, shard: 5 }, record: logRecord({ run: 'a run', day: 7, seq: 2 }) });
    expect(message).toMatchObject({ key: null, partition: 5 });
    expect(message.headers).toMatchObject({
      ce_specversion: '1.0',
      ce_id: '1/7/orders/plants/5/2',
      ce_source: '/runs/a%20run/markets/0',
      ce_type: 'resumption.frames.v1',
      'content-type': 'application/vnd.apache.arrow.stream',
    });
  });

  it('carries no time of its own: simulated days are no time of the broker', () => {
    expect(messageOf({ stream: ORDERS, record: logRecord({ day: 400 }) })).not.toHaveProperty('timestamp');
  });

  it('holds the very bytes of the body', () => {
    const bytes = new Uint8Array([9, 1, 2, 9]);
    const { value } = messageOf({ stream: ORDERS, record: logRecord({ body: bytes.subarray(1, 3) }) });
    bytes[1] = 7;
    expect([...(value as Buffer)]).toEqual([7, 2]);
  });

  it.each([
    ['of the eve', logRecord({ day: -1 })],
    ['of control', logRecord({ from: { name: 'control', shard: 0 }, type: 'control', attempt: 12 })],
    ['that ends a day', logRecord({ from: { name: 'recovery', shard: 0 }, type: 'milestone', end: END })],
    ['without a byte', logRecord({ body: Buffer.alloc(0) })],
  ])('%s comes back as it was', (_, record) => {
    expect(recordOf(received(record))).toEqual(record);
  });
});

describe('a message that is no record', () => {
  const message = received(logRecord({ end: END }));
  const withHeader = (name: keyof typeof RECORD_HEADERS, words: string | string[] | undefined): IHeaders => ({
    ...message.headers,
    [RECORD_HEADERS[name]]: words,
  });

  it('has no body', () => {
    expect(recordOf({ ...message, value: null })).toBe('it has no body');
  });

  it.each([
    ['specVersion', '0.3', 'its ce_specversion is another'],
    ['type', 'resumption.frames.v2', 'its ce_type is unknown'],
    ['run', '', 'its run is empty or too long'],
    ['run', 'x'.repeat(201), 'its run is empty or too long'],
    ['run', ['one', 'another'], 'it has no single header run'],
    ['run', undefined, 'it has no single header run'],
    ['attempt', '0', 'its attempt is no integer from 1'],
    ['day', '1.5', 'its day is no integer from -1'],
    ['day', '-2', 'its day is no integer from -1'],
    ['seq', '0x10', 'its seq is no integer from 0'],
    ['writer', 'somebody/0', 'its writer is unknown'],
    ['writer', 'plants', 'its writer is unknown'],
    ['writer', 'plants/0/1', 'its writer is unknown'],
    ['endState', 'not hexadecimal', 'its end_state is no hash'],
    ['endFlow', undefined, 'it has no single header end_flow'],
    ['endCount', '0', 'its end_count is no integer from 1'],
  ] as const)('has a header %s that says %j', (name, words, reason) => {
    const headers = withHeader(name, words === undefined || typeof words === 'string' ? words : [...words]);
    expect(recordOf({ ...message, headers })).toBe(reason);
  });
});
