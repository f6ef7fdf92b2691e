import type { DayResult } from '#libs/api';
import { chainSchema, dayResultSchema, fieldSchema } from '#libs/api';
import { spellsOf, type RunSummary } from '#libs/analysis';
import { BINDING_CONSTRAINTS } from '#libs/messages';
import { compileTexts } from '#libs/scenario';
import { z } from 'zod';
import { accountDays, projectDays, ranMini, storesAfter, storesOf, type Ran } from './ran.fixture';
import { Results } from './results';

const ALL = { from: 0, to: 3650 };

describe('the results of a run that has ended', () => {
  let ran: Ran;
  let results: Results;
  let days: DayResult[];
  let summary: RunSummary;

  beforeAll(async () => {
    ran = await ranMini();
    results = new Results({ stores: await storesAfter(ran), compile: compileTexts });
    days = await results.days('mini', ALL);
    ({ summary } = ran);
  });

  it('are what the API promises', () => {
    expect(days).toHaveLength(ran.days.length);
    expect(z.array(dayResultSchema).parse(days)).toEqual(days);
  });

  it('have the rates of the command line, day by day', () => {
    const told = days.map(({ day, date, chain: { resumption, returnToPost, capacityRecovery, throughput } }) => {
      return { day, date, resumption, returnToPost, capacityRecovery, throughput };
    });
    expect(told).toEqual(summary.rates);
    summary.sectors.forEach(({ id, resumption, returnToPost, capacityRecovery }, at) => {
      expect(days.map(({ sectors }) => sectors[at].id)).toEqual(days.map(() => id));
      expect(days.map(({ sectors }) => sectors[at].resumption)).toEqual(resumption);
      expect(days.map(({ sectors }) => sectors[at].returnToPost)).toEqual(returnToPost);
      expect(days.map(({ sectors }) => sectors[at].capacityRecovery)).toEqual(capacityRecovery);
    });
  });

  it('lose what the command line says, and name its bottleneck', () => {
    const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
    expect(total(days.map(({ chain }) => chain.lostValueAddedYuan))).toBe(summary.lostYuan.valueAdded);
    expect(total(days.map(({ chain }) => chain.missedFinalYuan))).toBe(summary.lostYuan.finalDemand);
    const bottleneck = days.flatMap(({ day, bottleneck: found }) =>
      found ? [{ day, cause: found.cause, sector: found.sector, share: found.share }] : [],
    );
    expect(bottleneck.length).toBeGreaterThan(3);
    expect(bottleneck).toEqual(summary.bottleneck);
    for (const { cause, sector, yuan } of summary.losses ?? []) {
      const told = days.flatMap(({ losses }) => losses ?? []).filter((one) => one.cause === cause);
      expect(total(told.filter((one) => one.sector === sector).map((one) => one.yuan))).toBeCloseTo(yuan, 3);
    }
  });

  it('say since when the bottleneck has been one, day after day', () => {
    for (const { day, bottleneck } of days) {
      if (!bottleneck) continue;
      const { cause, sector, sinceDay } = bottleneck;
      const leads = (at: number): boolean =>
        days[at]?.bottleneck?.cause === cause && days[at].bottleneck.sector === sector;
      expect(Array.from({ length: day - sinceDay }, (_, at) => leads(sinceDay + at))).not.toContain(false);
      expect(leads(sinceDay - 1)).toBe(false);
    }
  });

  it('name what holds each sector as the command line does', () => {
    summary.sectors.forEach(({ heldBy }, at) => {
      const bounds = days.map(({ sectors }) => BINDING_CONSTRAINTS.indexOf(sectors[at].heldBy));
      expect(spellsOf(bounds)).toEqual(heldBy);
    });
    expect(summary.sectors.some(({ heldBy }) => heldBy.length > 0)).toBe(true);
  });

  it('are the same for days that were projected by a version that kept neither fields nor what holds', async () => {
    const without = ran.days.map((day) => ({ ...day, rates: { ...day.rates }, field: new Uint8Array(0) }));
    for (const { rates } of without) Reflect.deleteProperty(rates, 'heldBy');
    const old = new Results({ stores: await storesAfter({ ...ran, days: without }), compile: compileTexts });
    expect(await old.days('mini', ALL)).toEqual(days);
    expect(await old.heat('mini', ALL)).toEqual(await results.heat('mini', ALL));
  });

  it('split a sector’s losses by cause, at most five, the largest first', () => {
    const split = days.flatMap(({ sectors }) => sectors).filter(({ losses }) => losses.length > 0);
    expect(split.length).toBeGreaterThan(0);
    for (const { losses, lostValueAddedYuan } of split) {
      const yuan = losses.map((one) => one.yuan);
      expect(yuan).toEqual([...yuan].sort((a, b) => b - a));
      expect(losses.length).toBeLessThanOrEqual(5);
      const told = yuan.reduce((sum, one) => sum + one, 0);
      const share = losses.reduce((sum, one) => sum + one.share, 0);
      expect(share).toBeLessThan(1 + 1e-9);
      expect(told / share / lostValueAddedYuan).toBeCloseTo(1, 6);
    }
  });

  it('describe the chain and its field alike', async () => {
    const [chain, field] = [await results.chain('mini'), await results.field('mini')];
    expect(chainSchema.parse(chain)).toEqual(chain);
    expect(fieldSchema.parse(field)).toEqual(field);
    expect(chain.enterprises).toBe(summary.enterprises);
    expect(chain.sectors.map(({ id }) => id)).toEqual(summary.sectors.map(({ id }) => id));
    const outside = new Set(chain.outside.map(({ id }) => id));
    const inside = field.groups.filter(({ sector }) => !outside.has(sector));
    expect(inside.map(({ sector, count }) => ({ id: sector, enterprises: count }))).toEqual(
      expect.arrayContaining(chain.sectors.map(({ id, enterprises }) => ({ id, enterprises }))),
    );
    expect(field.groups.reduce((sum, { count }) => sum + count, 0)).toBe(field.count);
    expect(chain.flows.every(({ baseYuan, days: onTheWay }) => baseYuan > 0 && onTheWay >= 1)).toBe(true);
  });

  it('draw each enterprise as one byte, the same in the field and in the heat map', async () => {
    const field = await results.field('mini');
    const { outputYuan } = ran.days[9].enterprises as { outputYuan: Float64Array };
    const bytes = await results.fieldDay('mini', 9);
    expect(bytes).toHaveLength(field.count);
    expect(bytes.every((byte) => byte <= 200 || byte === 255)).toBe(true);
    expect([...bytes].some((byte, row) => byte < 200 && outputYuan[row] >= 0)).toBe(true);
    const group = field.groups[2];
    const heat = await results.heat('mini', { sector: group.sector, from: 8, to: 10 });
    expect(heat).toHaveLength(3 * group.count);
    expect(heat.subarray(group.count, 2 * group.count)).toEqual(bytes.subarray(group.first, group.first + group.count));
    await expect(results.heat('mini', { sector: 'nowhere', ...ALL })).rejects.toThrow('API_UNKNOWN_SECTOR');
    await expect(results.fieldDay('mini', 99)).rejects.toThrow('API_DAY_NOT_SEALED');
  });

  it('of a run that is not there are refused', async () => {
    await expect(results.days('nowhere', ALL)).rejects.toThrow('API_UNKNOWN_RUN');
  });
});

