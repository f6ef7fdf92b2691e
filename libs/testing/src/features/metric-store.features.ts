// What every store of projected days does, whatever keeps them.
import type { Columns, MetricStore, RunStore } from '#libs/runtime';
import { until } from '../until';
import { aDay, aMilestone, aRun, enterpriseRows, rateRows, runManifest, type StoresUnderTest } from './stores.fixture';

const ALL = { from: -1, to: 100 };
const LOSSES: Columns = {
  sector: { codes: Uint8Array.of(1, 0, 1), names: ['印染', 'weaving'] },
  cause: { codes: Uint8Array.of(0, 2, 2), names: ['capacity', 'gate', 'utility'] },
  origin: ['weaving', 'roads', '印染'],
  lostYuan: Float64Array.of(0.1 + 0.2, 5e-324, 1e15 + 0.125),
  lostValueAddedYuan: Float64Array.of(-0, NaN, 1 / 3),
};
const lossRows = (day: number, date: string | null): object[] => [
  { day, date, sector: 'weaving', cause: 'capacity', origin: 'weaving', lostYuan: 0.1 + 0.2, lostValueAddedYuan: -0 },
  { day, date, sector: '印染', cause: 'utility', origin: 'roads', lostYuan: 5e-324, lostValueAddedYuan: NaN },
  { day, date, sector: 'weaving', cause: 'utility', origin: '印染', lostYuan: 1e15 + 0.125, lostValueAddedYuan: 1 / 3 },
];

