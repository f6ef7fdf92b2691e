// The run over services gives the digest of the run in one process, however it is sharded and whatever is decided on the way.
import { InProcessRecordLog, memoryStores, type Stores } from '#libs/adapters';
import type { RunSummary } from '#libs/analysis';
import { servicesInProcess, until, type ServicesInProcess } from '#libs/testing';
import { miniDigest, MINI_DAYS, MINI_DIGEST, MINI_LEVER, miniManifest } from './mini';

const WITHIN_MS = 50_000;
const ALL_DAYS = { from: 0, to: MINI_DAYS };

describe('a run over services on the embedded log', () => {
  let stores: Stores;
  let log: InProcessRecordLog;
  let services: ServicesInProcess;

  beforeEach(async () => {
    stores = memoryStores();
    log = new InProcessRecordLog();
    services = await servicesInProcess(log, stores);
  });

  afterEach(async () => {
    await services.stop();
    await log.close();
    await stores.close();
  });

  it.each([1, 2, 8])(
    'has the digest of one process with %i shards, without a gap and without healing',
    async (shards) => {
      await stores.runs.create(miniManifest('run', { shards }));
      const { status, digest } = await services.over('run', WITHIN_MS);
      expect({ status, digest, noted: services.noted }).toEqual({ status: 'ended', digest: MINI_DIGEST, noted: [] });
    },
  );

  it('keeps every day once, and the summary of one process', async () => {
    await stores.runs.create(miniManifest('run'));
    await services.over('run', WITHIN_MS);
    const days = (await stores.metrics.digests('run')).map(({ day }) => day);
    expect(days).toEqual(Array.from({ length: MINI_DAYS }, (_, day) => day));
    const summary = JSON.parse((await stores.metrics.summary('run')) ?? '{}') as RunSummary;
    expect(summary.digest).toBe(MINI_DIGEST);
  });

  it.each([1, 2])(
    'accounts for the same losses with %i shards when recovery begins again on the way',
    async (shards) => {
      await stores.runs.create(miniManifest('whole', { shards, accountsForLosses: true }));
      await services.over('whole', WITHIN_MS);
      await stores.runs.create(miniManifest('cut', { shards, accountsForLosses: true }), { mode: 'paused' });
      await stores.runs.play('cut', { mode: 'paused', stepTo: 12, by: 'test' });
      await until(async () => (await stores.runs.row('cut'))?.projectedDay === 12, { timeoutMs: WITHIN_MS });
      await services.stop();
      services = await servicesInProcess(log, stores);
      await stores.runs.play('cut', { mode: 'playing', by: 'test' });
      const { status, failure } = await services.over('cut', WITHIN_MS);
      expect({ status, failure }).toEqual({ status: 'ended', failure: null });
      expect(await stores.metrics.losses('cut', ALL_DAYS)).toEqual(await stores.metrics.losses('whole', ALL_DAYS));
      expect(await stores.metrics.summary('cut')).toBe(await stores.metrics.summary('whole'));
    },
  );

  it('lets two runs go on side by side without touching each other', async () => {
    await stores.runs.create(miniManifest('a', { shards: 2 }));
    await stores.runs.create(miniManifest('b', { overrides: [{ path: 'seed', value: '12' }], seed: 12 }));
    const [a, b] = await Promise.all([services.over('a', WITHIN_MS), services.over('b', WITHIN_MS)]);
    expect(a.digest).toBe(MINI_DIGEST);
    expect(b.status).toBe('ended');
    expect(b.digest).not.toBe(MINI_DIGEST);
  });

  it('takes a command from its effective day on, as one process does that knew it before', async () => {
    await stores.runs.create(miniManifest('run', { shards: 2 }));
    await stores.runs.play('run', { mode: 'paused', stepTo: 5, by: 'test' });
    const path = MINI_LEVER;
    const asked = { path, value: 0, day: 3, idempotencyKey: 'one', by: 'test' };
    while (((await stores.runs.row('run'))?.openedDay ?? -1) < 5)
      await new Promise((resolve) => setTimeout(resolve, 10));
    const command = await stores.runs.intervene('run', asked);
    expect(command).toEqual({ seq: 1, path, value: 0, effectiveDay: 6 });
    await stores.runs.play('run', { mode: 'playing', by: 'test' });
    const { digest } = await services.over('run', WITHIN_MS);
    expect(digest).toBe(await miniDigest([{ path, day: 6, value: 0 }]));
    expect(digest).not.toBe(MINI_DIGEST);
  });
});
