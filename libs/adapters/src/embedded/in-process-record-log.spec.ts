import { TOPICS } from '#libs/messages';
import {
  ORDERS,
  REPORTS,
  recordHandlerFeatures,
  logRecord,
  readInto,
  recordLogFeatures,
  recordsOf,
  until,
} from '#libs/testing';
import type { LogNotice } from '../log/notice';
import { InProcessRecordLog } from './in-process-record-log';

describe('the log of records of one process', () => {
  recordLogFeatures(() => Promise.resolve(new InProcessRecordLog()));
  recordHandlerFeatures(() => Promise.resolve(new InProcessRecordLog()));

  it('makes every stream the first time that topics are ensured', async () => {
    const made = await new InProcessRecordLog().ensureTopics();
    expect(made).toHaveLength(TOPICS.reduce((sum, { partitions }) => sum + partitions, 0));
  });

  it('hands records over in a later turn, never while they are sent', async () => {
    const log = new InProcessRecordLog();
    const { reading, read } = readInto(log, [{ stream: ORDERS, from: 'first' }]);
    await log.send(recordsOf(ORDERS, 'run', 1));
    expect(read).toEqual([]);
    await until(() => read.length === 1);
    await reading.close();
  });
});

describe('a log of one process that is full', () => {
  const body = new Uint8Array(1_000);

  it('drops the oldest records of the stream that holds most, and reading goes on with what is there', async () => {
    const notices: LogNotice[] = [];
    const log = new InProcessRecordLog({ maxBytes: 10_000, onNotice: (notice) => notices.push(notice) });
    await log.send([{ stream: REPORTS, record: logRecord({ body }) }]);
    for (let seq = 0; seq < 20; seq++) await log.send([{ stream: ORDERS, record: logRecord({ seq, body }) }]);
    const orders = readInto(log, [{ stream: ORDERS, from: 0n }]);
    const reports = readInto(log, [{ stream: REPORTS, from: 'first' }]);
    await until(() => orders.read.length >= 9 && reports.read.length >= 1);
    expect(orders.read.map(({ record, offset }) => [record.seq, offset])).toEqual(
      Array.from({ length: 9 }, (_, at) => [11 + at, BigInt(11 + at)]),
    );
    expect(notices).toEqual([{ type: 'PositionMoved', stream: ORDERS, expected: 0n, found: 11n }]);
    expect(await log.ends([ORDERS])).toEqual([20n]);
    await log.close();
  });

  it('keeps its offsets over thousands of dropped records', async () => {
    const log = new InProcessRecordLog({ maxBytes: 10_000 });
    for (let seq = 0; seq < 5_000; seq++) await log.send([{ stream: ORDERS, record: logRecord({ seq, body }) }]);
    const { read } = readInto(log, [{ stream: ORDERS, from: 'first' }]);
    await until(() => read.length >= 10);
    expect(read.map(({ record, offset }) => [record.seq, offset])).toEqual(
      Array.from({ length: 10 }, (_, at) => [4_990 + at, BigInt(4_990 + at)]),
    );
    await log.close();
  });
});
