import type { Lever } from '#libs/api';
import { changesOf, deltaOf } from './changes';
import { sectorSpreads, spreadOf } from './differences';
import { likely } from './likely';
import { bestOf, findingOf } from './finding';
import type { Comparison, ScopeComparison } from './shape';

const scope = (sector: string | null, day80: (number | null)[], lostValueAddedYuan: number[]): ScopeComparison => ({
  ...{ sector, day80, day90: day80, day95: day80.map(() => null) },
  ...{ lostValueAddedYuan, missedFinalYuan: lostValueAddedYuan },
});

const run = (id: string): Comparison['runs'][number] => ({
  ...{ run: id, scenario: { id: 'mini', name: { en: 'Mini' } }, seed: 7, start: '2020-02-01', days: 4 },
  ...{ digest: null, forkedFrom: null },
});

const figures = (sector: string | null, capacityRecovery: number[]): Comparison['chains'][number] => ({
  ...{ sector, capacityRecovery, resumption: capacityRecovery, throughput: capacityRecovery },
  ...{ lostValueAddedYuan: capacityRecovery, missedFinalYuan: null },
});

const compared = (scopes: readonly ScopeComparison[], more: Partial<Comparison> = {}): Comparison => ({
  ...{
    runs: [run('a'), run('b')],
    randomNumbers: 'same',
    inputs: [],
    days: 4,
    firstDifferingDay: [null, 1],
    keyDays: [],
  },
  ...{ losses: [], chains: [], sectors: [], sectorNames: {}, scopes },
  ...more,
});

describe('the finding of a comparison', () => {
  it('is the days that are won to 80 %, and where most is saved', () => {
    const told = findingOf(
      compared([
        scope(null, [23, 21], [1000, 900]),
        scope('weaving', [20, 20], [400, 390]),
        scope('dyeing', [23, 21], [600, 510]),
      ]),
      1,
    );
    expect(told.finding).toEqual({ of: 'days', days: 2 });
    expect(told).toMatchObject({ savedYuan: 100, where: { sector: 'dyeing', yuan: 90 }, worse: [] });
  });

  it('says that it got worse, and where', () => {
    const told = findingOf(compared([scope(null, [23, 25], [1000, 1040]), scope('dyeing', [23, 25], [600, 640])]), 1);
    expect(told.finding).toEqual({ of: 'days', days: -2 });
    expect(told.where).toEqual({ sector: 'dyeing', yuan: -40 });
    expect(told.worse).toEqual([{ sector: 'dyeing', yuan: -40 }]);
  });

  it('says that nothing differs where every day is the same', () => {
    const told = findingOf(compared([scope(null, [23, 23], [1000, 1000])], { firstDifferingDay: [null, null] }), 1);
    expect(told.finding).toEqual({ of: 'same' });
    expect(told.where).toBeNull();
  });

  it('is nothing yet where the fork has not come to its day', () => {
    const told = findingOf(compared([scope(null, [null, null], [1000, 1000])], { firstDifferingDay: [null, 4] }), 1);
    expect(told.finding).toEqual({ of: 'same' });
  });

  it('is next to nothing below a thousandth of what is lost, in yuan above it', () => {
    expect(findingOf(compared([scope(null, [23, 23], [1000, 1000.5])]), 1).finding).toEqual({
      of: 'little',
      yuan: -0.5,
    });
    expect(findingOf(compared([scope(null, [23, 23], [1000, 990])]), 1).finding).toEqual({ of: 'yuan', yuan: 10 });
  });

  it('tells a level that only one of the two reaches', () => {
    expect(findingOf(compared([scope(null, [null, 30], [1000, 900])]), 1).finding).toEqual({ of: 'reached', day: 30 });
    expect(findingOf(compared([scope(null, [30, null], [900, 1000])]), 1).finding).toEqual({ of: 'missed', day: 30 });
  });

  it('names the largest cause before and after', () => {
    const losses: Comparison['losses'] = [
      { cause: 'labour', sector: 'dyeing', lostYuan: [600, 300] },
      { cause: 'gate', sector: 'market', lostYuan: [400, 600] },
    ];
    const { bottleneck } = findingOf(compared([scope(null, [23, 21], [1000, 900])], { losses }), 1);
    expect([bottleneck?.before.sector, bottleneck?.after.sector]).toEqual(['dyeing', 'market']);
    const unaccounted = losses.map((one) => ({ ...one, lostYuan: [one.lostYuan[0], 0] }));
    expect(
      findingOf(compared([scope(null, [23, 21], [1000, 900])], { losses: unaccounted }), 1).bottleneck,
    ).toBeUndefined();
  });

  it('is told of the run that is soonest back, then loses least', () => {
    const runs = [run('a'), run('b'), run('c'), run('d')];
    expect(bestOf(compared([scope(null, [23, 22, 21, 21], [1000, 800, 950, 900])], { runs }))).toBe(3);
  });
});

