// The pass office: applications, quota, days of decision, holders (docs/MODEL.md#logistics).
import fc from 'fast-check';
import { diaryOf, PLAIN_RULES, roadKind, sectorsOf, type ChainSketch, type Diary } from '#libs/testing';

interface Control {
  readonly quota: number;
  readonly isControlled?: boolean;
}

const OFFICE_DAYS = 3;

/** Corridors with 20 tonnes of carriers each: 2 move freely, the other 18 need 9 passes of 2 tonnes. */
function sketchOf(terms: Partial<NonNullable<ChainSketch['corridors']>[number]> = {}, corridors = 1): ChainSketch {
  const ids = Array.from({ length: corridors }, (_, i) => (i === 0 ? 'road' : `road-${i}`));
  return {
    rules: PLAIN_RULES,
    sectors: sectorsOf({ cloth: 'plants', clothes: 'plants' }),
    linkKinds: [roadKind(5, 2)],
    enterprises: [
      { id: 'mill', sector: 0, finalDemandYuan: 1 },
      ...ids.map((_, i) => ({ id: `b${i}`, sector: 1, finalDemandYuan: 1 })),
    ],
    links: ids.map((_, corridor) => ({ from: 0, to: corridor + 1, flowYuan: 1, corridor })),
    corridors: ids.map((id) => ({
      ...{ id, capacity: { tonnes: 20 }, freeShare: 0.1, tonnesPerPass: 2, checkpointDays: 0, officeDays: OFFICE_DAYS },
      ...terms,
    })),
  };
}

function run(sketch: ChainSketch, days: number, control: (day: number, corridor: number) => Control): Diary {
  return diaryOf(sketch, {
    days,
    change: ({ corridors }, day) => {
      for (let corridor = 0; corridor < corridors.passes.length; corridor++) {
        const { quota, isControlled = true } = control(day, corridor);
        corridors.passes[corridor] = quota;
        corridors.isControlled[corridor] = isControlled ? 1 : 0;
      }
    },
  });
}

describe('a fleet of nine that needs passes, a quota of six, an office that takes three days', () => {
  const diary = run(sketchOf(), 6, () => ({ quota: 6 }));

  it('applies for all nine; the three beyond the quota are refused and apply again', () => {
    expect(diary.of('road', 'passesApplied')).toEqual([9, 3, 3, 3, 3, 3]);
    expect(diary.of('road', 'passesRefused')).toEqual([3, 3, 3, 3, 3, 3]);
  });
  it('holds six passes on the third day after', () => {
    expect(diary.of('road', 'passesGranted')).toEqual([0, 0, 0, 6, 0, 0]);
    expect(diary.of('road', 'passHolders')).toEqual([0, 0, 0, 6, 6, 6]);
  });
  it('moves what is free before, and two tonnes a pass from that day on', () => {
    expect(diary.of('road', 'capacityTonnes')).toEqual([2, 2, 2, 14, 14, 14]);
  });
});

describe('a quota that changes', () => {
  it('upwards is met three days later, and never beyond what the fleet needs', () => {
    const diary = run(sketchOf(), 10, (day) => ({ quota: day < 5 ? 6 : 50 }));
    expect(diary.of('road', 'passHolders')).toEqual([0, 0, 0, 6, 6, 6, 6, 6, 9, 9]);
  });
  it('below the holders takes passes back at once', () => {
    const diary = run(sketchOf(), 10, (day) => ({ quota: day < 5 ? 6 : 4 }));
    expect(diary.of('road', 'passHolders')).toEqual([0, 0, 0, 6, 6, 4, 4, 4, 4, 4]);
  });
  it('below what lies in the office grants what has room and refuses the rest', () => {
    const diary = run(sketchOf(), 4, (day) => ({ quota: day < 2 ? 6 : 4 }));
    expect(diary.of('road', 'passesGranted')[3]).toBe(4);
    expect(diary.of('road', 'passesRefused')[3]).toBe(2 + 5);
  });
});

