import { InputError } from '#libs/messages';
import { aDay, aRun, aSnapshot, metricStoreFeatures, runStoreFeatures, stateStoreFeatures } from '#libs/testing';
import { memoryStores } from './memory-stores';

describe('stores in memory', () => {
  const stores = memoryStores({ mostRuns: 1000 });
  describe('as a store of runs', () => runStoreFeatures(() => stores));
  describe('as a store of snapshots', () => stateStoreFeatures(() => stores));
  describe('as a store of days', () => metricStoreFeatures(() => stores));

  it('tell what a run takes', async () => {
    const { runs, states, metrics, sizes } = memoryStores();
    const run = await aRun(runs);
    await states.save(aSnapshot(run));
    const [before] = await sizes();
    expect(before).toEqual({ run, bytes: 4096, createdAt: '2020-02-25T08:00:00.000Z', status: 'running' });
    await metrics.project(aDay(run, 0));
    expect((await sizes())[0].bytes).toBeGreaterThan(before.bytes);
  });
});

describe('stores in memory with room for two runs', () => {
  it('drop the oldest that is over for a third one', async () => {
    const { runs } = memoryStores({ mostRuns: 2 });
    const [first, second] = [await aRun(runs), await aRun(runs)];
    await runs.end(second, '0123456789abcdef');
    const third = await aRun(runs);
    expect((await runs.rows()).map(({ id }) => id)).toEqual([third, first]);
  });

  it('refuse a third one while both are running', async () => {
    const { runs } = memoryStores({ mostRuns: 2 });
    await aRun(runs);
    await aRun(runs);
    const refusal = await aRun(runs).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(InputError);
    expect((refusal as InputError).fault.code).toBe('RUN_TOO_MANY');
    expect(await runs.rows()).toHaveLength(2);
  });
});
