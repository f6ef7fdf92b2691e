// Workers' return: list, code, journey, quarantine (docs/MODEL.md#workers).
import fc from 'fast-check';
import type { SupportLevers } from '#libs/model';
import { diaryOf, PLAIN_RULES, pullLevers, resuming, sectorsOf, type ChainSketch, type Diary } from '#libs/testing';

type Origins = NonNullable<ChainSketch['workers']>['origins'];
type Desk = (day: number) => Partial<SupportLevers>;

const OPEN: Partial<SupportLevers> = { whiteListHeads: Infinity };

interface Mill {
  readonly staffHeads: number;
  readonly seatWeight?: number;
  readonly originShare?: readonly number[];
}

/** Mills of sectors of their own; a fifth of their staff has stayed. */
function millsOf(origins: Origins, mills: readonly Mill[], ringDays?: number): ChainSketch {
  return {
    rules: PLAIN_RULES,
    sectors: sectorsOf(Object.fromEntries(mills.map((_, i) => [`mill-${i}`, 'plants']))),
    linkKinds: [],
    links: [],
    enterprises: mills.map((mill, i) => ({
      ...{ id: `mill-${i}`, sector: i, finalDemandYuan: 100, stayedRatio: 0.2 },
      ...mill,
    })),
    workers: { origins, seatFill: 0.65, pooledFill: 0.9, ...(ringDays !== undefined && { ringDays }) },
  };
}

function run(sketch: ChainSketch, days: number, desk: Desk): Diary {
  return diaryOf(sketch, { days, change: ({ support }, day) => Object.assign(support, desk(day)) });
}

/** One mill of 100 with 80 away; everybody sets out on the day on which they may. */
const oneMill = (origin: Origins[number], days: number, desk: Desk, ringDays?: number): Diary =>
  run(millsOf([origin], [{ staffHeads: 100 }], ringDays), days, desk);

const near = (values: readonly number[], expected: readonly number[]): void => {
  expect(values.length).toBe(expected.length);
  values.forEach((value, day) => expect(value).toBeCloseTo(expected[day], 9));
};

describe('eighty workers away, with nothing in their way', () => {
  const diary = oneMill({}, 6, () => OPEN);

  it('are listed on the first day, have a code on the second, and set out on the third', () => {
    near(diary.sum('support', 'strandedHeads'), [0, 0, 0, 0, 0, 0]);
    near(diary.sum('support', 'listedHeads'), [80, 0, 0, 0, 0, 0]);
    near(diary.sum('support', 'codedHeads'), [0, 80, 0, 0, 0, 0]);
    near(diary.of('service desk', 'ownWayHeads'), [0, 0, 80, 0, 0, 0]);
  });
  it('are on post on the fourth', () => {
    near(diary.of('mill-0', 'onPostHeads'), [20, 20, 20, 100, 100, 100]);
    expect(diary.of('mill-0', 'labourRatio').slice(2)).toEqual([0.2, 1, 1, 1]);
  });
});

describe('a white list', () => {
  it('takes so many heads a day and no more', () => {
    const diary = oneMill({}, 7, () => ({ whiteListHeads: 30 }));
    near(diary.of('service desk', 'whiteListedHeads'), [30, 30, 20, 0, 0, 0, 0]);
    near(diary.of('mill-0', 'onPostHeads'), [20, 20, 20, 50, 80, 100, 100]);
  });
  it('of nobody leaves everybody where they are', () => {
    expect(oneMill({}, 5, () => ({})).of('mill-0', 'onPostHeads')).toEqual([20, 20, 20, 20, 20]);
  });
  it('is shared by those who wait, in proportion', () => {
    const diary = run(millsOf([{}], [{ staffHeads: 100 }, { staffHeads: 50 }]), 4, () => ({ whiteListHeads: 30 }));
    near(diary.of('mill-0 > park > origin-0', 'listedHeads').slice(0, 1), [20]);
    near(diary.of('mill-1 > park > origin-0', 'listedHeads').slice(0, 1), [10]);
    near([diary.of('mill-0', 'onPostHeads')[3], diary.of('mill-1', 'onPostHeads')[3]], [40, 20]);
  });
  it('is closed to an origin until its day, and open to the others', () => {
    const share = { staffHeads: 100, originShare: [0.5, 0.5] };
    const diary = run(millsOf([{}, { releasedDay: 4 }], [share]), 9, () => ({ whiteListHeads: 40 }));
    near(diary.of('mill-0 > park > origin-1', 'strandedHeads'), [40, 40, 40, 40, 0, 0, 0, 0, 0]);
    near(diary.of('mill-0', 'onPostHeads'), [20, 20, 20, 60, 60, 60, 60, 100, 100]);
  });
});

describe('green codes for half of the listed', () => {
  it('leave half of them waiting each day', () => {
    const diary = oneMill({}, 5, () => ({ ...OPEN, codeRatio: 0.5 }));
    near(diary.sum('support', 'listedHeads'), [80, 40, 20, 10, 5]);
    near(diary.of('service desk', 'ownWayHeads'), [0, 0, 40, 20, 10]);
  });
});