describe('a checkpoint that is lifted', () => {
  it('leaves holders their passes; nothing is filed or granted any more', () => {
    const diary = run(sketchOf(), 8, (day) => ({ quota: day < 3 ? 6 : 9, isControlled: day < 5 }));
    expect(diary.of('road', 'passHolders')).toEqual([0, 0, 0, 6, 6, 6, 6, 6]);
    expect(diary.of('road', 'passesApplied')).toEqual([9, 3, 3, 3, 0, 0, 0, 0]);
    expect(diary.of('road', 'passesRefused')).toEqual([3, 3, 3, 0, 0, 0, 3, 0]);
  });
});

describe('a fleet', () => {
  const held = (terms: Parameters<typeof sketchOf>[0]): number =>
    run(sketchOf(terms), 5, () => ({ quota: 100 })).of('road', 'passHolders')[4];

  it('applies for whole vehicles', () => expect(held({ freeShare: 0.07 })).toBe(10));
  it('applies for none where everybody moves freely', () => expect(held({ freeShare: 1 })).toBe(0));
  it('applies for none where a pass carries nothing', () => expect(held({ tonnesPerPass: 0 })).toBe(0));
  it('of boundless carriers takes the whole quota', () => expect(held({ capacity: { tonnes: Infinity } })).toBe(100));
});

describe('passes on issue at once', () => {
  it('move lorries on the day, without an office', () => {
    const diary = run(sketchOf({ officeDays: 0 }), 2, () => ({ quota: 6 }));
    expect(diary.of('road', 'capacityTonnes')).toEqual([14, 14]);
    expect(() => diary.of('road', 'passHolders')).toThrow('passHolders');
  });
});

describe('a road at once beside a road with an office', () => {
  it('holds its quota on the day', () => {
    const sketch = sketchOf({}, 2);
    const [slow, fast] = sketch.corridors ?? [];
    const diary = run({ ...sketch, corridors: [slow, { ...fast, officeDays: 0 }] }, 2, () => ({ quota: 6 }));
    expect(diary.of('road-1', 'passHolders')).toEqual([6, 6]);
    expect(diary.of('road', 'passHolders')).toEqual([0, 0]);
  });
});

describe('any office under any quota', () => {
  it('loses no application, and never has more holders than the quota', () => {
    const control = fc.record({ quota: fc.integer({ min: 0, max: 14 }), isControlled: fc.boolean() });
    fc.assert(
      fc.property(
        fc.array(fc.array(control, { minLength: 20, maxLength: 20 }), { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom(0, 5, 20),
        (controls, officeDays, tonnes) => {
          const sketch = sketchOf({ officeDays, capacity: { tonnes } }, controls.length);
          const diary = run(sketch, 20, (day, corridor) => controls[corridor][day]);
          const of = (column: string): number[] => diary.sum('logistics', column);
          const soFar = (column: string, day: number): number =>
            of(column)
              .slice(0, day + 1)
              .reduce((sum, value) => sum + value, 0);
          for (let day = 0; day < 20; day++) {
            expect(soFar('passesApplied', day)).toBe(
              soFar('passesGranted', day) + of('passesInOffice')[day] + soFar('passesRefused', day),
            );
          }
          controls.forEach((days, corridor) => {
            const who = corridor === 0 ? 'road' : `road-${corridor}`;
            const holders = diary.of(who, 'passHolders');
            const granted = diary.of(who, 'passesGranted');
            days.forEach(({ quota, isControlled }, day) => {
              expect(holders[day]).toBe(Math.min(quota, day > 0 ? holders[day - 1] : 0) + granted[day]);
              expect(holders[day]).toBeLessThanOrEqual(quota);
              if (!isControlled) expect(granted[day]).toBe(0);
            });
          });
          expect(diary.faults()).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});
