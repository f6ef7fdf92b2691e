import type { MilestoneTold } from '#libs/api';
import { effectsOf, isWanted, latestOf, rowsOf, withoutDate } from './told';

const told = (id: string, type: string, more: Partial<MilestoneTold> = {}): MilestoneTold => ({
  ...{ id, day: Number(id.split('.')[0]), date: '2020-02-01', type, text: { en: `${type} ${id}` } },
  ...{ sector: null, enterprise: null, causes: [] },
  ...more,
});
const resumed = (id: string, sector: string, causes: string[] = ['1.0']): MilestoneTold =>
  told(id, 'EnterpriseResumed', { sector, enterprise: `${sector}-${id}`, causes });

const events = [
  told('0.0', 'ShockBegan'),
  told('1.0', 'LeverPulled'),
  resumed('2.0', 'fibre'),
  resumed('2.1', 'fibre'),
  resumed('2.2', 'weaving'),
  told('2.bottleneck', 'BottleneckMoved', { sector: 'dyeing' }),
  told('2.3', 'SectorResumed', { sector: 'fibre', causes: ['2.0'] }),
];

describe('events as rows', () => {
  const shape = (isNewestFirst: boolean): string[] =>
    rowsOf(events, isNewestFirst).map((row) =>
      row.of === 'day' ? `day ${row.day} ${row.count}` : `${row.told.id} ${row.members.length}`,
    );

  it('stand below their day, the newest day first, the story of a day downwards', () => {
    expect(shape(true)).toEqual([
      'day 2 5',
      '2.0 2',
      '2.2 1',
      '2.bottleneck 1',
      '2.3 1',
      'day 1 1',
      '1.0 1',
      'day 0 1',
      '0.0 1',
    ]);
  });

  it('can be read as a story', () => {
    expect(shape(false).slice(0, 4)).toEqual(['day 0 1', '0.0 1', 'day 1 1', '1.0 1']);
  });

  it('keep apart what resumed for another cause', () => {
    const rows = rowsOf([resumed('2.0', 'fibre'), resumed('2.1', 'fibre', ['1.9'])], true);
    expect(rows).toHaveLength(3);
  });
});

describe('what led to what', () => {
  it('is found from the cause', () => {
    expect(
      effectsOf(events)
        .get('1.0')
        ?.map(({ id }) => id),
    ).toEqual(['2.0', '2.1', '2.2']);
    expect(effectsOf(events).get('2.3')).toBeUndefined();
  });
});

describe('a choice of events', () => {
  const all = { type: undefined, sector: undefined, search: '', from: 0, to: 9 };
  const ids = (wanted: Partial<Parameters<typeof isWanted>[1]>): string[] =>
    events.filter((one) => isWanted(one, { ...all, ...wanted })).map(({ id }) => id);

  it('goes by type, sector, days and words', () => {
    expect(ids({ type: 'LeverPulled' })).toEqual(['1.0']);
    expect(ids({ sector: 'dyeing' })).toEqual(['2.bottleneck']);
    expect(ids({ from: 1, to: 1 })).toEqual(['1.0']);
    expect(ids({ search: 'fibre-2.1' })).toEqual(['2.1']);
    expect(ids({ search: 'SHOCK 0.0' })).toEqual(['0.0']);
  });
});

describe('what just happened', () => {
  it('is what matters most of the last day on which something did', () => {
    expect(latestOf(events, 40)).toMatchObject({ told: { id: '2.bottleneck' }, more: 4 });
    expect(latestOf(events, 1)).toMatchObject({ told: { id: '1.0' }, more: 0 });
    expect(latestOf([], 5)).toBeUndefined();
  });

  it('is told without its date, which stands above', () => {
    expect(withoutDate('2020-02-11: the market opened.')).toBe('The market opened.');
    expect(withoutDate('2020-02-04: heat-1 (Heat) resumed.')).toBe('heat-1 (Heat) resumed.');
    expect(withoutDate('2020-02-11：市场开市。')).toBe('市场开市。');
    expect(withoutDate('2020-02-11：demand：需求 43 %。')).toBe('demand：需求 43 %。');
  });
});
