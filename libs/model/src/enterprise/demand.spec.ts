// Demand and finished stock (docs/MODEL.md#enterprise, steps 1, 5 and 8).
import fc from 'fast-check';
import type { Rules } from '#libs/model';
import { diaryOf, directKind, PLAIN_RULES, sectorsOf, type ChainSketch, type DiaryOptions } from '#libs/testing';

interface Weaver {
  /** m: finished stock aimed at, days; and the share of it on hand on the eve. */
  readonly days?: number;
  readonly full?: number;
  readonly spare?: number;
  /** Days of its customer's flow in the book on the eve. */
  readonly book?: number;
  readonly rules?: Partial<Rules>;
}

/** A weaver of 100 a day who sells 60 to a dyer and 40 outside; overtime off, finished stock restored in 6 days. */
function weaver({ days = 0, full = 1, spare = 1, book = 0, rules = {} }: Weaver = {}): ChainSketch {
  return {
    rules: { ...PLAIN_RULES, overtime: { rule: 'off' }, ...rules },
    sectors: sectorsOf({ grey: 'plants', dyed: 'plants' }),
    linkKinds: [directKind(4)],
    enterprises: [
      {
        id: 'weaver',
        sector: 0,
        finalDemandYuan: 40,
        spareRatio: spare,
        finishedDays: days,
        initialFinishedRatio: full,
      },
      { id: 'dyer', sector: 1, finalDemandYuan: 200 },
    ],
    links: [{ from: 0, to: 1, flowYuan: 60, initialBookDays: book }],
  };
}

const outside =
  (factor: (day: number) => number): DiaryOptions['change'] =>
  (levers, day, row) => {
    levers.demand[row('weaver')] = levers.due[row('weaver')] = factor(day);
  };

describe('a weaver who makes to order', () => {
  it('faces the orders in its book and what is asked outside', () => {
    expect(diaryOf(weaver({ book: 3 }), { days: 1 }).of('weaver', 'demandYuan')[0]).toBeCloseTo(60 + 180 + 40, 9);
  });
  it('wants to make what is asked, and can not make more than it has capacity for', () => {
    const diary = diaryOf(weaver({ book: 3, spare: 1.5 }), { days: 1 });
    expect(diary.of('weaver', 'wantedYuan')[0]).toBeCloseTo(280, 9);
    expect(diary.of('weaver', 'outputYuan')[0]).toBeCloseTo(150, 9);
  });
  it('loses the demand outside that it does not meet on the day', () => {
    const diary = diaryOf(weaver(), { days: 2, change: outside((day) => (day === 0 ? 2 : 1)) });
    const served = diary.of('weaver', 'finalServedYuan');
    expect(served[0]).toBeCloseTo(80 * (100 / 140), 9);
    expect(diary.of('weaver', 'finalDemandYuan')[1]).toBeCloseTo(40, 9);
  });
});

describe('a weaver at half capacity for a day', () => {
  const half: DiaryOptions['change'] = (levers, day, row) => {
    if (day === 0) levers.capacity[row('weaver')] = 0.5;
  };
  it('keeps the other half of its orders in the book', () => {
    const diary = diaryOf(weaver(), { days: 2, change: half });
    expect(diary.of('weaver > dyer', 'orderBookYuan')[0]).toBeCloseTo(30, 9);
    expect(diary.of('weaver', 'demandYuan')[1]).toBeCloseTo(130, 9);
  });
  it('loses them where orders lapse, and the dyer knows it and orders again', () => {
    const diary = diaryOf(weaver({ rules: { unmetOrders: 'lapse' } }), { days: 2, change: half });
    expect(diary.of('weaver', 'demandYuan')[1]).toBeCloseTo(100, 9);
    // On day 1 the dyer misses the 30 that lapsed: a sixth of them is ordered on top.
    expect(diary.of('weaver > dyer', 'orderedYuan')[1]).toBeCloseTo(60 + 30 / 6, 9);
  });
});

