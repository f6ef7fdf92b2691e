// What every log of records does with a handler that throws or takes its time, and when it is closed.
import type { RecordLog, Reading } from '#libs/runtime';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { ORDERS, counting, readInto, recordsOf } from '../log-records';
import { until } from '../until';

/** @param open makes a log; called more than once, and every log is closed at the end */
export function recordHandlerFeatures(open: () => Promise<RecordLog>): void {
  let log: RecordLog;
  let run: string;
  const readings: Reading[] = [];
  beforeAll(async () => {
    log = await open();
    await log.ensureTopics();
  });
  beforeEach(() => {
    run = randomUUID();
  });
  afterEach(async () => {
    await Promise.all(readings.splice(0).map((opened) => opened.close()));
  });
  afterAll(() => log.close());

  describe('a handler that throws', () => {
    it('sees the same records again until it takes them, and then what follows', async () => {
      const calls: string[] = [];
      const taken: number[] = [];
      const opened = log.read([{ stream: ORDERS, from: 'next' }], (records) => {
        calls.push(records.map(({ offset }) => offset).join());
        if (calls.length < 3) return Promise.reject(new Error('the store is away'));
        taken.push(...records.map(({ record }) => record.seq));
        return Promise.resolve();
      });
      readings.push(opened);
      await opened.joined;
      await log.send(recordsOf(ORDERS, run, 3));
      await until(() => taken.length >= 3);
      expect(calls[0]).not.toBe('');
      expect(calls.slice(1, 3)).toEqual([calls[0], calls[0]]);
      expect(taken).toEqual(counting(3));
    });

    it('may throw an error of any kind, or throw before it returns a promise', async () => {
      const errors = [new TypeError('no such column'), new RangeError('out of range'), 'no error at all'];
      let taken = 0;
      const opened = log.read([{ stream: ORDERS, from: 'next' }], (records) => {
        const error = errors.shift();
        if (error !== undefined) throw error as Error;
        taken += records.length;
        return Promise.resolve();
      });
      readings.push(opened);
      await opened.joined;
      await log.send(recordsOf(ORDERS, run, 1));
      await until(() => taken === 1);
    });
  });

  describe('closing a reading', () => {
    it('ends it: nothing is read that is written afterwards', async () => {
      const [closed, open] = [0, 1].map(() => readInto(log, [{ stream: ORDERS, from: 'next' }]));
      readings.push(open.reading);
      await Promise.all([closed.reading.joined, open.reading.joined]);
      await closed.reading.close();
      await log.send(recordsOf(ORDERS, run, 3));
      await until(() => open.read.length >= 3);
      expect(closed.read).toEqual([]);
    });

    it('waits for the handler that is running', async () => {
      const seen: string[] = [];
      const opened = log.read([{ stream: ORDERS, from: 'next' }], async () => {
        seen.push('begun');
        await sleep(300);
        seen.push('done');
      });
      await opened.joined;
      await log.send(recordsOf(ORDERS, run, 1));
      await until(() => seen.length > 0);
      await opened.close();
      expect(seen).toEqual(['begun', 'done']);
    });

    it('does not wait for a handler that keeps throwing to succeed', async () => {
      let calls = 0;
      const opened = log.read([{ stream: ORDERS, from: 'next' }], () => {
        calls++;
        return Promise.reject(new Error('the store is away'));
      });
      await opened.joined;
      await log.send(recordsOf(ORDERS, run, 1));
      await until(() => calls >= 2);
      await opened.close();
      const callsAtClose = calls;
      await sleep(500);
      expect(calls).toBe(callsAtClose);
    });
  });

  describe('a log that was closed', () => {
    it('sends no more, and reads no more', async () => {
      const closed = await open();
      await closed.ensureTopics();
      const { reading, read } = readInto(closed, [{ stream: ORDERS, from: 'next' }]);
      await reading.joined;
      await closed.close();
      await expect(closed.send(recordsOf(ORDERS, 'late', 1))).rejects.toThrow('LOG_CLOSED');
      expect(() => readInto(closed, [{ stream: ORDERS, from: 'next' }])).toThrow('LOG_CLOSED');
      expect(read).toEqual([]);
    });
  });
}
