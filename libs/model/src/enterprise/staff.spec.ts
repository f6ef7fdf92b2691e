// Staff on post and masks worn limit capacity (docs/MODEL.md#workers, #masks).
import type { Levers } from '#libs/model';
import { diaryOf, PLAIN_RULES, sectorsOf, type ChainSketch, type Diary } from '#libs/testing';

/** A mill of 100 that makes 100 yuan a day. */
function mill(one: Partial<ChainSketch['enterprises'][number]>, sections: Partial<ChainSketch>): ChainSketch {
  return {
    rules: { ...PLAIN_RULES, overtime: { rule: 'off' } },
    sectors: sectorsOf({ weaving: 'plants' }),
    linkKinds: [],
    links: [],
    enterprises: [{ id: 'mill', sector: 0, finalDemandYuan: 100, staffHeads: 100, ...one }],
    workers: { origins: [{}] },
    ...sections,
  };
}

const run = (sketch: ChainSketch, days: number, change?: (levers: Levers, day: number) => void): Diary =>
  diaryOf(sketch, { days, change });
const near = (values: readonly number[], expected: readonly number[]): void => {
  expect(values.length).toBe(expected.length);
  values.forEach((value, at) => expect(value).toBeCloseTo(expected[at], 9));
};

describe('a mill with 90 % of its staff', () => {
  const withExponent = (exponent: number): Diary =>
    run(mill({ stayedRatio: 0.9 }, { workers: { origins: [{}], labourExponent: [exponent] } }), 2);

  it('has 90 % of its capacity, and labour is what binds', () => {
    const diary = withExponent(1);
    near(diary.of('mill', 'outputYuan'), [90, 90]);
    expect(diary.bound('mill')).toEqual(['labour', 'labour']);
  });
  it('has 80 % of it under an exponent of 2.12', () =>
    expect(withExponent(2.12).of('mill', 'capacityYuan')[0]).toBeCloseTo(79.98, 2));
  it('is held by power where less of that is there', () => {
    const diary = run(mill({ stayedRatio: 0.9 }, {}), 1, (levers) => levers.utility.fill(0.6));
    near(diary.of('mill', 'outputYuan'), [60]);
    expect(diary.bound('mill')).toEqual(['utility']);
  });
  it('makes as much as ever with a ninth of spare capacity, and nothing binds', () => {
    const diary = run(mill({ stayedRatio: 0.9, spareRatio: 1.2 }, {}), 1);
    near(diary.of('mill', 'outputYuan'), [100]);
    expect(diary.bound('mill')).toEqual(['none']);
  });
});

describe('a mill of which nobody counts the staff', () => {
  it('works as ever beside one that lacks people', () => {
    const sketch = mill({ stayedRatio: 0.5 }, {});
    const other = { id: 'other', sector: 0, finalDemandYuan: 100 };
    const diary = run({ ...sketch, enterprises: [...sketch.enterprises, other] }, 2);
    near(diary.of('other', 'outputYuan'), [100, 100]);
    near(diary.of('mill', 'outputYuan'), [50, 50]);
  });
});

describe('a kit of three days at two masks a worker, with two in five bought', () => {
  const sketch = mill({}, { masks: { perWorkerDay: 2, kitDays: 3 } });
  const diary = run(sketch, 7, ({ support }) => (support.maskPurchaseRatio = 0.4));

  it('lasts five days', () => near(diary.of('mill', 'masksInStock'), [480, 360, 240, 120, 0, 0, 0]));
  it('leaves two in five masked afterwards, and masks are what binds', () => {
    near(diary.of('mill', 'maskedHeads'), [100, 100, 100, 100, 100, 40, 40]);
    near(diary.of('mill', 'outputYuan').slice(4), [100, 40, 40]);
    expect(diary.bound('mill').slice(4)).toEqual(['none', 'masks', 'masks']);
  });
  it('asks the desk each day for what could not be bought', () =>
    near(diary.of('mill', 'masksAsked'), [120, 120, 120, 120, 120, 120, 120]));
});

describe('a mill that lacks people and masks', () => {
  const both = (stayedRatio: number, bought: number): Diary =>
    run(mill({ stayedRatio }, { masks: {} }), 1, ({ support }) => (support.maskPurchaseRatio = bought));

  it('makes the product of both shares', () => near(both(0.8, 0.5).of('mill', 'outputYuan'), [40]));
  it('is held by the scarcer', () => {
    expect(both(0.8, 0.5).bound('mill')).toEqual(['masks']);
    expect(both(0.5, 0.8).bound('mill')).toEqual(['labour']);
  });
  it('asks for masks for those who are there', () => near(both(0.8, 0.5).of('mill', 'masksAsked'), [40]));
});

describe('a mill that is closed for three days', () => {
  const sketch = mill({}, { masks: { kitDays: 2 } });
  const diary = run(sketch, 8, (levers, day) => {
    levers.support.maskPurchaseRatio = 0;
    levers.support.maskSupply = 100;
    if (day > 0 && day < 4) levers.openShare.fill(0);
  });

  it('asks for no masks and uses none', () => {
    near(diary.of('mill', 'masksAsked').slice(1, 4), [0, 0, 0]);
    near(diary.of('mill', 'masksInStock').slice(0, 2), [100, 100]);
  });
  it('keeps those that arrive on the way', () => near(diary.of('mill', 'masksInStock').slice(1, 4), [100, 200, 200]));
  it('counts nobody as unmasked', () => near(diary.of('mill', 'maskedHeads').slice(0, 4), [100, 100, 100, 100]));
});

describe('workers who arrive at a closed mill', () => {
  it('are on post when it opens', () => {
    const sketch = mill({ stayedRatio: 0.2 }, {});
    const diary = run(sketch, 7, (levers, day) => {
      levers.support.whiteListHeads = Infinity;
      levers.openShare.fill(day < 5 ? 0 : 1);
    });
    near(diary.of('mill', 'onPostHeads'), [20, 20, 20, 100, 100, 100, 100]);
    near(diary.of('mill', 'outputYuan').slice(4, 6), [0, 100]);
  });
});

describe('a shop whose staff is away', () => {
  it('sells less online, too', () => {
    const sketch = mill({ stayedRatio: 0.5 }, { sectors: sectorsOf({ shops: 'markets' }), hasOpeningDay: true });
    const diary = run(sketch, 1, ({ market }) => Object.assign(market, { isOpen: 0, onlineShare: 0.3 }));
    near(diary.of('mill', 'capacityYuan'), [15]);
  });
});
