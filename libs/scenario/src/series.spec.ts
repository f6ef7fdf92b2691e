import fc from 'fast-check';
import { compileText, COUNTY, countyWith, faultOf } from './county.fixture';
import type { Intervention } from './interventions';
import { leversOf } from './schedule';

const DAYS = 60;

interface Dated {
  readonly acts: string;
  readonly shape: 'step' | 'linear';
  readonly values: Readonly<Record<number, number>>;
}

/** Values by day of a curve of the county. */
function daily({ acts, shape, values }: Dated): number[] {
  const written = Object.entries(values).map(([day, value]) => `${day}: ${value}`);
  const curve = `mine: { acts: ${acts}, on: { sector: weaving }, shape: ${shape}, values: { ${written.join(', ')} } }`;
  const { tracks } = compileText(countyWith('curves:\n', `curves:\n  ${curve}\n`)).schedule;
  return [...(tracks.find(({ path }) => path === 'curves.mine')?.values ?? [])];
}

describe('a dated series', () => {
  it('in steps holds each value until the next date, and stands at rest before the first', () => {
    const open = daily({ acts: 'open', shape: 'step', values: { 3: 0.2, 5: 1 } });
    expect(open.slice(0, 7)).toEqual([0, 0, 0, 0.2, 0.2, 1, 1]);
    const capacity = daily({ acts: 'capacity', shape: 'step', values: { 3: 0.2 } });
    expect(capacity.slice(0, 5)).toEqual([1, 1, 1, 0.2, 0.2]);
  });

  it('in a line goes straight from date to date, and holds its ends', () => {
    const values = daily({ acts: 'capacity', shape: 'linear', values: { 2: 0.2, 6: 1 } });
    [0.2, 0.2, 0.2, 0.4, 0.6, 0.8, 1, 1].forEach((value, day) => expect(values[day]).toBeCloseTo(value, 12));
  });

  it('has every written value on its day, and never leaves their range in a line', () => {
    const series = fc.dictionary(fc.integer({ min: 0, max: DAYS - 1 }).map(String), fc.integer({ min: 0, max: 100 }), {
      minKeys: 1,
      maxKeys: 8,
    });
    fc.assert(
      fc.property(series, fc.constantFrom('step' as const, 'linear' as const), (values, shape) => {
        const found = daily({ acts: 'capacity', shape, values });
        const [least, most] = [Math.min(...Object.values(values)), Math.max(...Object.values(values))];
        expect(found).toHaveLength(DAYS);
        for (const [day, value] of Object.entries(values)) expect(found[Number(day)]).toBe(value);
        if (shape === 'linear') expect(found.every((value) => value >= least && value <= most)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('of a shock is full for its days, then heals in a straight line', () => {
    const text = countyWith('days: 5, leaves: 0.4', 'days: 2, leaves: 0.4, recoveryDays: 3');
    const values = compileText(text).schedule.tracks.find(({ path }) => path === 'shocks.stop')?.values ?? [];
    [1, 0.4, 0.4, 0.55, 0.7, 0.85, 1].forEach((value, i) => expect(values[8 + i]).toBeCloseTo(value, 12));
  });
});

describe('a lever of passes', () => {
  it('is dealt out whole over the corridors of its road, and adds up to its value', () => {
    const { schedule, chain } = compileText(countyWith('2020-02-03: 5', '2020-02-03: 94'));
    const { passes } = leversOf(schedule)(5).corridors;
    expect([...passes].every((one) => Number.isInteger(one))).toBe(true);
    expect(passes.reduce((sum, one) => sum + one, 0)).toBe(94);
    expect(passes.every((one, corridor) => one === 0 || chain.corridors.road[corridor] === 'outside')).toBe(true);
  });
});

describe('a road whose office takes three days', () => {
  it('has that on each of its corridors, and no other has', () => {
    const { corridors } = compileText(countyWith('addsDays: 1', 'addsDays: 1, officeDays: 3')).chain;
    corridors.road.forEach((road, corridor) => expect(corridors.officeDays[corridor]).toBe(road === 'outside' ? 3 : 0));
  });
});

describe('a lever of certificates', () => {
  it('is the share of exporters that hold one, and nobody before its first date', () => {
    const lever = 'majeure: { acts: certificates, values: { 4: 0.3, 9: 0.6 } }';
    const text = countyWith('levers:\n', `exports: { penaltyPerDay: 0.001 }\nlevers:\n  ${lever}\n`);
    const leversOn = leversOf(compileText(text).schedule);
    expect([3, 4, 8, 9].map((day) => leversOn(day).support.certificateShare)).toEqual([0, 0.3, 0.3, 0.6]);
  });
});

describe('an intervention during a run', () => {
  const { schedule } = compileText(COUNTY);
  const passes = (interventions: readonly Intervention[], day: number): number =>
    leversOf(schedule, interventions)(day).corridors.passes.reduce((sum, share) => sum + share, 0);

  it('stands in its track from its day on', () => {
    const more = [{ path: 'levers.passes', day: 20, value: 40 }];
    [5, 40, 40].forEach((number, i) => expect(passes(more, 19 + i)).toBeCloseTo(number, 9));
  });

  it.each([
    [
      'names no lever',
      { path: 'levers.pases', day: 1, value: 1 },
      'SCN_UNKNOWN_LEVER',
      'Did you mean "levers.passes"?',
    ],
    ['comes before the run', { path: 'levers.passes', day: -1, value: 1 }, 'SCN_DATE_OUTSIDE', 'from 0 to 59'],
    ['comes after the run', { path: 'levers.passes', day: 60, value: 1 }, 'SCN_DATE_OUTSIDE', 'from 0 to 59'],
    ['is not a number', { path: 'levers.passes', day: 1, value: NaN }, 'SCN_OUT_OF_RANGE', 'a number from 0'],
  ])('is refused when it %s', (_, intervention, code, mend) => {
    const fault = faultOf(() => leversOf(schedule, [intervention]));
    expect(fault.code).toBe(code);
    expect(fault.mend).toContain(mend);
  });
});
