// What every store of runs does, whatever keeps them.
import type { Intervention, RunRow, RunStore } from '#libs/runtime';
import { until } from '../until';
import { aRun, RUN_DAYS, runManifest, type StoresUnderTest } from './stores.fixture';

const asked = (over: Partial<Intervention> = {}): Intervention => {
  return { path: 'levers.masks', value: 0.25, day: 0, idempotencyKey: 'one', by: 'planner', ...over };
};

async function openUpTo(runs: RunStore, run: string, last: number, attempt = 1): Promise<void> {
  for (let day = 0; day <= last; day++) await runs.openDay(run, { day, attempt });
}

/** @param stores gives the stores to try; it is asked again in each test */
export function runStoreFeatures(stores: () => StoresUnderTest): void {
  const store = (): RunStore => stores().runs;
  const row = async (run: string): Promise<RunRow> => (await store().row(run)) as RunRow;

  describe('a run that was created', () => {
    it('gives back what it was made from, and stands before its first day', async () => {
      const manifest = runManifest();
      expect(await store().create(manifest)).toBe(manifest.id);
      expect(await store().manifest(manifest.id)).toEqual(manifest);
      expect(await store().row(manifest.id)).toEqual({
        ...{ id: manifest.id, status: 'running', failure: null, attempt: 1, startDay: -1, openedDay: -1 },
        ...{ mode: 'playing', stepTo: -1, daysPerSecond: null, projectedDay: -1, gap: null, digest: null },
      });
    });

    it('begins as it is asked to, before anybody could have opened a day', async () => {
      const manifest = runManifest();
      await store().create(manifest, { mode: 'paused', daysPerSecond: 2.5 });
      expect(await row(manifest.id)).toMatchObject({ mode: 'paused', stepTo: -1, daysPerSecond: 2.5 });
    });

    it('is one run, however often the same request comes', async () => {
      const requests = Array.from({ length: 4 }, () => runManifest({ idempotencyKey: 'a' + runManifest().id }));
      const same = requests.map((manifest) => ({ ...manifest, idempotencyKey: requests[0].idempotencyKey }));
      const ids = await Promise.all(same.map((manifest) => store().create(manifest)));
      expect(new Set(ids).size).toBe(1);
      const later = { ...runManifest({ seed: 8 }), idempotencyKey: requests[0].idempotencyKey };
      expect(await store().create(later)).toBe(ids[0]);
      expect(await store().manifest(later.id)).toBeUndefined();
      expect((await store().manifest(ids[0]))?.seed).toBe(7);
    });

    it('is listed, newest first, also by its status', async () => {
      const ids = [await aRun(store()), await aRun(store()), await aRun(store())];
      await store().end(ids[1], '0123456789abcdef');
      const listed = async (status?: RunRow['status']): Promise<string[]> =>
        (await store().rows(status)).map(({ id }) => id).filter((id) => ids.includes(id));
      expect(await listed()).toEqual([ids[2], ids[1], ids[0]]);
      expect(await listed('running')).toEqual([ids[2], ids[0]]);
      expect(await listed('ended')).toEqual([ids[1]]);
    });

    it('goes with everything of it when it is removed', async () => {
      const [run, other] = [await aRun(store()), await aRun(store())];
      for (const id of [run, other]) await store().intervene(id, asked());
      expect(await store().remove(run)).toBe(true);
      expect(await store().row(run)).toBeUndefined();
      expect(await store().manifest(run)).toBeUndefined();
      expect(await store().commands(run)).toEqual([]);
      expect(await store().commands(other)).toHaveLength(1);
      expect(await store().remove(run)).toBe(false);
    });
  });

  describe('a run that is not there', () => {
    it('is told so, and takes nothing', async () => {
      const run = runManifest().id;
      expect(await store().row(run)).toBeUndefined();
      expect(await store().intervene(run, asked())).toBeNull();
      expect(await store().openDay(run, { day: 0, attempt: 1 })).toBe(false);
      expect(await store().heal(run, { attempt: 2, startDay: -1 })).toBe(false);
      expect(await store().play(run, { mode: 'paused', by: 'planner' })).toBe(false);
      await store().reportGap(run, { attempt: 1, gap: 'orders/plants/0' });
      await store().end(run, '0123456789abcdef');
      expect(await store().row(run)).toBeUndefined();
    });
  });

  describe('an intervention', () => {
    it('stands from the day that it is asked for', async () => {
      const run = await aRun(store());
      const command = { seq: 1, path: 'levers.masks', value: 1 / 3, effectiveDay: 12 };
      expect(await store().intervene(run, asked({ day: 12, value: 1 / 3 }))).toEqual(command);
      expect(await store().commands(run)).toEqual([command]);
    });

    it('is on record with who gave it', async () => {
      const run = await aRun(store());
      await store().intervene(run, { ...asked({ idempotencyKey: 'a' }), by: 'Ada' });
      await store().intervene(run, { ...asked({ idempotencyKey: 'b' }), by: 'Bo' });
      await store().play(run, { mode: 'paused', by: 'Cy' });
      expect([...(await store().givers(run))].sort()).toEqual([
        [1, 'Ada'],
        [2, 'Bo'],
      ]);
    });

    it('stands no earlier than the day after the last one opened', async () => {
      const run = await aRun(store());
      await openUpTo(store(), run, 5);
      expect((await store().intervene(run, asked({ day: 2 })))?.effectiveDay).toBe(6);
    });

    it('beside another at the same moment: they get 1 and 2, both from a day that is not open', async () => {
      for (let round = 0; round < 5; round++) {
        const run = await aRun(store());
        await openUpTo(store(), run, round);
        const [first, second] = await Promise.all([
          store().intervene(run, asked({ idempotencyKey: 'one' })),
          store().intervene(run, asked({ idempotencyKey: 'two' })),
        ]);
        expect([first?.seq, second?.seq].sort()).toEqual([1, 2]);
        expect([first?.effectiveDay, second?.effectiveDay]).toEqual([round + 1, round + 1]);
      }
    });

    it('that comes while days are opened never changes what was told of an opened day', async () => {
      const run = await aRun(store());
      const told: { day: number; seqs: number[] }[] = [];
      const upTo = async (day: number): Promise<number[]> =>
        (await store().commands(run)).filter(({ effectiveDay }) => effectiveDay <= day).map(({ seq }) => seq);
      const open = async (): Promise<void> => {
        for (let day = 0; day < 20; day++) {
          await store().openDay(run, { day, attempt: 1 });
          told.push({ day, seqs: await upTo(day) });
        }
      };
      const intervene = async (who: string): Promise<void> => {
        for (let i = 0; i < 15; i++) await store().intervene(run, asked({ day: i, idempotencyKey: `${who} ${i}` }));
      };
      await Promise.all([open(), intervene('a'), intervene('b')]);
      const seqs = (await store().commands(run)).map(({ seq }) => seq);
      expect(seqs).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
      for (const { day, seqs: then } of told) expect(await upTo(day)).toEqual(then);
    });

    it('asked again with its key gets the earlier answer, also at the same moment, and when the run is over', async () => {
      const run = await aRun(store());
      const twice = await Promise.all([store().intervene(run, asked()), store().intervene(run, asked())]);
      expect(twice[1]).toEqual(twice[0]);
      await openUpTo(store(), run, 3);
      expect(await store().intervene(run, asked({ value: 0.9 }))).toEqual(twice[0]);
      await store().end(run, '0123456789abcdef');
      expect(await store().intervene(run, asked())).toEqual(twice[0]);
      expect(await store().commands(run)).toHaveLength(1);
    });

    it('beyond the last day is not taken, and uses no number', async () => {
      const run = await aRun(store());
      expect(await store().intervene(run, asked({ day: RUN_DAYS }))).toBeNull();
      const last = await store().intervene(run, asked({ day: RUN_DAYS - 1, idempotencyKey: 'two' }));
      expect(last).toMatchObject({ seq: 1, effectiveDay: RUN_DAYS - 1 });
      await openUpTo(store(), run, RUN_DAYS - 1);
      expect(await store().intervene(run, asked({ idempotencyKey: 'three' }))).toBeNull();
      expect(await store().intervene(run, asked({ idempotencyKey: 'two' }))).toEqual(last);
    });

    it('into a run that is over is not taken', async () => {
      const [ended, failed] = [await aRun(store()), await aRun(store())];
      await store().end(ended, '0123456789abcdef');
      await store().fail(failed, 'E_TWO_CONTENTS plants/0 day 3');
      expect(await store().intervene(ended, asked())).toBeNull();
      expect(await store().intervene(failed, asked())).toBeNull();
    });

    it('of one run does not count in another, nor does its key', async () => {
      const [run, other] = [await aRun(store()), await aRun(store())];
      await store().intervene(run, asked());
      expect(await store().intervene(other, asked({ value: 0.5 }))).toMatchObject({ seq: 1, value: 0.5 });
    });
  });

  describe('opening a day', () => {
    it('is done once, whoever comes at the same moment', async () => {
      const run = await aRun(store());
      const opened = await Promise.all([1, 2, 3].map(() => store().openDay(run, { day: 0, attempt: 1 })));
      expect(opened.filter(Boolean)).toHaveLength(1);
      expect((await row(run)).openedDay).toBe(0);
    });

    it('skips none, and is of the present attempt alone', async () => {
      const run = await aRun(store());
      expect(await store().openDay(run, { day: 1, attempt: 1 })).toBe(false);
      expect(await store().openDay(run, { day: 0, attempt: 2 })).toBe(false);
      await store().heal(run, { attempt: 2, startDay: -1 });
      expect(await store().openDay(run, { day: 0, attempt: 1 })).toBe(false);
      expect(await store().openDay(run, { day: 0, attempt: 2 })).toBe(true);
    });

    it('is refused where the run is over', async () => {
      const run = await aRun(store());
      await store().fail(run, 'E');
      expect(await store().openDay(run, { day: 0, attempt: 1 })).toBe(false);
    });
  });

  describe('healing', () => {
    it('raises the attempt once, whoever comes at the same moment; days stay opened', async () => {
      const run = await aRun(store());
      await openUpTo(store(), run, 7);
      await store().reportGap(run, { attempt: 1, gap: 'orders/plants/0 day 6' });
      const healed = await Promise.all([1, 2, 3].map(() => store().heal(run, { attempt: 2, startDay: 4 })));
      expect(healed.filter(Boolean)).toHaveLength(1);
      expect(await row(run)).toMatchObject({ attempt: 2, startDay: 4, openedDay: 7, gap: null });
      expect(await store().heal(run, { attempt: 4, startDay: 4 })).toBe(false);
    });

    it('is asked for by the first gap of the present attempt', async () => {
      const run = await aRun(store());
      await store().reportGap(run, { attempt: 2, gap: 'of no attempt yet' });
      expect((await row(run)).gap).toBeNull();
      await store().reportGap(run, { attempt: 1, gap: 'orders/plants/0 day 6' });
      await store().reportGap(run, { attempt: 1, gap: 'orders/plants/1 day 6' });
      expect((await row(run)).gap).toBe('orders/plants/0 day 6');
      await store().heal(run, { attempt: 2, startDay: 4 });
      await store().reportGap(run, { attempt: 1, gap: 'too late' });
      expect((await row(run)).gap).toBeNull();
    });
  });

  describe('playing', () => {
    it('changes what is asked for, and nothing else', async () => {
      const run = await aRun(store());
      expect(await store().play(run, { mode: 'paused', by: 'planner' })).toBe(true);
      expect(await row(run)).toMatchObject({ mode: 'paused', stepTo: -1, daysPerSecond: null });
      await store().play(run, { stepTo: 3, daysPerSecond: 0.1, by: 'planner' });
      expect(await row(run)).toMatchObject({ mode: 'paused', stepTo: 3, daysPerSecond: 0.1 });
      await store().play(run, { mode: 'playing', daysPerSecond: null, by: 'planner' });
      expect(await row(run)).toMatchObject({ mode: 'playing', stepTo: 3, daysPerSecond: null });
    });

    it('is over when the run is', async () => {
      const run = await aRun(store());
      await store().end(run, '0123456789abcdef');
      expect(await store().play(run, { mode: 'paused', by: 'planner' })).toBe(false);
      expect((await row(run)).mode).toBe('playing');
    });
  });

  describe('a run that is over', () => {
    it('keeps its first verdict', async () => {
      const [ended, failed] = [await aRun(store()), await aRun(store())];
      await store().end(ended, '0123456789abcdef');
      await store().fail(ended, 'E');
      expect(await row(ended)).toMatchObject({ status: 'ended', digest: '0123456789abcdef', failure: null });
      await store().fail(failed, 'E_TWO_CONTENTS plants/0 day 3');
      await store().end(failed, '0123456789abcdef');
      expect(await row(failed)).toMatchObject({
        ...{ status: 'failed', digest: null, failure: 'E_TWO_CONTENTS plants/0 day 3' },
      });
    });
  });

  describe('whoever watches', () => {
    it('is told of a run that is new, has changed, or is gone', async () => {
      const seen: string[] = [];
      const stop = store().watch((run) => seen.push(run));
      try {
        const run = await aRun(store());
        const changes = [
          () => store().openDay(run, { day: 0, attempt: 1 }),
          () => store().intervene(run, asked()),
          () => store().play(run, { mode: 'paused', by: 'planner' }),
          () => store().end(run, '0123456789abcdef'),
          () => store().remove(run),
        ];
        await until(() => seen.includes(run));
        for (const change of changes) {
          seen.length = 0;
          await change();
          await until(() => seen.includes(run));
        }
      } finally {
        stop();
      }
    });

    it('is told nothing any more after it has stopped, while others are', async () => {
      const [gone, stays]: string[][] = [[], []];
      const stopFirst = store().watch((run) => gone.push(run));
      const stopSecond = store().watch((run) => stays.push(run));
      stopFirst();
      const run = await aRun(store());
      await until(() => stays.includes(run));
      stopSecond();
      expect(gone).not.toContain(run);
    });
  });
}
