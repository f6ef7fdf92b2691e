// What every log of records does, whatever carries it: what is read, in which order, and from where.
import { MAX_BODY_BYTES, streamKey, type ReadRecord } from '#libs/messages';
import type { Reading, RecordLog, StreamStart } from '#libs/runtime';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  ORDERS,
  ORDERS_OF_THE_NEXT_SHARD,
  REPORTS,
  counting,
  logRecord,
  readInto,
  recordsOf,
  seqsOf,
} from '../log-records';
import { until } from '../until';

/** @param open makes a log with its topics; called once, and the log is closed at the end */
export function recordLogFeatures(open: () => Promise<RecordLog>): void {
  let log: RecordLog;
  let run: string;
  const readings: Reading[] = [];
  const reading = (starts: readonly StreamStart[]): { reading: Reading; read: ReadRecord[] } => {
    const opened = readInto(log, starts);
    readings.push(opened.reading);
    return opened;
  };
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

  describe('records of one stream', () => {
    it('are read in the order in which they were written, over several sends', async () => {
      const { read } = reading([{ stream: ORDERS, from: 'first' }]);
      const records = recordsOf(ORDERS, run, 30);
      for (let at = 0; at < 30; at += 7) await log.send(records.slice(at, at + 7));
      await until(() => seqsOf(read, run).length >= 30);
      expect(seqsOf(read, run)).toEqual(counting(30));
    });

    it('keep the order of sends that did not wait for each other', async () => {
      const { read } = reading([{ stream: ORDERS, from: 'first' }]);
      const large = recordsOf(ORDERS, run, 12).map(({ stream, record }) => ({
        stream,
        record: { ...record, body: Buffer.alloc(200_000, record.seq) },
      }));
      await Promise.all(large.map((record) => log.send([record])));
      await until(() => seqsOf(read, run).length >= 12);
      expect(seqsOf(read, run)).toEqual(counting(12));
    });

    it('have ascending offsets', async () => {
      const { read } = reading([{ stream: ORDERS, from: 'first' }]);
      await log.send(recordsOf(ORDERS, run, 20));
      await until(() => seqsOf(read, run).length >= 20);
      const offsets = read.map(({ offset }) => offset);
      expect(offsets.every((offset, index) => index === 0 || offset > offsets[index - 1])).toBe(true);
    });

    it('come as they were sent, with everything that they say', async () => {
      const { read } = reading([{ stream: REPORTS, from: 'first' }]);
      const end = { count: 2, checksum: '00000000000000ff', state: 'a'.repeat(16), flow: '0123456789abcdef' };
      const sent = [
        logRecord({ run, attempt: 3, from: { name: 'control', shard: 0 }, day: -1, type: 'control' }),
        logRecord({ run, attempt: 3, from: { name: 'exporters', shard: 7 }, day: 365, seq: 1, end }),
      ];
      await log.send(sent.map((record) => ({ stream: REPORTS, record })));
      const ours = (): ReadRecord[] => read.filter(({ record }) => record.run === run);
      await until(() => ours().length >= 2);
      expect(ours().map(({ record }) => ({ ...record, body: Buffer.from(record.body) }))).toEqual(sent);
      expect(ours().map(({ stream }) => streamKey(stream))).toEqual([streamKey(REPORTS), streamKey(REPORTS)]);
    });

    it('of two runs are read between each other, each run in its order', async () => {
      const other = randomUUID();
      const { read } = reading([{ stream: ORDERS, from: 'first' }]);
      for (const day of [0, 1, 2]) {
        await log.send(recordsOf(ORDERS, run, 3, day));
        await log.send(recordsOf(ORDERS, other, 3, day));
      }
      await until(() => seqsOf(read, run).length >= 9 && seqsOf(read, other).length >= 9);
      const ours = read.filter(({ record }) => [run, other].includes(record.run)).map(({ record }) => record);
      expect(ours.map(({ day, seq }) => [day, seq])).toEqual(
        [0, 1, 2].flatMap((day) => [...counting(3), ...counting(3)].map((seq) => [day, seq])),
      );
      expect(ours.map(({ run: of }) => of === run)).toEqual([...Array<boolean>(18)].map((_, at) => at % 6 < 3));
    });
  });

  describe('a body', () => {
    it('may be as large as the limit, several of them in one send', async () => {
      const { read } = reading([{ stream: ORDERS, from: 'first' }]);
      const sent = recordsOf(ORDERS, run, 5).map(({ stream, record }) => ({
        stream,
        record: { ...record, body: Buffer.alloc(MAX_BODY_BYTES, 100 + record.seq) },
      }));
      await log.send(sent);
      await until(() => seqsOf(read, run).length >= 5);
      const bodies = read.filter(({ record }) => record.run === run).map(({ record }) => Buffer.from(record.body));
      expect(bodies.map((body, seq) => body.equals(sent[seq].record.body))).toEqual([...Array<boolean>(5)].fill(true));
    });

    it('over the limit is refused, and nothing of the send is kept', async () => {
      const [small, large] = recordsOf(ORDERS, run, 2);
      const [before] = await log.ends([ORDERS]);
      const tooLarge = { ...large, record: { ...large.record, body: Buffer.alloc(MAX_BODY_BYTES + 1) } };
      await expect(log.send([small, tooLarge])).rejects.toThrow('LOG_RECORD_TOO_LARGE');
      expect(await log.ends([ORDERS])).toEqual([before]);
    });

    it.each([
      ['bytes', new Uint8Array([1, 2, 3])],
      ['a part of a larger buffer', Buffer.from([0, 1, 2, 3, 4]).subarray(1, 4)],
    ])('of %s is read as it was sent', async (_, body) => {
      await log.send([{ stream: ORDERS, record: logRecord({ run, body }) }]);
      const { read } = reading([{ stream: ORDERS, from: 'first' }]);
      await until(() => seqsOf(read, run).length >= 1);
      expect([...read.filter(({ record }) => record.run === run)[0].record.body]).toEqual([1, 2, 3]);
    });
  });

  describe('several streams at once', () => {
    it('are each read whole and in order, and no call of the handler mixes them', async () => {
      const calls: string[][] = [];
      const read: ReadRecord[] = [];
      const streams = [ORDERS, ORDERS_OF_THE_NEXT_SHARD, REPORTS];
      const opened = log.read(
        streams.map((stream) => ({ stream, from: 'next' })),
        (records) => {
          calls.push(records.map(({ stream }) => streamKey(stream)));
          read.push(...records);
          return Promise.resolve();
        },
      );
      readings.push(opened);
      await opened.joined;
      const sent = counting(20).flatMap((seq) =>
        streams.map((stream) => ({ stream, record: logRecord({ run, day: streams.indexOf(stream), seq }) })),
      );
      await log.send(sent);
      await until(() => read.length >= 60);
      for (const [day, stream] of streams.entries()) {
        const ofStream = read.filter((found) => streamKey(found.stream) === streamKey(stream));
        expect(ofStream.map(({ record }) => [record.day, record.seq])).toEqual(counting(20).map((seq) => [day, seq]));
      }
      expect(calls.every((keys) => keys.length > 0 && new Set(keys).size === 1)).toBe(true);
    });

    it('have no two calls of the handler at the same time', async () => {
      let running = 0;
      let most = 0;
      let seen = 0;
      const opened = log.read(
        [ORDERS, ORDERS_OF_THE_NEXT_SHARD, REPORTS].map((stream) => ({ stream, from: 'next' })),
        async (records) => {
          most = Math.max(most, ++running);
          await sleep(5);
          running--;
          seen += records.length;
        },
      );
      readings.push(opened);
      await opened.joined;
      await log.send([ORDERS, ORDERS_OF_THE_NEXT_SHARD, REPORTS].flatMap((stream) => recordsOf(stream, run, 3)));
      await until(() => seen >= 9);
      expect(most).toBe(1);
    });
  });

  describe('where reading starts', () => {
    it('at an offset: with that record', async () => {
      const first = reading([{ stream: ORDERS, from: 'first' }]);
      await log.send(recordsOf(ORDERS, run, 10));
      await until(() => seqsOf(first.read, run).length >= 10);
      const { offset } = first.read.filter(({ record }) => record.run === run)[6];
      const { read } = reading([{ stream: ORDERS, from: offset }]);
      await until(() => read.length >= 4);
      expect(seqsOf(read, run)).toEqual([6, 7, 8, 9]);
      expect(read[0].offset).toBe(offset);
    });

    it('at next: with what is written once it has joined, and nothing from before', async () => {
      await log.send(recordsOf(ORDERS, run, 5, 0));
      const { reading: opened, read } = reading([{ stream: ORDERS, from: 'next' }]);
      await opened.joined;
      await log.send(recordsOf(ORDERS, run, 5, 1));
      await until(() => read.length >= 5);
      expect(read.map(({ record }) => [record.run, record.day, record.seq])).toEqual(
        counting(5).map((seq) => [run, 1, seq]),
      );
    });

    it('at the end that ends() tells: with the next record', async () => {
      await log.send(recordsOf(REPORTS, run, 3, 0));
      const [end, other] = await log.ends([REPORTS, ORDERS_OF_THE_NEXT_SHARD]);
      const { read } = reading([{ stream: REPORTS, from: end }]);
      await log.send(recordsOf(REPORTS, run, 2, 1));
      await until(() => read.length >= 2);
      expect(read.map(({ record, offset }) => [record.day, record.seq, offset])).toEqual([
        [1, 0, end],
        [1, 1, end + 1n],
      ]);
      expect(await log.ends([ORDERS_OF_THE_NEXT_SHARD, REPORTS])).toEqual([other, end + 2n]);
    });

    it('may be the same for two readers, who both read everything', async () => {
      const readers = [reading([{ stream: ORDERS, from: 'next' }]), reading([{ stream: ORDERS, from: 'next' }])];
      await Promise.all(readers.map((opened) => opened.reading.joined));
      await log.send(recordsOf(ORDERS, run, 4));
      await until(() => readers.every(({ read }) => read.length >= 4));
      expect(readers.map(({ read }) => seqsOf(read, run))).toEqual([counting(4), counting(4)]);
    });
  });

  describe('topics', () => {
    it('that are there are not made again', async () => {
      expect(await log.ensureTopics()).toEqual([]);
    });
  });
}