describe('differences by day', () => {
  it('are fork less base, with the day on which they are largest', () => {
    const { by, mostDay, most } = spreadOf([0, 0.1, 0.5, 0.9], [0, 0.3, 0.4, 0.9], 4);
    expect(by.map((value) => Number(value.toFixed(3)))).toEqual([0, 0.2, -0.1, 0]);
    expect([mostDay, Number(most.toFixed(3))]).toEqual([1, 0.2]);
  });

  it('are told by sector, by its id', () => {
    const sectors = [
      [figures('weaving', [0, 0.5]), figures('dyeing', [0, 0.2])],
      [figures('dyeing', [0, 0.4]), figures('weaving', [0, 0.5])],
    ];
    const spreads = sectorSpreads(compared([], { sectors, days: 2 }), 1, 'capacityRecovery');
    expect(spreads.map(({ sector, most }) => [sector, most])).toEqual([
      ['weaving', 0],
      ['dyeing', 0.2],
    ]);
  });
});

describe('a decision of a fork', () => {
  const lever: Lever = {
    ...{ path: 'levers.passes', name: { en: 'Passes' }, acts: 'passes', kind: 'count', unit: { en: 'passes' } },
    ...{ canIntervene: true, values: [0, 30, 60, 60] },
  };
  const inputs: Comparison['inputs'] = [{ kind: 'decided', path: 'levers.passes 2020-02-03', values: [null, '90'] }];
  const changes = changesOf(compared([], { inputs }), 1, [lever]);

  it('is told with what stood on that day before', () => {
    expect(changes).toMatchObject([{ path: 'levers.passes', from: '2020-02-03', before: '60', after: '90' }]);
  });

  it('is a number that was raised', () => {
    expect(deltaOf(changes)).toMatchObject({ by: 30, to: 90 });
    expect(deltaOf([...changes, { ...changes[0], from: '2020-02-04', before: '94', after: '124' }])).toMatchObject({
      by: 30,
    });
    expect(deltaOf([...changes, { ...changes[0], path: 'levers.charter' }])).toBeNull();
    expect(deltaOf([])).toBeNull();
  });
});

describe('runs that nobody has chosen yet', () => {
  const of = (id: string, parent?: string): Parameters<typeof likely>[0][number] => ({
    id,
    forkedFrom: parent === undefined ? null : { run: parent, digest: '', day: 12 },
  });

  it('are a fork and its parent, the parent first', () => {
    expect(likely([of('other'), of('fork', 'base'), of('base')], [])).toEqual(['base', 'fork']);
    expect(likely([of('fork', 'base'), of('base')], ['fork'])).toEqual(['base', 'fork']);
    expect(likely([of('fork', 'base'), of('base')], ['base'])).toEqual(['base', 'fork']);
  });

  it('are the two newest where none is a fork', () => {
    expect(likely([of('c'), of('b'), of('a')], [])).toEqual(['b', 'c']);
    expect(likely([of('c'), of('b'), of('a')], ['a'])).toEqual(['a']);
  });
});