describe('a day that is sealed', () => {
  it('stays as it is told, but for its losses, which are told once they are known', async () => {
    const ran = await ranMini(6);
    const stores = await storesOf(ran);
    const results = new Results({ stores, compile: compileTexts });
    expect(await results.days('mini', ALL)).toEqual([]);
    await projectDays(stores, ran, { from: 0, to: 2 });
    const early = await results.days('mini', ALL);
    expect(early.map(({ losses }) => losses)).toEqual([null, null, null]);
    expect(early.flatMap(({ sectors }) => sectors.flatMap(({ losses }) => losses))).toEqual([]);
    await accountDays(stores, ran, { from: 0, to: 0 });
    await accountDays(stores, ran, { from: 2, to: 2 });
    expect(await results.accountedDays('mini')).toBe(1);
    const [first, second] = await results.days('mini', ALL);
    expect(first.losses?.length).toBeGreaterThan(0);
    expect(second.losses).toBeNull();
    await accountDays(stores, ran, { from: 1, to: 1 });
    await projectDays(stores, ran, { from: 3, to: 5 });
    await accountDays(stores, ran, { from: 3, to: 5 });
    const late = await results.days('mini', ALL);
    expect(late[0]).toEqual(first);
    const withoutLosses = (day: DayResult): object => ({
      ...{ ...day, losses: null, bottleneck: null },
      sectors: day.sectors.map((sector) => ({ ...sector, losses: [] })),
    });
    expect(late.slice(0, 3).map(withoutLosses)).toEqual(early.map(withoutLosses));
    expect(await new Results({ stores, compile: compileTexts }).days('mini', ALL)).toEqual(late);
  });
});