describe('a weaver who aims at five days of finished stock', () => {
  it("wants a sixth of what is missing beside the day's demand", () => {
    const diary = diaryOf(weaver({ days: 5, full: 0.4, spare: 1.5 }), { days: 1 });
    expect(diary.of('weaver', 'outputYuan')[0]).toBeCloseTo(100 + (500 - 200) / 6, 9);
    expect(diary.of('weaver', 'finishedYuan')[0]).toBeCloseTo(250, 9);
  });
  it('plans its own orders for that, too', () => {
    const diary = diaryOf(weaver({ days: 5, full: 0.4, spare: 1.5 }), { days: 1 });
    expect(diary.of('weaver', 'smoothedYuan')[0]).toBeCloseTo(100 + 50 / 7, 9);
  });
  it('sells from stock and makes less when it has too much', () => {
    const diary = diaryOf(weaver({ days: 5, full: 2 }), { days: 1 });
    expect(diary.of('weaver', 'outputYuan')[0]).toBeCloseTo(100 - 500 / 6, 9);
    expect(diary.of('weaver > dyer', 'shippedYuan')[0]).toBeCloseTo(60, 9);
    expect(diary.bound('weaver')).toEqual(['finished-stock-full']);
  });
  it('serves everybody from stock on days when it can make nothing', () => {
    const diary = diaryOf(weaver({ days: 5 }), {
      days: 3,
      change: (levers, _day, row) => (levers.capacity[row('weaver')] = 0),
    });
    const served = diary.of('weaver', 'finalServedYuan');
    for (const yuan of served) expect(yuan).toBeCloseTo(40, 9);
    expect(diary.of('weaver', 'finishedYuan').map((yuan) => Math.round(yuan))).toEqual([400, 300, 200]);
  });
  it('stops at its maximum, however fast it fills', () => {
    const rules = { finishedRestoreDays: 0.5, finishedMaxRatio: 1 };
    expect(
      diaryOf(weaver({ days: 5, full: 0, spare: 50, rules }), { days: 1 }).of('weaver', 'finishedYuan')[0],
    ).toBeCloseTo(500, 9);
  });
});

describe('a weaver with a non-stop licence, while its dyer is shut and nobody asks outside', () => {
  const holiday =
    (target: number): DiaryOptions['change'] =>
    (levers, _day, row) => {
      levers.openShare[row('dyer')] = 0;
      levers.demand[row('weaver')] = levers.due[row('weaver')] = 0;
      levers.finishedTarget[row('weaver')] = target;
    };

  it('makes nothing when it makes to order, for nobody orders', () => {
    const diary = diaryOf(weaver(), { days: 6, change: holiday(1) });
    expect(diary.of('weaver', 'outputYuan').slice(1)).toEqual([0, 0, 0, 0, 0]);
    expect(diary.bound('weaver').slice(1)).toEqual(['demand', 'demand', 'demand', 'demand', 'demand']);
  });
  it('makes nothing when its finished stock is at its ordinary target', () => {
    const diary = diaryOf(weaver({ days: 2 }), { days: 6, change: holiday(1) });
    expect(Math.max(...diary.of('weaver', 'outputYuan').slice(3))).toBeLessThan(10);
  });
  it('fills its stock when the licence comes with a target of its own', () => {
    const finished = diaryOf(weaver({ days: 2 }), { days: 60, change: holiday(3) }).of('weaver', 'finishedYuan');
    expect(finished[1]).toBeGreaterThan(finished[0]);
    expect(finished.at(-1)).toBeCloseTo(600, 1);
  });
});

describe('finished stock', () => {
  it('is never below 0 nor above its maximum, whatever is asked and made', () => {
    const day = fc.record({
      asked: fc.constantFrom(0, 0.3, 1, 4),
      capacity: fc.constantFrom(0, 0.5, 1),
      isOpen: fc.constantFrom(0, 1, 1),
      dyerOpen: fc.constantFrom(0, 1),
    });
    fc.assert(
      fc.property(
        fc.record({
          days: fc.integer({ min: 0, max: 10 }),
          full: fc.double({ min: 0, max: 1, noNaN: true }),
          spare: fc.constantFrom(1, 3, 40),
        }),
        fc.record({ finishedRestoreDays: fc.constantFrom(0.5, 1, 6), finishedMaxRatio: fc.constantFrom(1, 2) }),
        fc.constantFrom(0, 0.5, 1, 3),
        fc.array(day, { minLength: 12, maxLength: 12 }),
        (options, rules, target, days) => {
          const diary = diaryOf(weaver({ ...options, rules }), {
            days: 12,
            change: (levers, at, row) => {
              const { asked, capacity, isOpen, dyerOpen } = days[at];
              outside(() => asked)?.(levers, at, row);
              levers.capacity[row('weaver')] = capacity;
              levers.openShare[row('weaver')] = isOpen;
              levers.openShare[row('dyer')] = dyerOpen;
              levers.finishedTarget[row('weaver')] = target;
            },
          });
          const most = rules.finishedMaxRatio * options.days * 100 * Math.max(1, target);
          for (const yuan of diary.of('weaver', 'finishedYuan')) {
            expect(yuan).toBeGreaterThanOrEqual(0);
            expect(yuan).toBeLessThanOrEqual(most * (1 + 1e-12));
          }
          expect(diary.faults()).toEqual([]);
        },
      ),
      { numRuns: 80 },
    );
  });
});
