import { InProcessRecordLog, type LogNotice } from '#libs/adapters';
import type { ReadRecord } from '#libs/messages';
import type { StreamStart } from '#libs/runtime';
import { ORDERS, recordsOf, seqsOf, until } from '#libs/testing';
import { Module } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { jsonLogger, startNestApp, type NestApp } from './nest-app';
import { RecordLogStrategy } from './record-log-strategy';
import { serviceModule } from './service-module';

@Module({})
class AnyModule {}

const health = {
  readiness: () => Promise.resolve({ ready: true, detail: {} }),
  metrics: () => Promise.resolve(''),
};

describe('a service that reads over the log of records', () => {
  let notices: LogNotice[];
  let log: InProcessRecordLog;
  let app: NestApp | undefined;

  beforeEach(() => {
    notices = [];
    log = new InProcessRecordLog({ onNotice: (notice) => notices.push(notice) });
  });
  afterEach(async () => {
    await app?.close();
    await log.close();
    app = undefined;
  });

  async function start(
    take: (records: readonly ReadRecord[]) => Promise<void>,
    starts: () => Promise<StreamStart[]> = () => Promise.resolve([{ stream: ORDERS, from: 'first' }]),
  ): Promise<NestApp> {
    app = await startNestApp({
      module: serviceModule(AnyModule, { health, taker: { take } }),
      strategy: new RecordLogStrategy(log, starts),
      host: '127.0.0.1',
      port: 0,
      logger: jsonLogger('spec', 'error'),
    });
    return app;
  }

  it('is given the records of the streams that it asked for, in order, once it has joined', async () => {
    const read: ReadRecord[] = [];
    const started = await start((records) => Promise.resolve(void read.push(...records)));
    await log.send(recordsOf(ORDERS, 'run', 5));
    await sleep(50);
    expect(read).toEqual([]);
    await started.join();
    await until(() => read.length >= 5);
    expect(seqsOf(read, 'run')).toEqual([0, 1, 2, 3, 4]);
  });

  it('that throws is given the same records again, and the log is told its own words', async () => {
    const calls: string[] = [];
    const started = await start((records) => {
      calls.push(records.map(({ offset }) => offset).join());
      return calls.length === 1 ? Promise.reject(new TypeError('the store is away')) : Promise.resolve();
    });
    await log.send(recordsOf(ORDERS, 'run', 3));
    await started.join();
    await until(() => calls.length >= 2);
    expect(calls).toEqual(['0,1,2', '0,1,2']);
    expect(notices).toEqual([{ type: 'HandlerFailed', stream: ORDERS, tries: 1, reason: 'the store is away' }]);
  });

  it('is not given a second batch while it works on the first', async () => {
    const steps: string[] = [];
    const started = await start(async (records) => {
      steps.push(`begins ${records[0].record.day}`);
      await sleep(50);
      steps.push(`ends ${records[0].record.day}`);
    });
    await started.join();
    await log.send(recordsOf(ORDERS, 'run', 1, 0));
    await until(() => steps.length > 0);
    await log.send(recordsOf(ORDERS, 'run', 1, 1));
    await until(() => steps.length >= 4);
    expect(steps).toEqual(['begins 0', 'ends 0', 'begins 1', 'ends 1']);
  });

  it('ends its work on a batch before it is closed, and is given no more', async () => {
    const steps: string[] = [];
    const started = await start(async () => {
      steps.push('begins');
      await sleep(100);
      steps.push('ends');
    });
    await started.join();
    await log.send(recordsOf(ORDERS, 'run', 1));
    await until(() => steps.length > 0);
    await started.close();
    app = undefined;
    expect(steps).toEqual(['begins', 'ends']);
    await log.send(recordsOf(ORDERS, 'run', 1, 1));
    await sleep(50);
    expect(steps).toEqual(['begins', 'ends']);
  });

  it('does not join where nobody can tell from where it should read', async () => {
    const started = await start(
      () => Promise.resolve(),
      () => Promise.reject(new Error('the store is away')),
    );
    await expect(started.join()).rejects.toThrow('the store is away');
  });
});
