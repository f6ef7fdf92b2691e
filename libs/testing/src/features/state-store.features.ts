// What every store of snapshots does, whatever keeps them.
import type { Party } from '#libs/kernel';
import type { ShardSnapshot, StateStore } from '#libs/runtime';
import { aRun, aSnapshot, runManifest, type StoresUnderTest } from './stores.fixture';

const PLANTS: readonly Party[] = [
  { stage: 'plants', shard: 0 },
  { stage: 'plants', shard: 1 },
];
const FIRST = { attempt: 1, startDay: -1 };

/** @param stores gives the stores to try; it is asked again in each test */
export function stateStoreFeatures(stores: () => StoresUnderTest): void {
  const store = (): StateStore => stores().states;
  const newest = (run: string, attempt = FIRST, source = PLANTS[0]): Promise<ShardSnapshot | undefined> =>
    store().newest(run, source, attempt);
  let run = '';
  beforeEach(async () => (run = await aRun(stores().runs)));

  describe('a snapshot', () => {
    it('comes back with every byte and offset', async () => {
      const snapshot = aSnapshot(run, { bytes: Uint8Array.from({ length: 300_007 }, (_, i) => (i * i) % 251) });
      expect(await store().save(snapshot)).toBe(true);
      const found = await newest(run);
      expect(found && { ...found, bytes: [...found.bytes] }).toEqual({ ...snapshot, bytes: [...snapshot.bytes] });
    });

    it('comes back so that columns of doubles can be laid over it', async () => {
      await store().save(aSnapshot(run));
      const found = (await newest(run)) as ShardSnapshot;
      expect(new Float64Array(found.bytes.buffer, found.bytes.byteOffset, 512)).toHaveLength(512);
    });

    it('is kept as it was, whatever its bytes are used for afterwards', async () => {
      const snapshot = aSnapshot(run);
      const first = snapshot.bytes[0];
      await store().save(snapshot);
      snapshot.bytes[0] = first + 1;
      const found = (await newest(run)) as ShardSnapshot;
      expect(found.bytes[0]).toBe(first);
      found.bytes[0] = first + 1;
      expect((await newest(run))?.bytes[0]).toBe(first);
    });

    it('may have no bytes: where the log stood before the first day', async () => {
      const start = aSnapshot(run, {
        source: { stage: 'recovery', shard: 0 },
        day: -1,
        hash: '',
        bytes: new Uint8Array(0),
      });
      await store().save(start);
      expect(await newest(run, FIRST, start.source)).toEqual(start);
    });

    it('is of one shard and one run', async () => {
      const other = await aRun(stores().runs);
      await store().save(aSnapshot(run));
      expect(await newest(run, FIRST, PLANTS[1])).toBeUndefined();
      expect(await newest(run, FIRST, { stage: 'markets', shard: 0 })).toBeUndefined();
      expect(await newest(other)).toBeUndefined();
    });
  });

  describe('a second snapshot of a day', () => {
    const later = [{ stream: { channel: 'orders', to: 'plants', shard: 0 }, offset: 99n }] as const;

    it('with another hash is refused, and the first one stays', async () => {
      const first = aSnapshot(run);
      await store().save(first);
      expect(await store().save(aSnapshot(run, { bytes: Uint8Array.of(1, 2, 3), attempt: 2 }))).toBe(false);
      expect(await newest(run)).toEqual(first);
    });

    it('of a later attempt raises the attempt and its offsets', async () => {
      const first = aSnapshot(run);
      await store().save(first);
      expect(await store().save({ ...first, attempt: 3, offsets: later })).toBe(true);
      expect(await newest(run)).toBeUndefined();
      expect(await newest(run, { attempt: 3, startDay: 4 })).toEqual({ ...first, attempt: 3, offsets: later });
    });

    it('of an earlier attempt, or the same, changes nothing', async () => {
      const first = aSnapshot(run, { attempt: 3 });
      await store().save(first);
      expect(await store().save({ ...first, attempt: 2, offsets: later })).toBe(true);
      expect(await store().save({ ...first, offsets: later })).toBe(true);
      expect(await newest(run, { attempt: 3, startDay: 4 })).toEqual(first);
    });

    it('at the same moment: of two contents one is kept', async () => {
      const contents = [aSnapshot(run), aSnapshot(run, { bytes: Uint8Array.of(1, 2, 3) })];
      const kept = await Promise.all(contents.map((snapshot) => store().save(snapshot)));
      expect([...kept].sort()).toEqual([false, true]);
      expect((await newest(run))?.hash).toBe(contents[kept.indexOf(true)].hash);
    });
  });

  describe('the newest snapshot for an attempt', () => {
    it('is the latest day written in it, or else its start day', async () => {
      for (const day of [4, 9]) await store().save(aSnapshot(run, { day }));
      expect((await newest(run))?.day).toBe(9);
      expect((await newest(run, { attempt: 2, startDay: 4 }))?.day).toBe(4);
      await store().save(aSnapshot(run, { day: 14, attempt: 2 }));
      expect((await newest(run, { attempt: 2, startDay: 4 }))?.day).toBe(14);
      expect((await newest(run))?.day).toBe(9);
    });

    it('is none where the attempt starts from the eve and has written none', async () => {
      await store().save(aSnapshot(run));
      expect(await newest(run, { attempt: 2, startDay: -1 })).toBeUndefined();
    });
  });

  describe('the newest day that all shards have', () => {
    beforeEach(async () => {
      for (const day of [4, 9, 14]) await store().save(aSnapshot(run, { day, source: PLANTS[0] }));
      for (const day of [4, 9]) await store().save(aSnapshot(run, { day, source: PLANTS[1] }));
    });

    it('is found up to a bound', async () => {
      expect(await store().commonDay(run, PLANTS, 20)).toBe(9);
      expect(await store().commonDay(run, PLANTS, 9)).toBe(9);
      expect(await store().commonDay(run, PLANTS, 8)).toBe(4);
      expect(await store().commonDay(run, [PLANTS[0]], 20)).toBe(14);
    });

    it('is -1 where there is none', async () => {
      expect(await store().commonDay(run, PLANTS, 3)).toBe(-1);
      expect(await store().commonDay(run, [...PLANTS, { stage: 'support', shard: 0 }], 20)).toBe(-1);
    });

    it('is among those that were not forgotten', async () => {
      await store().forgetBefore(run, 9);
      expect(await store().commonDay(run, PLANTS, 8)).toBe(-1);
      expect(await store().commonDay(run, PLANTS, 20)).toBe(9);
    });
  });

  describe('a run that was removed', () => {
    it('has no snapshots, and takes none', async () => {
      await store().save(aSnapshot(run));
      await stores().runs.remove(run);
      expect(await newest(run)).toBeUndefined();
      expect(await store().save(aSnapshot(run))).toBe(true);
      expect(await newest(run)).toBeUndefined();
      expect(await store().save(aSnapshot(runManifest().id))).toBe(true);
    });
  });
}
