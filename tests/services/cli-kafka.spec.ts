// An archive published again on a real Kafka: this process steps the stages, the stack's control opens the days, and its
// recovery makes the metrics anew out of the records.
import { openKafkaLog } from '#libs/adapters';
import type { RunSummary } from '#libs/analysis';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { scratch } from '../command';
import { called, commandsOn, stackInOneProcess, type StackUnderTest } from './in-one-process';

// eslint-disable-next-line no-restricted-properties -- Tests have no main.ts.
const { RESUMPTION_TEST_POSTGRES_URL: url, RESUMPTION_TEST_KAFKA_BROKERS: brokers } = process.env;
const withServers = url === undefined || brokers === undefined ? describe.skip : describe;
const MINI = 'seeds/keqiao/mini.yaml';
const DAYS = 12;

jest.setTimeout(180_000);

withServers('an archive on Kafka', () => {
  const folder = join(scratch(), 'ordinary');
  let stack: StackUnderTest;
  let ordinary: RunSummary;
  const { jsonOf, row } = commandsOn(() => stack, MINI, DAYS);

  beforeAll(async () => {
    const kafka = (brokers ?? '').split(',');
    const prefix = `test-${randomUUID()}`;
    const log = openKafkaLog({ brokers: kafka, clientId: 'resumption-test', prefix, replication: 1 });
    stack = await stackInOneProcess(url ?? '', { log, kafka, prefix });
    ordinary = JSON.parse(
      (await called('run', MINI, '--days', String(DAYS), '--out', folder, '--json')).out,
    ) as RunSummary;
  });
  afterAll(() => stack?.stop());

  it('is published again with two shards, and every day is as the archive says', async () => {
    interface Published {
      readonly run: string;
    }
    const published = await jsonOf<Published>('replay', folder, '--to-kafka', '--shards', '2');
    expect(published).toMatchObject({ digest: ordinary.digest, days: DAYS, isSame: true, day: null });
    expect(await row(published.run)).toMatchObject({ status: 'ended', digest: ordinary.digest, attempt: 1 });
    expect(await stack.stores.runs.manifest(published.run)).toMatchObject({ steppedBy: 'replay', shards: 2 });
  });

  it('is the run that the services make of the same scenario', async () => {
    const { run, ...summary } = await jsonOf<RunSummary & { run: string }>('run', MINI, '--days', String(DAYS));
    expect((await row(run)).attempt).toBe(1);
    expect(summary).toEqual(ordinary);
  });
});
