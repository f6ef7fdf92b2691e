// Risk of places, and their closure (docs/MODEL.md#risk).
import type { ChainSketch, Diary } from '#libs/testing';
import { diaryOf, directKind, PLAIN_RULES, sectorsOf } from '#libs/testing';
import type { Levers } from '#libs/model';

const FAITHFUL = { staffHeads: 100, finalDemandYuan: 100 };

/** One mill in the north and one in the south, all at work. */
function twoParks(sections: Partial<ChainSketch>): ChainSketch {
  return {
    rules: PLAIN_RULES,
    sectors: sectorsOf({ weaving: 'plants' }),
    linkKinds: [],
    links: [],
    parks: ['north', 'south'],
    enterprises: [
      { id: 'northern', sector: 0, park: 0, ...FAITHFUL },
      { id: 'southern', sector: 0, park: 1, ...FAITHFUL },
    ],
    workers: { origins: [{}] },
    ...sections,
  };
}

const run = (sketch: ChainSketch, days: number, change?: (levers: Levers, day: number) => void, shards = 1): Diary =>
  diaryOf(sketch, { days, shards, change });

const near = (values: readonly number[], expected: readonly number[]): void => {
  expect(values.length).toBe(expected.length);
  values.forEach((value, at) => expect(value).toBeCloseTo(expected[at], 12));
};

describe('a park where everybody stayed and wears a mask', () => {
  it('has no risk on any day, the first included', () => {
    const diary = run(twoParks({ masks: {}, risk: { densityRisk: 1 } }), 6);
    expect(diary.of('north', 'riskRatio')).toEqual([0, 0, 0, 0, 0, 0]);
    expect(diary.of('northern', 'isOpen')).toEqual([1, 1, 1, 1, 1, 1]);
  });
});

describe('a park where half the staff has no mask', () => {
  const sketch = twoParks({ masks: {}, risk: { densityRisk: 0.001, decayRatio: 0.05 } });
  const diary = run(sketch, 5, ({ support }) => (support.maskPurchaseRatio = 0.5));

  it('gains half of the density risk a day, and loses 5 % of what it had', () => {
    const day2 = 0.0005;
    const day3 = 0.95 * day2 + 0.0005;
    near(diary.of('north', 'riskRatio'), [0, day2, day3, 0.95 * day3 + 0.0005, diary.of('north', 'riskRatio')[4]]);
  });
});

describe('risk without a source', () => {
  it('decays, and is none in the end', () => {
    const sketch = twoParks({ masks: {}, risk: { densityRisk: 0.001, decayRatio: 0.5 } });
    const diary = run(sketch, 60, ({ support }, day) => (support.maskPurchaseRatio = day === 0 ? 0 : 1));
    const risk = diary.of('north', 'riskRatio');
    near(risk.slice(0, 4), [0, 0.001, 0.0005, 0.00025]);
    expect(risk[59]).toBe(0);
  });
});

describe('forty workers who come home', () => {
  const riskOf = (origin: object, quarantineRatio = 1): number => {
    const sketch = twoParks({
      enterprises: [{ id: 'northern', sector: 0, park: 0, ...FAITHFUL, stayedRatio: 0.6 }],
      workers: { origins: [{ importRisk: 1e-4, ...origin }] },
      risk: { perQuarantineDay: 0.5 },
    });
    const change = ({ support }: Levers): void => {
      Object.assign(support, { whiteListHeads: Infinity, trainSeats: 10, quarantineRatio });
    };
    return run(sketch, 3, change).of('north', 'riskRatio')[2];
  };

  it("bring their origin's risk to their park on the day on which they set out", () =>
    expect(riskOf({})).toBeCloseTo(40 * 1e-4, 12));
  it('bring half of it for each day of quarantine', () =>
    expect(riskOf({ quarantineDays: 3 })).toBeCloseTo((40 * 1e-4) / 8, 12));
  it('bring more where quarantine is shortened', () =>
    expect(riskOf({ quarantineDays: 3 }, 1 / 3)).toBeCloseTo((40 * 1e-4) / 2, 12));
  it('bring all of it where quarantine is dropped', () =>
    expect(riskOf({ quarantineDays: 3 }, 0)).toBeCloseTo(40 * 1e-4, 12));
  it('bring all of it where they come by train', () =>
    expect(riskOf({ quarantineDays: 3, hasSeats: true })).toBeCloseTo((10 + 30 / 8) * 1e-4, 12));
});

