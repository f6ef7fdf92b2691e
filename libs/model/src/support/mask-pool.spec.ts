// The mask pool and its rules (docs/MODEL.md#masks). What enterprises do with masks: enterprise/staff.spec.ts.
import fc from 'fast-check';
import type { Levers, MaskTerms } from '#libs/model';
import { diaryOf, PLAIN_RULES, pullLevers, resuming, sectorsOf, type Diary } from '#libs/testing';

/** Mills whose staff is all there and wears a mask a day; they can buy none themselves. */
function run(
  staff: readonly number[],
  masks: Partial<MaskTerms>,
  days: number,
  change: (levers: Levers, day: number) => void,
): Diary {
  return diaryOf(
    {
      rules: PLAIN_RULES,
      sectors: sectorsOf({ weaving: 'plants' }),
      linkKinds: [],
      links: [],
      enterprises: staff.map((staffHeads, i) => ({ id: `mill-${i}`, sector: 0, finalDemandYuan: 100, staffHeads })),
      workers: { origins: [{}] },
      masks: { kitDays: 3, ...masks },
    },
    {
      days,
      change: (levers, day) => {
        levers.support.maskPurchaseRatio = 0;
        change(levers, day);
      },
    },
  );
}

const grantedOn = (diary: Diary, day: number, mills: number): number[] =>
  Array.from({ length: mills }, (_, i) => diary.of(`mill-${i}`, 'masksGranted')[day]);

const near = (values: readonly number[], expected: readonly number[]): void => {
  expect(values.length).toBe(expected.length);
  values.forEach((value, at) => expect(value).toBeCloseTo(expected[at], 9));
};

const supply =
  (masks: number) =>
  ({ support }: Levers): void => {
    support.maskSupply = masks;
  };

describe('a pool of 200 masks a day', () => {
  it('that are more than was asked keeps the rest', () => {
    const diary = run([50, 100], {}, 3, supply(200));
    near(grantedOn(diary, 1, 2), [50, 100]);
    near(diary.of('service desk', 'masksInPool'), [200, 250, 300]);
  });
  it('answers what was asked the day before', () => near(grantedOn(run([50, 100], {}, 1, supply(200)), 0, 2), [0, 0]));
  it('by need goes out in proportion to what was asked', () => {
    near(
      grantedOn(
        run([100, 700], {}, 2, (levers, day) => supply(day * 200)(levers)),
        1,
        2,
      ),
      [25, 175],
    );
  });
  it('in equal shares gives everybody the same, and nobody more than they asked', () => {
    const equal = (staff: number[]): number[] =>
      grantedOn(
        run(staff, { rule: 'equal' }, 2, (levers, day) => supply(day * 200)(levers)),
        1,
        staff.length,
      );
    near(equal([150, 700]), [100, 100]);
    near(equal([30, 700]), [30, 170]);
    near(equal([20, 60, 700]), [20, 60, 120]);
  });
});

describe('electricity as the key', () => {
  const withKey = (masks: Partial<MaskTerms>, days: number, halfPower: (day: number) => boolean): Diary =>
    run([100, 100], masks, days, (levers, day) => {
      levers.support.isElectricityKey = 1;
      levers.support.maskSupply = 200;
      if (halfPower(day)) levers.utility[1] = 0.5;
    });

  it('gives nothing to a mill whose meter reads less than the threshold: .2 + .8 x .5 < .8', () =>
    near(
      grantedOn(
        withKey({}, 2, () => true),
        1,
        2,
      ),
      [100, 0],
    ));
  it('gives to both where the threshold is .6', () =>
    near(
      grantedOn(
        withKey({ thresholdRatio: 0.6 }, 2, () => true),
        1,
        2,
      ),
      [100, 100],
    ));
  it('gives at most the cap', () =>
    near(
      grantedOn(
        withKey({ capMasks: 30 }, 2, () => false),
        1,
        2,
      ),
      [30, 30],
    ));
  it('favours those already running: who stood still when the kit ran out never gets up again', () => {
    const diary = withKey({}, 20, (day) => day < 4);
    expect(diary.of('mill-0', 'outputYuan').at(-1)).toBe(100);
    expect(diary.of('mill-1', 'outputYuan').at(-1)).toBe(0);
    expect(diary.bound('mill-1').at(-1)).toBe('masks');
  });
  it('is a trap that need does not know', () => {
    const diary = run([100, 100], {}, 20, (levers, day) => {
      levers.support.maskSupply = 200;
      if (day < 4) levers.utility[1] = 0.5;
    });
    expect(diary.of('mill-1', 'outputYuan').at(-1)).toBe(100);
  });
});

describe('masks anywhere, whatever the desk does', () => {
  it('come from supply, kit and purchase, and are in the pool, under way, in stock or worn', () => {
    const options = fc.record({
      seed: fc.nat(1e6),
      tiers: fc.integer({ min: 1, max: 4 }),
      width: fc.integer({ min: 1, max: 4 }),
      suppliersPerBuyer: fc.constant(2),
      coverDays: fc.constant(5),
      cancelAfterDays: fc.constantFrom(undefined, 5),
      hasWorkers: fc.constant(true),
      hasGates: fc.boolean(),
      hasMasks: fc.constant(true),
      hasRisk: fc.boolean(),
    });
    fc.assert(
      fc.property(options, fc.nat(1e6), (drawn, levers) => {
        const sketch = resuming(drawn);
        const supplied: number[] = [];
        const share: number[] = [];
        const diary = diaryOf(sketch, {
          days: 30,
          change: (all, day) => {
            pullLevers(all, day, levers);
            supplied[day] = all.support.maskSupply;
            share[day] = all.support.maskPurchaseRatio;
          },
        });
        const staffed = sketch.enterprises.filter(({ staffHeads = 0 }) => staffHeads > 0);
        let sources = staffed.reduce((kit, { staffHeads = 0 }) => kit + 2 * staffHeads, 0);
        let worn = 0;
        for (let day = 0; day < 30; day++) {
          sources += supplied[day];
          let held = (diary.sum('support', 'masksInPool')[day] ?? 0) + (diary.sum('support', 'masksGranted')[day] ?? 0);
          for (const { id } of staffed) {
            held += diary.of(id, 'masksInStock')[day];
            if (diary.of(id, 'isOpen')[day] === 0) continue;
            sources += 2 * diary.of(id, 'onPostHeads')[day] * share[day];
            worn += 2 * diary.of(id, 'maskedHeads')[day];
          }
          expect(Math.abs(sources - held - worn)).toBeLessThanOrEqual(1e-8 * Math.max(1, sources));
        }
      }),
      { numRuns: 60 },
    );
  });
});
