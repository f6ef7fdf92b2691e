// What is decided during a run, and what a lever is when it never comes.
import fc from 'fast-check';
import { compileText, COUNTY, countyWith, faultOf } from './county.fixture';
import { intervene, leversOf, withoutEach, type Intervention } from './index';
import { interventionsFrom } from './mid-run';

const MARKET = `market: { opens: 2020-02-18, visitorsPerDay: 100, arrivals: { from: 0.2, tauDays: 5 },
  entryCap: { values: { 2020-02-18: 40, 2020-02-25: 1000 } } }
`;
const compiled = compileText(COUNTY + MARKET);
const DAYS = compiled.spec.days;

const decided = (path: string, value: string, day = 10): Intervention[] =>
  interventionsFrom(compiled, [{ path, value }], day);
const marketOn = (interventions: readonly Intervention[]) => {
  const leversOn = leversOf(compiled.schedule, interventions);
  return (day: number) => ({ ...leversOn(day).market });
};

describe('a setting in mid-run', () => {
  it.each([
    ['a number', 'levers.passes', '9', [{ path: 'levers.passes', day: 10, value: 9 }]],
    ['a quota of passes', 'levers.passes.quota', '9', [{ path: 'levers.passes', day: 10, value: 9 }]],
    ['a series', 'levers.passes.values', '{2020-02-15: 3, 12: 2}', [12, 14].map((day, at) => passes(day, 2 + at))],
    ['a value of one day', 'levers.passes.values.2020-02-15', '3', [passes(14, 3)]],
    ['nothing any more', 'levers.passes', 'null', [passes(10, 0)]],
    ['a shock that ends', 'shocks.stop', 'null', [{ path: 'shocks.stop', day: 10, value: 1 }]],
    ['a later opening day', 'market.opens', '2020-02-24', [opens(10, 0), opens(23, 1)]],
    ['an opening today', 'market.opens', '10', [opens(10, 1)]],
    ['no opening at all', 'market.opens', 'null', [opens(10, 0)]],
  ])('is %s', (_, path, value, interventions) => {
    expect(decided(path, value)).toEqual(interventions);
  });

  it.each([
    ['a key that is settled on day 0', 'days', '30', 'cannot change in mid-run'],
    ['a quota of what has none', 'curves.weaving-open.quota', '1', 'cannot change in mid-run'],
    ['a day that has passed', 'levers.passes', '{2020-02-03: 4}', 'no day that is still to come'],
    ['a day after the run', 'market.opens', '2020-06-01', 'no day that is still to come'],
    ['more than a share can be', 'curves.weaving-open', '1.5', 'no value of this series'],
    ['a word', 'levers.passes', 'many', 'no value of this series'],
    ['no value a day', 'levers.passes', '{}', 'no dated value'],
    ['number of visitors taken away', 'market.visitorsPerDay', 'null', 'cannot be taken away'],
  ])('is refused as %s', (_, path, value, reason) => {
    expect(faultOf(() => decided(path, value))).toMatchObject({
      code: 'CLI_BAD_SET',
      reason: expect.stringContaining(reason) as string,
    });
  });
});

describe('interventions', () => {
  it('leave every day before theirs as it was', () => {
    const paths = fc.constantFrom(...compiled.schedule.tracks.map(({ path }) => path));
    const one = fc.record({
      path: paths,
      day: fc.integer({ min: 5, max: DAYS - 1 }),
      value: fc.integer({ min: 0, max: 1 }),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 6 }), (interventions) => {
        const first = Math.min(DAYS, ...interventions.map(({ day }) => day));
        const [plain, laid] = [leversOf(compiled.schedule), leversOf(compiled.schedule, interventions)];
        for (let day = 0; day < first; day++) expect(laid(day)).toEqual(plain(day));
      }),
      { numRuns: 40 },
    );
  });

  it('are the same laid over the schedule before, or as the levers are asked for', () => {
    const interventions = [opens(10, 0), passes(12, 7), opens(20, 1)];
    const before = leversOf(intervene(compiled, interventions).schedule);
    const asked = leversOf(compiled.schedule, interventions);
    for (let day = 0; day < DAYS; day++) expect(before(day)).toEqual(asked(day));
  });

  it('move the buyers with the opening of the market, but not entry control', () => {
    const [planned, later] = [marketOn([]), marketOn(decided('market.opens', '2020-02-24'))];
    expect(planned(17)).toMatchObject({ isOpen: 1, visitors: 20 });
    expect(later(22)).toMatchObject({ isOpen: 0, visitors: 0 });
    expect(later(23)).toMatchObject({ isOpen: 1, visitors: 20 });
    for (const day of [24, 30, 40]) expect(later(day + 6).visitors).toBeCloseTo(planned(day).visitors, 9);
    expect(planned(23).visitors).toBe(40);
  });
});

describe('a lever that never comes', () => {
  const staysAt = (text: string): Record<string, number | null> =>
    Object.fromEntries(withoutEach(compileText(text)).map((one) => [one.path, one.staysAt]));
  const lever = (terms: string): number | null =>
    staysAt(countyWith('levers:\n', `levers:\n  it: { ${terms} }\n`))['levers.it'];
  const on = 'on: { sector: weaving }';

  it.each([
    ['passes are none', 'acts: passes, on: { road: outside }, values: { 2020-02-01: 7 }', 0],
    ['a checkpoint that is lifted stays', 'acts: checkpoint, on: { road: outside }, values: { 0: 1, 9: 0 }', 1],
    ['a gate stays shut', `acts: open, ${on}, values: { 2020-02-01: 1 }`, 0],
    ['a second shift is not there', `acts: capacity, ${on}, values: { 2020-02-01: 1.5 }`, 1],
    [
      'half the power stays half',
      `acts: utility, ${on}, shape: linear, values: { 2020-02-01: 0.5, 2020-02-20: 1 }`,
      0.5,
    ],
    ['what stands instead of others leaves those', `acts: capacity, ${on}, overrides: true, values: { 3: 1 }`, null],
  ])('%s', (_, terms, value) => {
    expect(lever(terms)).toBe(value);
  });

  it('is there for levers, the market and curves, in this order', () => {
    expect(Object.keys(staysAt(COUNTY + MARKET))).toEqual(['levers.passes', 'market.opens', 'curves.weaving-open']);
  });
});

function passes(day: number, value: number): Intervention {
  return { path: 'levers.passes', day, value };
}

function opens(day: number, value: number): Intervention {
  return { path: 'market.opens', day, value };
}
