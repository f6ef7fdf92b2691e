// The market: opening, footfall, takings (docs/MODEL.md#markets).
import fc from 'fast-check';
import type { Levers } from '#libs/model';
import {
  diaryOf,
  directKind,
  PLAIN_RULES,
  sectorsOf,
  type ChainSketch,
  type Diary,
  type DiaryOptions,
} from '#libs/testing';

interface Market {
  readonly shops?: number;
  readonly hasOpeningDay?: boolean;
  /** Days of the exporter's flow in the shop's order book on the eve: taken, not shipped. */
  readonly book?: number;
}

/** Shops of 100 a day each: 20 to domestic buyers, 80 to one exporter; cloth 70 from one mill; spare 1.5, m = 0. */
function marketOf({ shops = 1, hasOpeningDay = true, book = 0 }: Market = {}): ChainSketch {
  const ids = Array.from({ length: shops }, (_, i) => `shop-${i}`);
  return {
    rules: { ...PLAIN_RULES, overtime: { rule: 'off' } },
    sectors: sectorsOf({ cloth: 'plants', shops: 'markets', exports: 'exporters' }),
    linkKinds: [directKind(10)],
    enterprises: [
      { id: 'mill', sector: 0, finalDemandYuan: 0, spareRatio: 1.5 },
      ...ids.map((id) => ({ id, sector: 1, finalDemandYuan: 20, spareRatio: 1.5 })),
      { id: 'exporter', sector: 2, finalDemandYuan: 120 * shops },
    ],
    links: [
      ...ids.map((_, i) => ({ from: 0, to: i + 1, flowYuan: 70 })),
      ...ids.map((_, i) => ({ from: i + 1, to: shops + 1, flowYuan: 80, initialBookDays: book })),
    ],
    hasOpeningDay,
  };
}

const BASKET = 10;

/** Levers of a market with `footfall` x the visitors of base, per shop 100 / 10 of them. */
const market = (
  shops: number,
  on: Partial<{ opens: number; hazard: number; online: number; footfall: number }>,
): DiaryOptions['change'] => {
  const { opens = 0, hazard = 1, online = 0, footfall = 1 } = on;
  return (levers: Levers, day: number): void => {
    Object.assign(levers.market, {
      isOpen: day >= opens ? 1 : 0,
      openingHazard: hazard,
      onlineShare: online,
      visitors: (footfall * shops * 100) / BASKET,
      basketYuan: BASKET,
    });
  };
};

const runMarket = (one: Market, days: number, change: DiaryOptions['change'], shards = 1): Diary =>
  diaryOf(marketOf(one), { days, shards, change });
const near = (values: readonly number[], expected: readonly number[]): void => {
  expect(values).toHaveLength(expected.length);
  values.forEach((value, i) => expect(value).toBeCloseTo(expected[i], 9));
};

describe('a market that opens on day 3', () => {
  const diary = runMarket({}, 6, market(1, { opens: 3 }));

  it('takes no order before', () => near(diary.of('shop-0', 'takenYuan').slice(0, 3), [0, 0, 0]));
  it('sells nothing before', () => near(diary.of('shop-0 > exporter', 'shippedYuan').slice(0, 3), [0, 0, 0]));
  it("keeps the exporter's orders, and loses the domestic buyers'", () => {
    const ordered = diary.of('shop-0 > exporter', 'orderedYuan');
    near([diary.of('shop-0 > exporter', 'untakenYuan')[2]], [80 + ordered[0] + ordered[1]]);
    near([diary.of('shop-0', 'finalServedYuan')[2], diary.of('shop-0', 'finalDemandYuan')[3]], [0, 20]);
  });
  it('names the gate as what holds its shops before', () => {
    expect(diary.bound('shop-0').slice(0, 3)).toEqual(['gate', 'gate', 'gate']);
  });
  it("takes a day's worth on the day it opens, with visitors as ever", () =>
    near([diary.of('shop-0', 'takenYuan')[3]], [100]));
  it('orders no cloth before, and orders again then', () => {
    near(diary.of('mill > shop-0', 'orderedYuan').slice(0, 3), [0, 0, 0]);
    expect(diary.of('mill > shop-0', 'orderedYuan')[3]).toBeGreaterThan(0);
  });
});

describe('a market whose shops take 8 % online before it opens', () => {
  const diary = runMarket({}, 3, market(1, { opens: 9, online: 0.08 }));

  it('takes 8 % of its base, whoever asks', () => near(diary.of('shop-0', 'takenYuan'), [8, 8, 8]));
  it('sells it from stock', () => {
    near(diary.of('shop-0', 'outputYuan'), [8, 8, 8]);
    near(diary.of('mill > shop-0', 'stockYuan').slice(0, 1), [700 + 70 - 0.08 * 70]);
  });
  it('sells nothing of it while nobody works there', () => {
    const shut = runMarket({}, 2, (levers, day, row) => {
      market(1, { opens: 9, online: 0.08 })?.(levers, day, row);
      levers.capacity[row('shop-0')] = 0;
    });
    near(shut.of('shop-0', 'outputYuan'), [0, 0]);
  });
});

