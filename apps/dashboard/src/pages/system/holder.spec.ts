import type { System } from '#libs/api';
import { holderOf, standstills } from './holder';

const service = (name: string, waitsFor: string | null = null, isReady = true): System['services'][number] => ({
  ...{ name, isReady, day: 3, runs: ['a'], waitsFor },
});
const run = (openedDay: number, projectedDay: number, gap: string | null = null): System['runs'][number] => ({
  ...{ run: 'a', openedDay, projectedDay, attempt: 1, gap, watermarks: [] },
});
const system = (services: System['services'], runs: System['runs']): System => ({
  ...{ modelVersion: '1', version: '1', live: 'embedded', store: 'ok', services, runs, clients: 0 },
});

describe('who holds the day back', () => {
  const waiting = system(
    [service('markets', 'plants'), service('exporters', 'markets'), service('plants')],
    [run(4, 3)],
  );

  it('is nobody while days go on', () => {
    expect(holderOf(waiting, standstills([], waiting, 1000), 1500)).toEqual({ type: 'nobody', runs: 1 });
  });

  it('is the one that is waited for and waits for nobody, once the day stands still', () => {
    const still = standstills(standstills([], waiting, 1000), waiting, 5000);
    expect(holderOf(waiting, still, 5000)).toMatchObject({ type: 'late', who: 'plants', day: 4, forMs: 4000 });
  });

  it('is whoever sums the days up, where all others wait for the next day to be opened', () => {
    const ahead = system(
      [service('plants', 'control'), service('markets', 'control'), service('control')],
      [run(8, 4)],
    );
    const still = standstills([], ahead, 0);
    expect(holderOf(ahead, still, 4000)).toMatchObject({ type: 'late', who: 'recovery', day: 5 });
  });

  it('is nobody when no day is open', () => {
    const paused = system([service('plants')], [run(3, 3)]);
    expect(holderOf(paused, standstills([], paused, 0), 60_000)).toMatchObject({ type: 'nobody' });
  });

  it('is whoever is not ready, before all that waits', () => {
    const away = system([service('markets', 'plants'), service('plants', null, false)], [run(4, 3)]);
    expect(holderOf(away, [], 0)).toEqual({ type: 'service', service: 'plants' });
  });

  it('is the gap where records are missing, and the store where it is away', () => {
    const broken = system([service('plants')], [run(4, 3, 'plants 2')]);
    expect(holderOf(broken, [], 0)).toMatchObject({ type: 'gap', gap: 'plants 2' });
    expect(holderOf({ ...broken, store: 'away' }, [], 0)).toEqual({ type: 'store' });
  });

  it('begins anew when a day was sealed in between', () => {
    const later = system(waiting.services, [run(5, 4)]);
    expect(standstills(standstills([], waiting, 0), later, 9000)[0].sinceMs).toBe(9000);
  });
});
