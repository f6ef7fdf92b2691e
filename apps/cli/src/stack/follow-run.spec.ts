// Watching a run's row, in memory.
import { memoryStores } from '#libs/adapters';
import type { Beginning, RunRow } from '#libs/runtime';
import { aDay, runManifest, until } from '#libs/testing';
import { followRun, type Followed, type Following } from './follow-run';

const QUICK = { lookMs: 2, stillMs: 40 };

async function following(beginning: Beginning, watch: Partial<Following> = {}) {
  const stores = memoryStores();
  const manifest = runManifest();
  await stores.runs.create(manifest, beginning);
  const left = new AbortController();
  const followed = followRun(stores, manifest, { ...QUICK, signal: left.signal, ...watch });
  return { ...stores, manifest, run: manifest.id, left, followed };
}

const typeOf = async (followed: Promise<Followed>): Promise<string> => (await followed).type;

describe('a run that is watched', () => {
  it('is told of with each day, and when it is over', async () => {
    const days: number[] = [];
    const onDay = ({ projectedDay }: RunRow): Promise<void> => Promise.resolve(void days.push(projectedDay));
    const { runs, metrics, run, followed } = await following({}, { onDay });
    await metrics.project(aDay(run, 0));
    await until(() => days.length === 1);
    await metrics.project(aDay(run, 1));
    await runs.end(run, '0123456789abcdef');
    expect(await followed).toMatchObject({ type: 'over', row: { digest: '0123456789abcdef' } });
    expect(days).toEqual([0, 1]);
  });

  it('is told of again and again while nothing moves', async () => {
    const still: number[] = [];
    const { left, followed } = await following({}, { onStill: (_row, stillMs) => void still.push(stillMs) });
    await until(() => still.length >= 2);
    left.abort();
    expect(await typeOf(followed)).toBe('left');
    expect(still[1]).toBeGreaterThan(still[0]);
    expect(still[0]).toBeGreaterThanOrEqual(QUICK.stillMs);
  });

  it('may stand still for as long as it is paused, which is said once each time', async () => {
    let paused = 0;
    let still = 0;
    const watch = { onPaused: () => void paused++, onStill: () => void still++ };
    const { runs, metrics, run, left, followed } = await following({ mode: 'paused' }, watch);
    await new Promise((resolve) => setTimeout(resolve, 4 * QUICK.stillMs));
    expect([paused, still]).toEqual([1, 0]);
    await runs.play(run, { stepTo: 0, by: 'test' });
    await until(() => still > 0);
    await runs.openDay(run, { day: 0, attempt: 1 });
    await metrics.project(aDay(run, 0));
    await until(() => paused === 2);
    left.abort();
    await followed;
  });

  it('is missed when it is removed', async () => {
    const { runs, run, followed } = await following({});
    await runs.remove(run);
    await expect(followed).rejects.toThrow('STK_UNKNOWN_RUN');
  });
});
