// The run over services gives the digest of the run in one process, however it is sharded and whatever is decided on the way.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { InProcessRecordLog, loadHash64, memoryStores, type Stores } from '#libs/adapters';
import type { RunSummary } from '#libs/analysis';
import { MODEL_VERSION } from '#libs/model';
import { compileTexts, type Intervention } from '#libs/scenario';
import { Simulation } from '#libs/simulation';
import { manifestOf, servicesInProcess, type ServicesInProcess } from '#libs/testing';

const name = 'seeds/keqiao/mini.yaml';
const texts = { name, text: readFileSync(resolve(__dirname, '..', name), 'utf8'), tables: [] };
const MINI_DIGEST = 'e9785fa4cb00eba0';
const WITHIN_MS = 50_000;

const { spec } = compileTexts(texts, []);
const head = { scenario: texts, modelVersion: MODEL_VERSION, seed: spec.seed, days: spec.days, start: spec.start };

/** The digest of the run in one process. */
async function digestWith(interventions: readonly Intervention[]): Promise<string> {
  const simulation = new Simulation(compileTexts(texts, [], interventions), { shards: 1, hash: await loadHash64() });
  await simulation.runTo(spec.days, () => undefined);
  return simulation.digest();
}

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
      await stores.runs.create(manifestOf({ ...head, id: 'run', shards }));
      const { status, digest } = await services.over('run', WITHIN_MS);
      expect({ status, digest, noted: services.noted }).toEqual({ status: 'ended', digest: MINI_DIGEST, noted: [] });
    },
  );

  it('keeps every day once, and the summary of one process', async () => {
    await stores.runs.create(manifestOf({ ...head, id: 'run' }));
    await services.over('run', WITHIN_MS);
    const days = (await stores.metrics.digests('run')).map(({ day }) => day);
    expect(days).toEqual(Array.from({ length: spec.days }, (_, day) => day));
    const summary = JSON.parse((await stores.metrics.summary('run')) ?? '{}') as RunSummary;
    expect(summary.digest).toBe(MINI_DIGEST);
  });

  it('lets two runs go on side by side without touching each other', async () => {
    await stores.runs.create(manifestOf({ ...head, id: 'a', shards: 2 }));
    await stores.runs.create(manifestOf({ ...head, id: 'b', overrides: [{ path: 'seed', value: '12' }], seed: 12 }));
    const [a, b] = await Promise.all([services.over('a', WITHIN_MS), services.over('b', WITHIN_MS)]);
    expect(a.digest).toBe(MINI_DIGEST);
    expect(b.status).toBe('ended');
    expect(b.digest).not.toBe(MINI_DIGEST);
  });

  it('takes a command from its effective day on, as one process does that knew it before', async () => {
    await stores.runs.create(manifestOf({ ...head, id: 'run', shards: 2 }));
    await stores.runs.play('run', { mode: 'paused', stepTo: 5, by: 'test' });
    const path = Object.keys(spec.levers).map((id) => `levers.${id}`)[0];
    const asked = { path, value: 0, day: 3, idempotencyKey: 'one', by: 'test' };
    while (((await stores.runs.row('run'))?.openedDay ?? -1) < 5)
      await new Promise((resolve) => setTimeout(resolve, 10));
    const command = await stores.runs.intervene('run', asked);
    expect(command).toEqual({ seq: 1, path, value: 0, effectiveDay: 6 });
    await stores.runs.play('run', { mode: 'playing', by: 'test' });
    const { digest } = await services.over('run', WITHIN_MS);
    expect(digest).toBe(await digestWith([{ path, day: 6, value: 0 }]));
    expect(digest).not.toBe(MINI_DIGEST);
  });
});
