// Rationing: who goes short when a seller cannot serve everybody (docs/MODEL.md#enterprise, step 8).
import fc from 'fast-check';
import type { RationingRule } from '#libs/model';
import { diaryOf, directKind, PLAIN_RULES, sectorsOf, type ChainSketch } from '#libs/testing';

interface Claim {
  /** Base flow, and what is asked on the day. */
  readonly base: number;
  readonly asks: number;
  readonly priority?: number;
}

interface Case {
  readonly rule: RationingRule;
  readonly supply: number;
  readonly customers: readonly Claim[];
  readonly final: Claim;
}

const SPARE = 100;

/** One seller who makes to order; the customers' orders stand in the book on the eve, so day 0 is the day of the case. */
function sketchOf({ rule, customers, final }: Case): ChainSketch {
  return {
    rules: { ...PLAIN_RULES, rationing: rule },
    sectors: sectorsOf({ seller: 'plants', customer: 'plants' }),
    linkKinds: customers.map(({ priority }) => ({ ...directKind(5), priority: priority ?? 0 })),
    enterprises: [
      { id: 'seller', sector: 0, finalDemandYuan: final.base, spareRatio: SPARE },
      ...customers.map((_, i) => ({ id: `c${i}`, sector: 1, finalDemandYuan: 1 })),
    ],
    links: customers.map(({ base, asks }, i) => ({
      ...{ from: 0, to: i + 1, flowYuan: base, kind: i },
      initialBookDays: asks / base,
      initialPipelineRatio: 0,
    })),
  };
}

/** What the customers and, last, final demand get. */
function share(one: Case): number[] {
  const base = one.final.base + one.customers.reduce((sum, claim) => sum + claim.base, 0);
  const diary = diaryOf(sketchOf(one), {
    days: 1,
    change: (levers, _day, row) => {
      levers.capacity[row('seller')] = one.supply / (SPARE * base);
      levers.demand[row('seller')] = levers.due[row('seller')] =
        one.final.base > 0 ? one.final.asks / one.final.base : 0;
    },
  });
  return [
    ...one.customers.map((_, i) => diary.of(`seller > c${i}`, 'shippedYuan')[0]),
    diary.of('seller', 'finalServedYuan')[0],
  ];
}

const near = (values: readonly number[], expected: readonly number[]): void => {
  expect(values).toHaveLength(expected.length);
  values.forEach((value, i) => expect(value).toBeCloseTo(expected[i], 9));
};

const three = [
  { base: 10, asks: 10 },
  { base: 20, asks: 60 },
  { base: 30, asks: 30 },
];
const abroad = { base: 40, asks: 40 };

describe('a seller with enough for everybody', () => {
  it.each<RationingRule>([
    { rule: 'proportional' },
    { rule: 'business-first' },
    { rule: 'equal-relative' },
    { rule: 'priority', floors: [0.3] },
  ])('serves everybody in full, $rule or not', (rule) => {
    near(share({ rule, supply: 140, customers: three, final: abroad }), [10, 60, 30, 40]);
  });
});

describe('proportional rationing', () => {
  it('gives everybody the same share of what they ask, final demand too', () => {
    near(share({ rule: { rule: 'proportional' }, supply: 70, customers: three, final: abroad }), [5, 30, 15, 20]);
  });
});

describe('business-first rationing', () => {
  it('serves customers in the chain in full before final demand gets the rest', () => {
    near(share({ rule: { rule: 'business-first' }, supply: 110, customers: three, final: abroad }), [10, 60, 30, 10]);
  });
  it('shares among customers in proportion when not even they can be served', () => {
    near(share({ rule: { rule: 'business-first' }, supply: 50, customers: three, final: abroad }), [5, 30, 15, 0]);
  });
});

