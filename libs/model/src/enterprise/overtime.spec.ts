// Overtime, rule `smooth` (docs/MODEL.md#enterprise, step 4): at most 10 % more, over 60 days.
import fc from 'fast-check';
import { diaryOf, PLAIN_RULES, sectorsOf, type ChainSketch, type Diary, type DiaryOptions } from '#libs/testing';

const plant: ChainSketch = {
  rules: PLAIN_RULES,
  sectors: sectorsOf({ plant: 'plants' }),
  linkKinds: [],
  enterprises: [{ id: 'plant', sector: 0, finalDemandYuan: 100 }],
  links: [],
};

const alphasOf = (diary: Diary): number[] => diary.of('plant', 'overtimeRatio');
const demand =
  (factor: (day: number) => number): DiaryOptions['change'] =>
  (levers, day) =>
    levers.due.fill(factor(day));

describe('a plant that is asked for half as much again', () => {
  const diary = diaryOf(plant, { days: 600, change: demand((day) => (day < 400 ? 1.5 : 1)) });

  it('works no overtime on the first day and, on the second, by a sixtieth of the way for the third it missed', () => {
    expect(diary.of('plant', 'outputYuan')[0]).toBe(100);
    expect(diary.of('plant', 'outputYuan')[1]).toBeCloseTo(100 * (1 + (0.1 * (50 / 150)) / 60), 9);
  });
  it('draws near 10 % more and never passes it', () => {
    expect(alphasOf(diary)[399]).toBeGreaterThan(1.08);
    expect(Math.max(...alphasOf(diary))).toBeLessThanOrEqual(1.1);
  });
  it('works off its overtime by a sixtieth a day when demand is met again', () => {
    const [before, after] = alphasOf(diary).slice(450, 452);
    expect(after - 1).toBeCloseTo((before - 1) * (1 - 1 / 60), 12);
    expect(alphasOf(diary)[599]).toBeLessThan(1.005);
  });
});

describe('a plant that meets its demand', () => {
  it('works no overtime', () => {
    expect(new Set(alphasOf(diaryOf(plant, { days: 20 })))).toEqual(new Set([1]));
    expect(new Set(alphasOf(diaryOf(plant, { days: 20, change: demand(() => 0) })))).toEqual(new Set([1]));
  });
});

describe('a plant that may not work overtime', () => {
  it('never makes more than its capacity', () => {
    const diary = diaryOf(
      { ...plant, rules: { ...PLAIN_RULES, overtime: { rule: 'off' } } },
      { days: 50, change: demand(() => 2) },
    );
    expect(new Set(diary.of('plant', 'outputYuan'))).toEqual(new Set([100]));
  });
});

describe('a closed plant', () => {
  it('gathers no overtime while its orders go unmet', () => {
    expect(new Set(alphasOf(diaryOf(plant, { days: 30, change: (levers) => levers.openShare.fill(0) })))).toEqual(
      new Set([1]),
    );
  });
});

describe('overtime of any plant', () => {
  it('stays between 1 and its maximum', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.double({ min: 0, max: 5, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })), {
          minLength: 30,
          maxLength: 30,
        }),
        (days) => {
          const diary = diaryOf(plant, {
            days: 30,
            change: (levers, day) => {
              levers.due.fill(days[day][0]);
              levers.capacity.fill(days[day][1]);
            },
          });
          for (const alpha of alphasOf(diary)) {
            expect(alpha).toBeGreaterThanOrEqual(1);
            expect(alpha).toBeLessThanOrEqual(1.1);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
