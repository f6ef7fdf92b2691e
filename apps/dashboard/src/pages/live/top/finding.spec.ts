import type { Chain, DayLoss, DayResult, SectorDay } from '#libs/api';
import { accountedDay, findingOf } from './finding';

const RATES = {
  ...{ resumption: 0.5, returnToPost: 0.5, capacityRecovery: 0.5, throughput: 0.5 },
  ...{ lostYuan: 100, lostValueAddedYuan: 100, missedFinalYuan: 0 },
};
const name = (en: string): { en: string } => ({ en });
const chain: Chain = {
  ...{ enterprises: 3, links: 2, outside: [], zones: [], observations: [] },
  sectors: ['weaving', 'dyeing', 'market'].map((id) => ({
    ...{ id, name: name(id), stage: 'plants' as const, enterprises: 1 },
    ...{ baseYuan: 1000, baseValueAddedYuan: 1000, baseFinalYuan: 0 },
  })),
  flows: [
    { from: 'weaving', to: 'dyeing', baseYuan: 500, days: 2 },
    { from: 'dyeing', to: 'market', baseYuan: 800, days: 3 },
  ],
};
const dyersAway: DayLoss = { cause: 'labour', sector: 'dyeing', yuan: 90, share: 0.9 };

function dayOf(day: number, marketLosses: readonly DayLoss[], more: Partial<DayResult> = {}): DayResult {
  const sector = (id: string, losses: readonly DayLoss[]): SectorDay => ({
    ...{ id, ...RATES, heldBy: 'labour' as const, losses: [...losses] },
  });
  return {
    ...{ day, date: '2020-02-01', chain: RATES, milestones: 0, losses: [dyersAway] },
    sectors: [sector('weaving', []), sector('dyeing', [dyersAway]), sector('market', marketLosses)],
    bottleneck: { ...dyersAway, sinceDay: 0 },
    ...more,
  };
}

describe('a chain that is stuck at dyeing', () => {
  const felt: DayLoss = { ...dyersAway, yuan: 30, share: 0.3 };
  it('names a sector below it that feels the shortage today', () => {
    const finding = findingOf(chain, [dayOf(0, [felt])], dayOf(0, [felt]));
    expect(finding).toMatchObject({ state: 'stuck', reach: { when: 'felt', sectors: [{ id: 'market', yuan: 30 }] } });
  });
  it('says from the days that are known when the shortage gets there', () => {
    const days = [dayOf(0, []), dayOf(1, []), dayOf(2, [felt])];
    expect(findingOf(chain, days, days[0])).toMatchObject({ reach: { when: 'later', sector: 'market', days: 2 } });
  });
  const since = (sinceDay: number, day: number, more: Partial<DayResult> = {}): DayResult =>
    dayOf(day, [], { bottleneck: { ...dyersAway, sinceDay }, ...more });
  const reachOf = (days: readonly DayResult[]): unknown => {
    const finding = findingOf(chain, days, days[days.length - 1]);
    return finding.state === 'stuck' ? finding.reach : finding;
  };
  it('counts down the days that goods shipped before are still under way', () => {
    const days = [dayOf(0, []), since(1, 1), since(1, 2), since(1, 3), since(1, 4)];
    const left = [1, 2, 3, 4].map((day) => reachOf(days.slice(0, day + 1)));
    const underWay = (count: number): unknown => ({ when: 'under way', sector: 'market', days: count });
    expect(left).toEqual([underWay(3), underWay(2), underWay(1), undefined]);
  });
  it('says nothing of goods under way where none were made before, or nobody waits for them', () => {
    expect(reachOf([since(0, 0)])).toBeUndefined();
    const idle = (day: DayResult, who: string): DayResult => ({
      ...day,
      sectors: day.sectors.map((one) => (one.id === who ? { ...one, capacityRecovery: 0.02 } : one)),
    });
    expect(reachOf([idle(dayOf(0, []), 'dyeing'), since(1, 1)])).toBeUndefined();
    expect(reachOf([dayOf(0, []), idle(since(1, 1), 'market')])).toBeUndefined();
  });
  it('says nothing of goods under way where the day on which they arrive is known', () => {
    const days = [dayOf(0, []), since(1, 1), since(1, 2), since(1, 3), since(1, 4)];
    expect(findingOf(chain, days, days[1])).toMatchObject({ state: 'stuck', reach: undefined });
    expect(findingOf(chain, days, days[2])).toMatchObject({ reach: undefined });
    expect(findingOf(chain, days.slice(0, 4), days[2])).toMatchObject({ reach: { when: 'under way', days: 2 } });
  });
  it('does not announce what has been felt before', () => {
    const days = [dayOf(0, [felt]), since(0, 1), dayOf(2, [felt])];
    expect(findingOf(chain, days, days[1])).toMatchObject({ state: 'stuck', reach: undefined });
  });
  it('does not call less than 1 % of a normal day felt', () => {
    const days = [dayOf(0, []), dayOf(1, [{ ...felt, yuan: 9 }], { bottleneck: { ...dyersAway, sinceDay: 1 } })];
    expect(reachOf(days)).toMatchObject({ when: 'under way' });
  });
});

describe('a day without a bottleneck', () => {
  it('is free where its losses are known', () => {
    const day = dayOf(0, [], { bottleneck: null, losses: [] });
    expect(findingOf(chain, [day], day)).toEqual({ state: 'free', lostShare: 100 / 3000 });
  });
  it('is unaccounted where they are not', () => {
    const day = dayOf(0, [], { bottleneck: null, losses: null });
    expect(findingOf(chain, [day], day)).toEqual({ state: 'unaccounted' });
  });
});

describe('a day whose losses are still being accounted for', () => {
  const waiting = (day: number): DayResult => dayOf(day, [], { bottleneck: null, losses: null });
  it('shows those of the day before', () => {
    expect(accountedDay([dayOf(0, []), waiting(1)], 1)?.day).toBe(0);
  });
  it('shows none of long ago', () => {
    expect(accountedDay([dayOf(0, []), ...[1, 2, 3, 4].map(waiting)], 4)?.day).toBe(4);
  });
});
