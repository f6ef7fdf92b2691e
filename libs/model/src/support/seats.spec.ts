// Seats of trains and charter buses (docs/MODEL.md#workers).
import fc from 'fast-check';
import type { SupportLevers } from '#libs/model';
import { diaryOf, PLAIN_RULES, sectorsOf, type ChainSketch, type Diary } from '#libs/testing';

const FAR = { ownWayRatio: 0, hasSeats: true, quarantineDays: 14 };

/** Mills with nobody on post on the eve; everybody away has a code from day 1. */
function seated(
  mills: readonly { readonly staffHeads: number; readonly seatWeight?: number; readonly park?: number }[],
  days: number,
  desk: Partial<SupportLevers>,
  origins: NonNullable<ChainSketch['workers']>['origins'] = [FAR],
): Diary {
  const sketch: ChainSketch = {
    rules: PLAIN_RULES,
    sectors: sectorsOf({ weaving: 'plants' }),
    linkKinds: [],
    links: [],
    parks: ['north', 'south'],
    enterprises: mills.map((mill, i) => ({
      ...{ id: `mill-${i}`, sector: 0, finalDemandYuan: 100, stayedRatio: 0 },
      ...mill,
    })),
    workers: { origins, seatFill: 0.65, pooledFill: 0.9 },
  };
  return diaryOf(sketch, {
    days,
    change: ({ support }) => Object.assign(support, { whiteListHeads: Infinity }, desk),
  });
}

const near = (values: readonly number[], expected: readonly number[]): void => {
  expect(values.length).toBe(expected.length);
  values.forEach((value, at) => expect(value).toBeCloseTo(expected[at], 9));
};

describe('a train of thirty seats a day for eighty workers', () => {
  const diary = seated([{ staffHeads: 80 }], 7, { trainSeats: 30 });

  it('is full until the last who wait', () => near(diary.of('service desk', 'trainHeads'), [0, 0, 30, 30, 20, 0, 0]));
  it('brings them to their posts the next day, without quarantine', () =>
    near(diary.of('mill-0', 'onPostHeads'), [0, 0, 0, 30, 60, 80, 80]));
});

describe('a hundred charter seats a day', () => {
  const taken = (hasCarpool: number): number =>
    seated([{ staffHeads: 500 }], 3, { charterSeats: 100, hasCarpool }).of('service desk', 'charterHeads')[2];

  it('are filled to 65 % where each enterprise hires its own bus', () => expect(taken(0)).toBeCloseTo(65, 9));
  it('are filled to 90 % where enterprises share', () => expect(taken(1)).toBeCloseTo(90, 9));
  it('of a train are not touched by sharing', () => {
    const heads = seated([{ staffHeads: 500 }], 3, { trainSeats: 100, hasCarpool: 1 }).of('service desk', 'trainHeads');
    expect(heads[2]).toBeCloseTo(100, 9);
  });
});

describe('seats for two cohorts', () => {
  const arrived = (mills: Parameters<typeof seated>[0], trainSeats: number): number[] => {
    const diary = seated(mills, 4, { trainSeats });
    return mills.map((_, i) => diary.of(`mill-${i}`, 'onPostHeads')[3]);
  };

  it('go out in proportion to heads', () =>
    near(arrived([{ staffHeads: 90 }, { staffHeads: 30, park: 1 }], 40), [30, 10]));
  it('go out in proportion to heads x weight', () =>
    near(arrived([{ staffHeads: 100 }, { staffHeads: 100, seatWeight: 3 }], 40), [10, 30]));
  it('that one cannot use go to the other', () =>
    near(arrived([{ staffHeads: 100 }, { staffHeads: 10, seatWeight: 50 }], 40), [30, 10]));
  it('that nobody can use stay empty', () =>
    near(arrived([{ staffHeads: 10 }, { staffHeads: 20, seatWeight: 3 }], 40), [10, 20]));
});

describe('an origin without seats', () => {
  it('sends nobody by train', () => {
    const diary = seated([{ staffHeads: 80 }], 6, { trainSeats: 100, charterSeats: 100 }, [{ ownWayRatio: 0 }]);
    expect(diary.of('mill-0', 'onPostHeads')[5]).toBe(0);
  });
});

describe('those who find no seat', () => {
  it('set out on their own, and sit in quarantine', () => {
    const diary = seated([{ staffHeads: 80 }], 4, { trainSeats: 30 }, [{ ...FAR, ownWayRatio: 0.5 }]);
    expect(diary.of('service desk', 'ownWayHeads')[2]).toBeCloseTo(25, 9);
    near([diary.of('mill-0', 'onPostHeads')[3], diary.sum('plants', 'quarantineHeads')[3]], [30, 25]);
  });
});

describe('any train and any bus', () => {
  it('carry no more than their seats, and nobody who has no code', () => {
    const mill = fc.record({
      staffHeads: fc.integer({ min: 1, max: 500 }),
      seatWeight: fc.constantFrom(0.3, 1, 2.5),
      park: fc.nat(1),
    });
    const seats = fc.double({ min: 0, max: 300, noNaN: true });
    fc.assert(
      fc.property(fc.array(mill, { minLength: 1, maxLength: 6 }), seats, seats, (mills, trainSeats, charterSeats) => {
        const diary = seated(mills, 12, { trainSeats, charterSeats }, [FAR, { ...FAR, hasSeats: false }]);
        const train = diary.of('service desk', 'trainHeads');
        const charter = diary.of('service desk', 'charterHeads');
        const coded = diary.sum('support', 'codedHeads');
        const normal = mills.reduce((sum, { staffHeads }) => sum + staffHeads, 0);
        train.forEach((heads, day) => {
          expect(heads).toBeLessThanOrEqual(trainSeats);
          expect(charter[day]).toBeLessThanOrEqual(0.65 * charterSeats);
          const before = day > 0 ? coded[day - 1] : 0;
          expect(heads + charter[day]).toBeLessThanOrEqual(before + 1e-9 * normal);
        });
        expect(diary.faults()).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