describe('equal-relative rationing', () => {
  it('gives everybody the same share of their base flow, however much they ask', () => {
    near(share({ rule: { rule: 'equal-relative' }, supply: 80, customers: three, final: abroad }), [8, 16, 24, 32]);
  });
  it('serves modest claims in full and lets the rest rise to one level', () => {
    // At level 1 the claims of 10, 30 and 40 are met; the last 40 go to the one who asks three times its base.
    near(share({ rule: { rule: 'equal-relative' }, supply: 120, customers: three, final: abroad }), [10, 40, 30, 40]);
  });
  it('raises the level as often as a claim is met', () => {
    // 10 each at level 1, 20 each of the three left at level 2, 30 each of the two left at level 3, the rest to the last.
    const customers = [1, 2, 3].map((asks) => ({ base: 10, asks: 10 * asks }));
    const rule: RationingRule = { rule: 'equal-relative' };
    near(share({ rule, supply: 110, customers, final: { base: 10, asks: 90 } }), [10, 20, 30, 50]);
    near(share({ rule, supply: 60, customers: [{ base: 50, asks: 10 }], final: { base: 50, asks: 100 } }), [10, 50]);
  });
  it('gives nothing to a customer who orders nothing', () => {
    const customers = [
      { base: 50, asks: 0 },
      { base: 50, asks: 50 },
    ];
    near(share({ rule: { rule: 'equal-relative' }, supply: 40, customers, final: { base: 0, asks: 0 } }), [0, 40, 0]);
  });
});

describe('rationing by priority', () => {
  const customers = [
    { base: 10, asks: 40, priority: 0 },
    { base: 10, asks: 30, priority: 1 },
    { base: 30, asks: 90, priority: 1 },
  ];
  const final = { base: 50, asks: 40 };

  it('serves the classes in order, in proportion inside a class, final demand last', () => {
    near(share({ rule: { rule: 'priority', floors: [] }, supply: 100, customers, final }), [40, 15, 45, 0]);
    near(share({ rule: { rule: 'priority', floors: [] }, supply: 180, customers, final }), [40, 30, 90, 20]);
  });
  it('keeps a floor of supply for a later class', () => {
    near(share({ rule: { rule: 'priority', floors: [0, 0.6] }, supply: 60, customers, final }), [24, 9, 27, 0]);
  });
  it('returns what a floor keeps and its class does not ask', () => {
    const modest = [customers[0], { base: 40, asks: 6, priority: 1 }];
    near(share({ rule: { rule: 'priority', floors: [0, 0.6] }, supply: 40, customers: modest, final }), [34, 6, 0]);
  });
});

const anyRule = fc.constantFrom<RationingRule>(
  { rule: 'proportional' },
  { rule: 'business-first' },
  { rule: 'equal-relative' },
  { rule: 'priority', floors: [0.1, 0.3, 0.2] },
  { rule: 'priority', floors: [0, 0, 1] },
);
const anyClaim = fc.record({
  base: fc.double({ min: 0.01, max: 100, noNaN: true }),
  asks: fc.oneof(fc.constant(0), fc.double({ min: 0.001, max: 500, noNaN: true })),
  priority: fc.integer({ min: 0, max: 3 }),
});
const anyCase = fc.record({
  rule: anyRule,
  customers: fc.array(anyClaim, { minLength: 1, maxLength: 6 }),
  final: fc.oneof(fc.constant({ base: 0, asks: 0 }), anyClaim),
  supply: fc.oneof(fc.constant(0), fc.double({ min: 0.001, max: 1000, noNaN: true })),
});

describe('rationing by any rule', () => {
  const asked = ({ customers, final }: Pick<Case, 'customers' | 'final'>): number[] =>
    [...customers, final].map(({ asks }) => asks);
  const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

  it('gives away min(supply, demand), final demand included, and nobody more than they ask', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const shares = share(one);
        expect(total(shares)).toBeCloseTo(Math.min(one.supply, total(asked(one))), 8);
        shares.forEach((got, i) => {
          expect(got).toBeGreaterThanOrEqual(0);
          expect(got).toBeLessThanOrEqual(asked(one)[i] + 1e-9);
        });
      }),
      { numRuns: 80 },
    );
  });

  it('takes nothing from anybody when there is more to share', () => {
    fc.assert(
      fc.property(anyCase, fc.double({ min: 0, max: 300, noNaN: true }), (one, more) => {
        const [less, plenty] = [share(one), share({ ...one, supply: one.supply + more })];
        plenty.forEach((got, i) => expect(got).toBeGreaterThanOrEqual(less[i] - 1e-8));
      }),
      { numRuns: 50 },
    );
  });

  it('keeps in the book exactly what was not shipped', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const diary = diaryOf(sketchOf(one), {
          days: 1,
          change: (levers, _day, row) => (levers.capacity[row('seller')] = 0.3 / SPARE),
        });
        one.customers.forEach(({ asks }, i) => {
          const [shipped, kept] = ['shippedYuan', 'orderBookYuan'].map(
            (column) => diary.of(`seller > c${i}`, column)[0],
          );
          expect(shipped + kept).toBeCloseTo(asks, 9);
        });
        expect(diary.faults()).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