describe('workers who set out on their own', () => {
  it('are a share of those with a code each day', () => {
    near(oneMill({ ownWayRatio: 0.5 }, 6, () => OPEN).of('service desk', 'ownWayHeads'), [0, 0, 40, 20, 10, 5]);
  });
  it('are all there in the end, to the last head', () => {
    const diary = oneMill({ ownWayRatio: 0.3 }, 100, () => OPEN);
    expect(diary.of('mill-0', 'labourRatio')[99]).toBe(1);
    expect(diary.sum('support', 'codedHeads')[99]).toBe(0);
  });
  it('are more where cars are subsidised, of origins with seats alone', () => {
    const subsidised = (hasSeats: boolean): number =>
      oneMill({ ownWayRatio: 0.25, hasSeats }, 3, () => ({ ...OPEN, selfDriveRatio: 0.5 })).of(
        'service desk',
        'ownWayHeads',
      )[2];
    expect(subsidised(true)).toBeCloseTo(60, 9);
    expect(subsidised(false)).toBeCloseTo(20, 9);
  });
  it('are never more than there are', () => {
    const diary = oneMill({ ownWayRatio: 0.8, hasSeats: true }, 4, () => ({ ...OPEN, selfDriveRatio: 0.8 }));
    near(diary.of('mill-0', 'onPostHeads'), [20, 20, 20, 100]);
  });
});

describe('five days of quarantine', () => {
  const released = (diary: Diary): number => diary.of('mill-0', 'onPostHeads').findIndex((heads) => heads > 99);

  it('are sat out at the mill: arrival on day 3, post on day 8', () => {
    const diary = oneMill({ quarantineDays: 5 }, 10, () => OPEN);
    near(diary.sum('plants', 'quarantineHeads'), [0, 0, 0, 80, 80, 80, 80, 80, 0, 0]);
    expect(released(diary)).toBe(8);
  });
  it.each([
    [0, 3],
    [0.4, 5],
    [2, 13],
    [9, 13],
  ])('are, under a factor of %d and a ring of ten days, over on day %d', (factor, day) => {
    const desk: Desk = () => ({ ...OPEN, quarantineRatio: factor });
    expect(released(oneMill({ quarantineDays: 5 }, 16, desk, 10))).toBe(day);
  });
  it('are served to the end by those who sit in them when they are dropped', () => {
    const desk: Desk = (day) => ({ ...OPEN, quarantineRatio: day < 5 ? 1 : 0 });
    expect(released(oneMill({ quarantineDays: 5 }, 10, desk))).toBe(8);
  });
  it('are spared to those who are on the way when they are dropped', () => {
    const desk: Desk = (day) => ({ ...OPEN, quarantineRatio: day < 3 ? 1 : 0 });
    expect(released(oneMill({ quarantineDays: 5 }, 10, desk))).toBe(3);
  });
});

describe('a quarantine longer than the run', () => {
  it('keeps everybody off post and loses nobody', () => {
    const diary = oneMill({ quarantineDays: 40 }, 12, () => OPEN);
    expect(diary.of('mill-0', 'onPostHeads')[11]).toBe(20);
    near(diary.sum('plants', 'quarantineHeads').slice(-1), [80]);
  });
});

describe('workers anywhere, whatever the desk does', () => {
  const options = fc.record({
    seed: fc.nat(1e6),
    tiers: fc.integer({ min: 1, max: 4 }),
    width: fc.integer({ min: 1, max: 4 }),
    suppliersPerBuyer: fc.constant(2),
    coverDays: fc.constant(5),
    cancelAfterDays: fc.constantFrom(undefined, 5),
    hasWorkers: fc.constant(true),
    hasGates: fc.boolean(),
    hasMasks: fc.boolean(),
    hasRisk: fc.boolean(),
  });
  const sumOf = (diary: Diary, columns: readonly (readonly [Parameters<Diary['sum']>[0], string])[], day: number) =>
    columns.reduce((sum, [stage, column]) => sum + (diary.sum(stage, column).at(day) ?? 0), 0);

  it('stay as many as they were: stranded, listed, coded, under way, in quarantine, on post', () => {
    fc.assert(
      fc.property(options, fc.nat(1e6), (drawn, levers) => {
        const sketch = resuming(drawn);
        const normal = sketch.enterprises.reduce((sum, { staffHeads = 0 }) => sum + staffHeads, 0);
        const diary = diaryOf(sketch, { days: 30, change: (all, day) => pullLevers(all, day, levers) });
        const steps = ['strandedHeads', 'listedHeads', 'codedHeads', 'freeHeads'];
        const ways = ['quarantinedHeads0', 'quarantinedHeads1', 'quarantinedHeads2'];
        const places = ['quarantineHeads', 'onPostHeads'];
        for (let day = 0; day < 30; day++) {
          const away = sumOf(
            diary,
            [...steps, ...ways].map((column) => ['support', column] as const),
            day,
          );
          const here = sumOf(
            diary,
            (['plants', 'markets', 'exporters'] as const).flatMap((stage) =>
              places.map((one) => [stage, one] as const),
            ),
            day,
          );
          expect(Math.abs(away + here - normal)).toBeLessThanOrEqual(1e-9 * normal);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are all on post in the end where nothing blocks', () => {
    fc.assert(
      fc.property(options, fc.nat(1e6), fc.nat(15), (drawn, levers, until) => {
        const sketch = resuming(drawn);
        const freely: Partial<SupportLevers> = { ...OPEN, trainSeats: 1e4 };
        const diary = diaryOf(sketch, {
          // Three tenths of who is left set out a day, to the last 1e-9, and then sit out 14 days at most.
          days: 140,
          change: (all, day) => (day < until ? pullLevers(all, day, levers) : Object.assign(all.support, freely)),
        });
        for (const { id, staffHeads = 0 } of sketch.enterprises)
          if (staffHeads > 0) expect(diary.of(id, 'labourRatio').at(-1)).toBe(1);
      }),
      { numRuns: 15 },
    );
  });
});
