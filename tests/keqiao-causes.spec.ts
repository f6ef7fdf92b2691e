// Keqiao comes out of its causes: take one away and the chain comes back later. On the full chain, in short runs.
import type { RunSummary } from '#libs/analysis';
import { day80, simulated, specOf } from './simulated';

const SCENARIO = 'scenario.yaml';
const DAYS = 38;
const K4_DAYS = 30;

const k4 = ({ observations }: RunSummary): number =>
  observations.find(({ id }) => id === 'K4')?.simulated ?? Number.NaN;

describe('Keqiao without one of its levers', () => {
  const base = day80(simulated(SCENARIO, { days: DAYS }));

  it('comes back to 80 % in the last week of February with all of them', () => {
    expect(base).toBeGreaterThanOrEqual(22);
    expect(base).toBeLessThanOrEqual(28);
  });

  it.each([
    ['passes', { 'levers.passes': null }],
    ['charter buses', { 'levers.charter': null }],
    ['three quarters of the white list', { 'levers.white-list.values': { '2020-02-07': 10_000 } }],
    ['filing, so that the approval queue lasts', { 'levers.filing': null }],
    ['filing and approvals', { 'levers.filing': null, 'levers.approvals-large': null, 'levers.approvals-small': null }],
  ])('comes back at least two days later without %s', (_, set) => {
    expect(day80(simulated(SCENARIO, { days: DAYS, ...set }))).toBeGreaterThanOrEqual(base + 2);
  });

  it('comes back at most a day earlier with twice the passes', () => {
    const values = { '2020-02-10': 60, '2020-02-13': 120, '2020-02-16': 188 };
    const doubled = day80(simulated(SCENARIO, { days: DAYS, 'levers.passes.values': values }));
    expect(Math.abs(doubled - base)).toBeLessThanOrEqual(1);
  });
});

describe('Keqiao with another seed', () => {
  it('reaches the same capacity on 1 March, to a point', () => {
    const seen = [7, 1, 8].map((seed) => k4(simulated(SCENARIO, { days: K4_DAYS, seed })));
    expect(Math.max(...seen) - Math.min(...seen)).toBeLessThanOrEqual(0.01);
  });
});

describe("with a third of fibre's stocks and of its suppliers' capacity", () => {
  const short = {
    days: DAYS,
    'initial.stock.fibre': 0.4 / 3,
    'shocks.pta': { on: { sector: 'outside-pta' }, from: 0, days: 29, leaves: 1 / 3 },
  };
  const lost = (set: object): number => simulated(SCENARIO, { ...short, ...set }).lostYuan.valueAdded;

  it('the chain loses more where nobody holds a non-stop licence', () => {
    expect(lost({ 'levers.licence': null, 'levers.licence-stock': null })).toBeGreaterThan(lost({}));
  });
});

describe('the second phase', () => {
  it('is the same chain but for the keys that its head names', () => {
    const [first, second] = [specOf(SCENARIO), specOf('phase-two.yaml')];
    const keys = Object.keys(second) as (keyof typeof second)[];
    const differing = keys.filter((key) => JSON.stringify(first[key]) !== JSON.stringify(second[key]));
    expect(differing.sort()).toEqual(['days', 'exports', 'id', 'name', 'observations', 'shocks']);
    const { dueDays, cancelAfterDays } = first.exports;
    expect({ ...second.exports, dueDays, cancelAfterDays }).toEqual(first.exports);
  });

  it('is short of orders in April: exporters first, then the market', () => {
    const { sectors, exports } = simulated('phase-two.yaml', { days: 95 });
    const shortFrom = (id: string): number =>
      sectors.find((sector) => sector.id === id)?.heldBy.find(({ bound }) => bound === 'demand')?.fromDay ?? Infinity;
    const [march, may] = [29, 90];
    expect(shortFrom('exporters')).toBeGreaterThan(march);
    expect(shortFrom('market')).toBeGreaterThan(shortFrom('exporters'));
    expect(shortFrom('market')).toBeLessThan(may);
    expect(exports.cancelledYuan).toBeGreaterThan(0);
  });
});