describe('an open market with fewer visitors', () => {
  it.each([
    [0.5, 0, 50],
    [0.5, 0.2, 60],
    [0, 0.2, 20],
    [1, 0.2, 100],
    [0.25, 1, 100],
  ])(
    'takes, at footfall %d and online share %d, base x (online + (1 - online) x footfall): %d',
    (footfall, online, taken) => {
      near(runMarket({}, 1, market(1, { footfall, online })).of('shop-0', 'takenYuan'), [taken]);
    },
  );
  it('leaves the rest of the orders untaken, and they are there the next day', () => {
    const diary = runMarket({}, 2, market(1, { footfall: 0.5 }));
    near(diary.of('shop-0 > exporter', 'untakenYuan'), [40, 40 + 80 - (50 - 10)]);
    near([diary.of('shop-0 > exporter', 'shippedYuan')[0], diary.of('shop-0', 'finalServedYuan')[0]], [40, 10]);
  });
  it('serves the domestic buyers who come before the orders that have piled up', () => {
    const diary = runMarket({}, 30, market(1, { footfall: 0.5 }));
    near([diary.of('shop-0', 'finalDemandYuan')[29], diary.of('shop-0', 'takenYuan')[29]], [10, 50]);
  });
  it('works off what waits when more people come than ever', () => {
    const diary = runMarket({}, 60, (levers, day, row) =>
      market(1, { footfall: day < 5 ? 0.5 : 1.5 })?.(levers, day, row),
    );
    expect(diary.of('shop-0 > exporter', 'untakenYuan')[4]).toBeGreaterThan(100);
    expect(diary.of('shop-0 > exporter', 'untakenYuan')[40]).toBe(0);
  });
});

describe('turnover', () => {
  it('is orders taken, not goods sold', () => {
    const diary = runMarket({}, 1, (levers, day, row) => {
      market(1, {})?.(levers, day, row);
      levers.capacity[row('shop-0')] = 0;
    });
    near(diary.of('shop-0', 'takenYuan'), [100]);
    near(diary.of('shop-0', 'outputYuan'), [0]);
  });
});

describe('orders between exporter and shop', () => {
  it('are taken or wait: nothing of them is lost', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            footfall: fc.double({ min: 0, max: 2, noNaN: true }),
            online: fc.double({ min: 0, max: 1, noNaN: true }),
          }),
          { minLength: 12, maxLength: 12 },
        ),
        fc.nat(8),
        (days, opens) => {
          const diary = runMarket({ book: 2 }, 12, (levers, day, row) =>
            market(1, { ...days[day], opens })?.(levers, day, row),
          );
          const of = (column: string): number[] => diary.of('shop-0 > exporter', column);
          let balance = 80 + 160;
          of('orderedYuan').forEach((ordered, day) => {
            balance -= of('shippedYuan')[day];
            expect(of('untakenYuan')[day] + of('orderBookYuan')[day]).toBeCloseTo(balance, 6);
            balance += ordered;
          });
          expect(diary.faults()).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a market of 400 shops that open with hazard 0.3 a day from day 1', () => {
  const SHOPS = 400;
  const openOn = (shards: number, seed = 1): number[][] => {
    const diary = diaryOf(marketOf({ shops: SHOPS }), {
      days: 6,
      shards,
      seed,
      change: market(SHOPS, { opens: 1, hazard: 0.3 }),
    });
    const shops = Array.from({ length: SHOPS }, (_, i) => diary.of(`shop-${i}`, 'isOpen'));
    return Array.from({ length: 6 }, (_, day) => shops.map((one) => one[day]));
  };
  const days = openOn(1);
  const count = (open: readonly number[]): number => open.reduce((sum, one) => sum + one, 0);

  it('has none open the day before', () => expect(count(days[0])).toBe(0));
  it('opens about three in ten of those still closed each day', () => {
    for (let day = 1; day < 6; day++) {
      const closed = SHOPS - count(days[day - 1]);
      const opened = count(days[day]) - count(days[day - 1]);
      expect(Math.abs(opened - 0.3 * closed)).toBeLessThanOrEqual(4 * Math.sqrt(0.21 * closed));
    }
  });
  it('never sees a shop close again', () => {
    for (let day = 1; day < 6; day++)
      days[day].forEach((isOpen, i) => expect(isOpen).toBeGreaterThanOrEqual(days[day - 1][i]));
  });
  it('opens the same shops however the market is cut, and others with another seed', () => {
    expect(openOn(5)).toEqual(days);
    expect(openOn(1, 2)).not.toEqual(days);
  });
});

describe('a market without an opening day', () => {
  const diary = runMarket({ hasOpeningDay: false }, 5, (levers) => (levers.market.isOpen = 0));

  it('has every shop open and takes every order', () => {
    near(diary.of('shop-0', 'isOpen'), [1, 1, 1, 1, 1]);
    near(diary.of('shop-0', 'takenYuan'), [100, 100, 100, 100, 100]);
    near(diary.of('shop-0 > exporter', 'untakenYuan'), [0, 0, 0, 0, 0]);
  });
});