describe('a park whose risk is certain', () => {
  const sketch = twoParks({
    masks: { kitDays: 0 },
    risk: { densityRisk: 1, closedDays: 3 },
    enterprises: [
      { id: 'northern', sector: 0, park: 0, ...FAITHFUL },
      { id: 'neighbour', sector: 0, park: 0, finalDemandYuan: 100 },
      { id: 'southern', sector: 0, park: 1, finalDemandYuan: 100 },
    ],
  });
  const withoutMasks = ({ support }: Levers): void => {
    support.maskPurchaseRatio = 0;
  };
  const diary = run(sketch, 11, withoutMasks);

  it('is closed for three days, reopens, and is closed again while nothing is mended', () =>
    expect(diary.of('northern', 'isOpen')).toEqual([1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 1]));
  it('closes everybody in it, and nobody elsewhere', () => {
    expect(diary.of('neighbour', 'isOpen')).toEqual(diary.of('northern', 'isOpen'));
    expect(diary.of('southern', 'isOpen')).toEqual(Array(11).fill(1));
  });
  it('names closure as what holds them', () => {
    expect(diary.bound('neighbour')).toEqual([
      ...['none', 'none', 'closure', 'closure', 'closure'],
      ...['none', 'none', 'closure', 'closure', 'closure', 'none'],
    ]);
  });
  it('starts again from no risk, and counts the closed places', () => {
    expect(diary.of('north', 'riskRatio').slice(0, 5)).toEqual([0, 0, 0, 0, 0]);
    expect(diary.of('service desk', 'placesClosed')).toEqual([0, 1, 1, 1, 0, 0, 1, 1, 1, 0, 0]);
  });
  it('is the same however stages are cut', () =>
    expect(run(sketch, 11, withoutMasks, 3).of('neighbour', 'isOpen')).toEqual(diary.of('neighbour', 'isOpen')));
});

describe('a risk of one in ten a day', () => {
  it('closes about one park in ten', () => {
    const parks = Array.from({ length: 300 }, (_, i) => `park-${i}`);
    const sketch = twoParks({
      parks,
      enterprises: parks.map((_, park) => ({ id: `m${park}`, sector: 0, park, ...FAITHFUL })),
      masks: {},
      risk: { densityRisk: 0.1 },
    });
    const diary = run(sketch, 2, ({ support }) => (support.maskPurchaseRatio = 0));
    const closed = diary.of('service desk', 'placesClosed')[1];
    expect(Math.abs(closed - 30)).toBeLessThanOrEqual(4 * Math.sqrt(300 * 0.1 * 0.9));
  });
});

describe('a market hall that a crowd closes', () => {
  const shops = Array.from({ length: 30 }, (_, i) => `s${String.fromCharCode(97 + (i % 26))}${i}`);
  const sketch: ChainSketch = {
    rules: PLAIN_RULES,
    sectors: sectorsOf({ weaving: 'plants', shops: 'markets' }),
    linkKinds: [directKind(5)],
    parks: ['park', 'hall'],
    enterprises: [
      { id: 'mill', sector: 0, park: 0, finalDemandYuan: 0 },
      ...shops.map((id) => ({ id, sector: 1, park: 1, finalDemandYuan: 100 })),
    ],
    links: shops.map((_, i) => ({ from: 0, to: i + 1, flowYuan: 50 })),
    hasOpeningDay: true,
    risk: { crowdRisk: 1, closedDays: 3 },
  };
  const diary = run(sketch, 10, ({ market }, day) => {
    // Half the shops open on day 0, no others until day 8.
    Object.assign(market, { isOpen: 1, openingHazard: day === 0 ? 0.5 : 0, visitors: 3000, basketYuan: 1 });
  });
  const openOn = (day: number): string[] => shops.filter((id) => diary.of(id, 'isOpen')[day] === 1);

  it('closes its shops, and nobody in a park', () => {
    expect([1, 2, 3].flatMap(openOn)).toEqual([]);
    expect(diary.of('mill', 'isOpen')).toEqual(Array(10).fill(1));
  });
  it('reopens with those shops that had opened, and no others', () => {
    expect(openOn(0).length).toBeGreaterThan(5);
    expect(openOn(0).length).toBeLessThan(25);
    expect(openOn(4)).toEqual(openOn(0));
  });
  it('gathers no crowd while it is closed', () =>
    expect(diary.of('hall', 'riskRatio').slice(0, 5)).toEqual([0, 0, 0, 0, 0]));
  it('tells closure from not having opened yet', () => {
    const [first] = openOn(0);
    expect(diary.bound(first).slice(1, 4)).toEqual(['closure', 'closure', 'closure']);
    const never = shops.find((id) => !openOn(0).includes(id)) ?? '';
    expect([diary.bound(never)[0], diary.bound(never)[4]]).toEqual(['gate', 'gate']);
  });
});
