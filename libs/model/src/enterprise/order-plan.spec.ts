// Orders under the rule `plan` (docs/MODEL.md#enterprise, step 10).
import fc from 'fast-check';
import {
  diaryOf,
  directKind,
  PLAIN_RULES,
  roadKind,
  sectorsOf,
  type ChainSketch,
  type Diary,
  type DiaryOptions,
} from '#libs/testing';

/** A maker of 100 a day, all sold outside, out of 50 of yarn; cover 4 days, direct, gaps closed in 6 days. */
function maker(
  options: { stock?: number; cover?: number; spare?: number; lead?: number; book?: number; buyer?: boolean } = {},
): ChainSketch {
  const { stock = 1, cover = 4, spare = 1, lead = 1, book = 0 } = options;
  return {
    rules: { ...PLAIN_RULES, overtime: { rule: 'off' } },
    sectors: sectorsOf({ yarn: 'plants', maker: 'plants', customer: 'plants' }),
    linkKinds: [lead > 1 ? roadKind(cover, lead) : directKind(cover), directKind(4)],
    enterprises: [
      { id: 'spinner', sector: 0, finalDemandYuan: 0, spareRatio: 10 },
      { id: 'maker', sector: 1, finalDemandYuan: options.buyer ? 0 : 100, spareRatio: spare },
      { id: 'customer', sector: 2, finalDemandYuan: 100 },
    ],
    links: [
      { from: 0, to: 1, flowYuan: 50, corridor: lead > 1 ? 0 : -1, initialStockRatio: stock },
      ...(options.buyer ? [{ from: 1, to: 2, flowYuan: 100, kind: 1, initialBookDays: book }] : []),
    ],
    corridors: [{ id: 'road', capacity: { timesBase: 10 }, freeShare: 1, tonnesPerPass: 0, checkpointDays: 0 }],
  };
}

const YARN = 'spinner > maker';
const ordersOf = (diary: Diary): number[] => diary.of(YARN, 'orderedYuan');
const demand =
  (id: string, factor: number): DiaryOptions['change'] =>
  (levers, _day, row) => {
    levers.demand[row(id)] = levers.due[row(id)] = factor;
  };

describe('a maker whose stock and pipeline stand at their targets', () => {
  it.each([1, 2, 3, 5])('orders what it uses, with goods %i days under way', (lead) => {
    for (const order of ordersOf(diaryOf(maker({ lead }), { days: 20 }))) expect(order).toBeCloseTo(50, 9);
  });
});

describe('a maker with half its stock', () => {
  it('orders its use and a sixth of what its position lacks', () => {
    // 100 held + 50 arrived - 50 used = 100, and 50 on order; the target is (4 + 1) x 50.
    expect(ordersOf(diaryOf(maker({ stock: 0.5 }), { days: 1 }))[0]).toBeCloseTo(50 + (250 - 150) / 6, 9);
  });
  it('never orders more than three times its base flow', () => {
    expect(ordersOf(diaryOf(maker({ stock: 0, cover: 30 }), { days: 1 }))).toEqual([150]);
  });
});

describe('a maker with twice its stock', () => {
  it('orders less, and nothing at all rather than less than nothing', () => {
    expect(ordersOf(diaryOf(maker({ stock: 2 }), { days: 1 }))[0]).toBeCloseTo(50 - 200 / 6, 9);
    expect(ordersOf(diaryOf(maker({ stock: 4 }), { days: 1 }))).toEqual([0]);
  });
});

describe('a maker whose demand rises by 70 %', () => {
  it('plans for a seventh of the step on the first day, if it has the capacity', () => {
    // Wbar = 100 + 70 / 7; 250 held - 85 used = 165, and 50 on order.
    const [order] = ordersOf(diaryOf(maker({ spare: 2 }), { days: 1, change: demand('maker', 1.7) }));
    expect(order).toBeCloseTo(50 * 1.1 + (250 - 215) / 6, 9);
  });
  it('plans for no more than its capacity', () => {
    const orders = ordersOf(diaryOf(maker(), { days: 10, change: demand('maker', 1.7) }));
    for (const order of orders) expect(order).toBeCloseTo(50, 9);
  });
});