/** @param stores gives the stores to try; it is asked again in each test */
export function metricStoreFeatures(stores: () => StoresUnderTest): void {
  const store = (): MetricStore => stores().metrics;
  const runs = (): RunStore => stores().runs;
  const projectedDay = async (): Promise<number | undefined> => (await runs().row(run))?.projectedDay;
  let run = '';
  beforeEach(async () => (run = await aRun(runs())));

  describe('a projected day', () => {
    it('moves the cursor, and is there with every bit', async () => {
      expect(await store().project(aDay(run, 0))).toBe(true);
      expect(await projectedDay()).toBe(0);
      expect(await store().rates(run, ALL)).toEqual(rateRows(0));
      expect(await store().enterpriseDays(run, 0)).toEqual(enterpriseRows(0));
      expect(await store().milestones(run, ALL)).toEqual([aMilestone(0)]);
      const { state, flow } = aDay(run, 0);
      expect(await store().digests(run)).toEqual([{ day: 0, state, flow }]);
    });

    it('is kept as it was, whatever its arrays are used for afterwards', async () => {
      const day = aDay(run, 0);
      await store().project(day);
      (day.enterprises.outputYuan as Float64Array).fill(7);
      (day.rates.resumption as Float64Array).fill(7);
      expect(await store().enterpriseDays(run, 0)).toEqual(enterpriseRows(0));
      expect(await store().rates(run, ALL)).toEqual(rateRows(0));
    });

    it('is kept once, however often it comes', async () => {
      await store().project(aDay(run, 0));
      const other = { milestones: [aMilestone(0, 'other')] };
      expect(await store().project(aDay(run, 0, other))).toBe(false);
      expect(await store().milestones(run, ALL)).toEqual([aMilestone(0)]);
      expect(await store().rates(run, ALL)).toHaveLength(3);
    });

    it('is kept once, whoever comes at the same moment', async () => {
      for (let day = 0; day < 4; day++) {
        const kept = await Promise.all([1, 2, 3].map(() => store().project(aDay(run, day))));
        expect(kept.filter(Boolean)).toHaveLength(1);
      }
      expect(await projectedDay()).toBe(3);
      expect((await store().digests(run)).map(({ day }) => day)).toEqual([0, 1, 2, 3]);
      expect(await store().enterpriseDays(run, 2)).toEqual(enterpriseRows(2));
    });

    it('is not kept where the day before is missing, or the run', async () => {
      expect(await store().project(aDay(run, 1))).toBe(false);
      expect(await projectedDay()).toBe(-1);
      expect(await store().rates(run, ALL)).toEqual([]);
      expect(await store().project(aDay(runManifest().id, 0))).toBe(false);
    });

    it('with a column that no table has is refused, and leaves nothing', async () => {
      const rates = { ...aDay(run, 0).rates, madeUp: Float64Array.of(1, 2, 3) };
      await expect(store().project(aDay(run, 0, { rates }))).rejects.toThrow('madeUp');
      expect(await projectedDay()).toBe(-1);
      expect(await store().project(aDay(run, 0))).toBe(true);
    });

    it('may be empty', async () => {
      await store().project(aDay(run, 0, { rates: {}, enterprises: {}, milestones: [] }));
      expect(await projectedDay()).toBe(0);
      expect(await store().enterpriseDays(run, 0)).toEqual([]);
    });

    it('is told to whoever watches runs', async () => {
      const seen: string[] = [];
      const stop = runs().watch((changed) => seen.push(changed));
      await until(async () => (await store().project(aDay(run, 0))) || seen.includes(run));
      await until(() => seen.includes(run)).finally(stop);
    });
  });

  describe('a span of days', () => {
    beforeEach(async () => {
      for (let day = 0; day < 6; day++) {
        const late = day === 5 ? [aMilestone(5), aMilestone(2, 'known late')] : [aMilestone(day)];
        await store().project(aDay(run, day, { milestones: late }));
      }
    });

    it('holds both of its ends, in order', async () => {
      expect(await store().rates(run, { from: 2, to: 4 })).toEqual([2, 3, 4].flatMap(rateRows));
      expect(await store().rates(run, { from: 4, to: 2 })).toEqual([]);
    });

    it('holds the milestones that tell of it, also those that became known later', async () => {
      const ids = (await store().milestones(run, { from: 2, to: 3 })).map(({ id }) => id);
      expect(ids).toEqual(['m2', 'm3', 'known late']);
    });
  });

  describe('enterprises by column', () => {
    beforeEach(async () => {
      for (let day = 0; day < 3; day++) await store().project(aDay(run, day));
    });

    it('are the rows of the day with every bit', async () => {
      const columns = await store().enterpriseColumns(run, 1);
      const rows = Array.from(columns?.outputYuan ?? [], (outputYuan, i) => ({
        ...{ outputYuan, wantedYuan: columns?.wantedYuan[i] },
        bound: columns?.bound.names[columns.bound.codes[i]],
      }));
      expect(rows).toHaveLength(9);
      expect(enterpriseRows(1)).toMatchObject(rows);
    });

    it('are not there where the day is not', async () => {
      expect(await store().enterpriseColumns(run, 3)).toBeUndefined();
      expect(await store().enterpriseColumns(runManifest().id, 0)).toBeUndefined();
      await store().project(aDay(run, 3, { enterprises: {} }));
      expect(await store().enterpriseColumns(run, 3)).toBeUndefined();
    });

    it('as bytes for drawing are those of the days asked for, as they came', async () => {
      const { field } = aDay(run, 3);
      await store().project({ ...aDay(run, 3), field });
      const expected = [1, 2, 3].map((day) => ({ day, field: Array.from(aDay(run, day).field) }));
      field.fill(0);
      await store().project(aDay(run, 4, { field: new Uint8Array(0) }));
      const found = await store().fields(run, { from: 1, to: 100 });
      expect(found.map(({ day, field: bytes }) => ({ day, field: Array.from(bytes) }))).toEqual(expected);
    });

    it('of one enterprise are its days, as far as asked for', async () => {
      const rows = [1, 2].map((day) => ({ day, ...enterpriseRows(day)[4] }));
      const found = await store().enterpriseSeries(run, 4, { from: 1, to: 100 });
      expect(found).toHaveLength(2);
      expect(rows).toMatchObject(found);
      expect(await store().enterpriseSeries(run, 9, ALL)).toEqual([]);
    });
  });

  describe('losses', () => {
    it('may come later than their day, and in any order', async () => {
      for (const day of [0, 1]) await store().project(aDay(run, day));
      await store().projectLosses(run, 1, LOSSES);
      await store().projectLosses(run, 0, LOSSES);
      expect(await store().losses(run, ALL)).toEqual([...lossRows(0, '2020-02-25'), ...lossRows(1, '2020-02-26')]);
      expect(await store().losses(run, { from: 1, to: 1 })).toEqual(lossRows(1, '2020-02-26'));
    });

    it('are kept once a day, also where the first were none', async () => {
      const none = { ...LOSSES, sector: [], cause: [], origin: [], lostYuan: new Float64Array(0) };
      await Promise.all([1, 2, 3].map(() => store().projectLosses(run, 0, LOSSES)));
      expect(await store().losses(run, ALL)).toEqual(lossRows(0, null));
      expect(await store().lossDays(run)).toEqual([0]);
      await store().projectLosses(run, 1, { ...none, lostValueAddedYuan: new Float64Array(0) });
      await store().projectLosses(run, 1, LOSSES);
      expect(await store().losses(run, ALL)).toHaveLength(3);
      expect(await store().lossDays(run)).toEqual([0, 1]);
    });

    it('of a run that is not there are dropped', async () => {
      const absent = runManifest().id;
      await store().projectLosses(absent, 0, LOSSES);
      expect(await store().losses(absent, ALL)).toEqual([]);
    });
  });

  describe('what a run comes to', () => {
    it('is kept as it was written; the last word counts', async () => {
      expect(await store().summary(run)).toBeUndefined();
      await store().summarise(run, '{"b":1, "a":0.10}');
      await store().summarise(run, '{"b":2, "a":0.10}');
      expect(await store().summary(run)).toBe('{"b":2, "a":0.10}');
      await store().summarise(runManifest().id, '{}');
    });
  });

  describe('a run that was removed', () => {
    it('has no days, and its neighbour keeps them', async () => {
      const other = await aRun(runs());
      for (const id of [run, other]) {
        await store().project(aDay(id, 0));
        await store().projectLosses(id, 0, LOSSES);
      }
      await runs().remove(run);
      const left = [store().rates(run, ALL), store().losses(run, ALL), store().milestones(run, ALL)];
      expect(await Promise.all([...left, store().enterpriseDays(run, 0), store().digests(run)])).toEqual(
        Array.from({ length: 5 }, () => []),
      );
      expect(await store().summary(run)).toBeUndefined();
      expect(await store().enterpriseDays(other, 0)).toEqual(enterpriseRows(0));
      expect(await store().losses(other, ALL)).toHaveLength(3);
    });
  });
}
