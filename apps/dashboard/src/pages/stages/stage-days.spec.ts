import type { DayResult } from '#libs/api';
import { bottleneckOf, heldSince, lossSeries, splitOf, type SectorOfDay } from './stage-days';

const day = (lost: number, losses: SectorOfDay['losses']): SectorOfDay => ({
  ...{ id: 'dyeing', resumption: 1, returnToPost: 1, capacityRecovery: 0.5, throughput: 0.5, heldBy: 'labour' },
  ...{ lostYuan: lost * 2, lostValueAddedYuan: lost, missedFinalYuan: 0, losses },
});
const loss = (cause: 'labour' | 'gate' | 'masks', sector: string | null, yuan: number, share: number) => ({
  ...{ cause, sector, yuan, share },
});
const days = [
  day(100, [loss('gate', 'weaving', 60, 0.6), loss('labour', 'dyeing', 30, 0.3)]),
  day(50, [loss('labour', 'dyeing', 40, 0.8), loss('masks', 'dyeing', 5, 0.1)]),
];

describe('what a sector loses by root cause', () => {
  it('puts what arose here beneath what arrived, and adds up to the loss of each day', () => {
    const { causes, other, mostYuan } = lossSeries(days, 'dyeing', 2);
    expect(causes.map(({ key, isOwn }) => [key, isOwn])).toEqual([
      ['labour@dyeing', true],
      ['gate@weaving', false],
    ]);
    expect(mostYuan).toBe(100);
    days.forEach(({ lostValueAddedYuan }, at) => {
      const sum = causes.reduce((total, { values }) => total + values[at], other[at]);
      expect(sum).toBeCloseTo(lostValueAddedYuan);
    });
  });

  it('has no other causes on a day that is not accounted for yet', () => {
    expect(lossSeries([...days, day(70, [])], 'dyeing', 2).other[2]).toBe(0);
  });

  it('says how much arose here, how much arrived and from where', () => {
    expect(splitOf(days[0])).toMatchObject({
      own: 0.3,
      arrived: 0.6,
      most: { cause: 'gate', sector: 'weaving' },
      mostOwn: { cause: 'labour' },
    });
    expect(splitOf(day(0, []))).toBeUndefined();
  });
});

describe('what held a sector', () => {
  it('has held it since the first day of the spell', () => {
    expect(heldSince(['gate', 'labour', 'labour', 'none'], 2)).toBe(1);
    expect(heldSince(['gate', 'gate'], 1)).toBe(0);
    expect(heldSince(['gate', 'labour', 'gate'], 2)).toBe(2);
  });
});

describe('the bottleneck of a run that goes on', () => {
  const result = (losses: DayResult['losses'], bottleneck: DayResult['bottleneck']): DayResult =>
    ({ losses, bottleneck }) as DayResult;
  const stuck = { ...loss('labour', 'dyeing', 1, 1), sinceDay: 0 };

  it('stays that of the last day accounted for', () => {
    expect(bottleneckOf([result([], stuck), result(null, null)], 1)).toBe(stuck);
    expect(bottleneckOf([result([], stuck), result([], null)], 1)).toBeNull();
    expect(bottleneckOf([], 0)).toBeNull();
  });
});