describe('a maker whose order book was full on the eve', () => {
  it('plans for what comes in, not for what the book held before', () => {
    const [order] = ordersOf(diaryOf(maker({ buyer: true, book: 10, spare: 1 }), { days: 1 }));
    expect(order).toBeCloseTo(50, 9);
    const withSpare = diaryOf(maker({ buyer: true, book: 10, spare: 1.5 }), { days: 1 });
    // It makes 150 and uses 75; the position lacks 25, but Wbar has not moved.
    expect(withSpare.of('maker', 'smoothedYuan')[0]).toBeCloseTo(100, 9);
    expect(ordersOf(withSpare)[0]).toBeCloseTo(50 + 25 / 6, 9);
  });
});

describe('a maker whose gate is closed for five days', () => {
  const diary = diaryOf(maker(), {
    days: 8,
    change: (levers, day, row) => {
      if (day < 5) levers.openShare[row('maker')] = 0;
    },
  });
  it('orders nothing', () => expect(ordersOf(diary).slice(0, 5)).toEqual([0, 0, 0, 0, 0]));
  it('keeps its plan where it stood', () =>
    expect(diary.of('maker', 'smoothedYuan').slice(0, 5)).toEqual([100, 100, 100, 100, 100]));
  it('takes in what was under way, 100, and orders its use again on the first day, for its position is whole', () => {
    expect(diary.of(YARN, 'stockYuan')[4]).toBeCloseTo(300, 9);
    expect(ordersOf(diary)[5]).toBeCloseTo(50, 9);
  });
});

describe('a maker whose supplier is shut', () => {
  const shut = diaryOf(maker(), { days: 90, change: (levers, _day, row) => (levers.openShare[row('spinner')] = 0) });

  it('goes on ordering by what it wants to make, not by the nothing that it makes', () => {
    expect(shut.of('maker', 'outputYuan')[7]).toBe(0);
    expect(shut.of('maker', 'smoothedYuan')[7]).toBeCloseTo(100, 9);
    expect(ordersOf(shut)[7]).toBeGreaterThan(0);
  });
  it('counts unfilled orders in its position, so that orders out never exceed target + tau x use', () => {
    const out = shut.of(YARN, 'onOrderYuan');
    expect(Math.max(...out)).toBeLessThanOrEqual(250 + 6 * 50 + 1e-9);
    expect(out.at(-1)).toBeCloseTo(550, 3);
    expect(out.at(-1)).toBeCloseTo(shut.of(YARN, 'orderBookYuan')[89] + ordersOf(shut)[89], 6);
  });
});

describe('orders of any maker', () => {
  it('lie between nothing and three times the base flow, whatever happens', () => {
    fc.assert(
      fc.property(
        fc.record({
          stock: fc.double({ min: 0, max: 5, noNaN: true }),
          cover: fc.integer({ min: 1, max: 30 }),
          lead: fc.integer({ min: 1, max: 4 }),
        }),
        fc.array(fc.double({ min: 0, max: 20, noNaN: true }), { minLength: 5, maxLength: 5 }),
        fc.nat(31),
        (options, factors, closed) => {
          const diary = diaryOf(maker({ ...options, spare: 20 }), {
            days: 5,
            change: (levers, day, row) => {
              levers.demand[row('maker')] = levers.due[row('maker')] = factors[day];
              if ((closed >> day) & 1) levers.openShare[row('maker')] = 0;
            },
          });
          ordersOf(diary).forEach((order, day) => {
            expect(order).toBeGreaterThanOrEqual(0);
            expect(order).toBeLessThanOrEqual(150);
            if ((closed >> day) & 1) expect(order).toBe(0);
          });
          expect(diary.faults()).toEqual([]);
        },
      ),
      { numRuns: 80 },
    );
  });
});
