import type { System } from '#libs/api';
import { memoryStores } from '#libs/adapters';
import { StoreAway, type RunRow } from '#libs/runtime';
import { SystemLook, type SystemParts } from './system';

const ASKER = { name: 'ada', role: 'analyst', isLocal: false } as const;

function look(parts: Partial<SystemParts> = {}): Promise<System> {
  return new SystemLook({
    ...{ stores: memoryStores(), list: { ownerOf: () => Promise.resolve({ owner: 'ada' }) }, version: '1' },
    ...{ live: () => 'ok' as const, services: () => Promise.resolve([]), clients: () => 0, ...parts },
  }).read(ASKER);
}

const row: RunRow = {
  ...{ id: 'mine', status: 'running' as const, failure: null, attempt: 1, startDay: -1, openedDay: 6 },
  ...{ mode: 'playing' as const },
  ...{ stepTo: -1, daysPerSecond: null, projectedDay: 3, gap: null, digest: null },
};

describe('the look at the system', () => {
  const stores = memoryStores();
  stores.runs.rows = () => Promise.resolve([row, { ...row, id: 'another' }]);
  const list = { ownerOf: (run: string) => Promise.resolve({ owner: run === 'mine' ? 'ada' : 'bob' }) };
  const waits = [{ run: 'mine', reader: 'markets/0', day: 5, whom: ['plants/0', 'logistics/0'] }];

  it('says who waits for whom, and how far each has come', async () => {
    const services = () =>
      Promise.resolve([{ name: 'markets', isReady: true, detail: { day: 4, runs: ['mine'], waits } }]);
    const system = await look({ stores, list, services });
    expect(system.services).toEqual([
      { name: 'markets', isReady: true, day: 4, runs: ['mine'], waitsFor: 'plants/0, logistics/0' },
    ]);
    expect(system.runs).toMatchObject([{ run: 'mine', openedDay: 6, watermarks: [{ source: 'markets/0', day: 4 }] }]);
  });

  it('says nothing of others’ runs', async () => {
    const detail = { day: 1, runs: ['mine', 'another'], waits: [{ ...waits[0], run: 'another' }] };
    const system = await look({
      stores,
      list,
      services: () => Promise.resolve([{ name: 'p', isReady: true, detail }]),
    });
    expect(JSON.stringify(system)).not.toContain('another');
  });

  it.each([{}, { day: 'x', runs: 7, waits: {} }, { day: -1 }, { waits: [{ run: 1 }] }])(
    'takes from a service only what it understands: %j',
    async (detail) => {
      const system = await look({ services: () => Promise.resolve([{ name: 'p', isReady: false, detail }]) });
      expect(system.services).toEqual([{ name: 'p', isReady: false, day: null, runs: [], waitsFor: null }]);
    },
  );

  it('says that the store is away', async () => {
    const away = memoryStores();
    away.runs.rows = () => Promise.reject(new StoreAway('PostgreSQL', 'gone'));
    expect(await look({ stores: away })).toMatchObject({ store: 'away', live: 'ok', runs: [] });
  });
});
