// The road: docks, capacity, priorities and lead times (docs/MODEL.md#logistics).
import fc from 'fast-check';
import {
  diaryOf,
  directKind,
  PLAIN_RULES,
  roadKind,
  sectorsOf,
  type ChainSketch,
  type Diary,
  type DiaryOptions,
} from '#libs/testing';

interface Consignment {
  readonly tonnes: number;
  readonly lead?: number;
  readonly priority?: number;
}

interface Road {
  readonly tonnes?: number;
  readonly freeShare?: number;
  readonly tonnesPerPass?: number;
  readonly checkpointDays?: number;
  readonly floors?: readonly number[];
}

const YUAN_PER_TONNE = 100;

/**
 * A mill ships what stands in its book to closed buyers on day 0, once; logistics reads it on day 1. Nothing is under
 * way before, nothing is ordered after. A lead of 1 is a direct link.
 */
function sketchOf(consignments: readonly Consignment[], road: Road = {}): ChainSketch {
  const { tonnes = 1e6, freeShare = 0, tonnesPerPass = 0, checkpointDays = 0, floors = [] } = road;
  return {
    rules: PLAIN_RULES,
    sectors: sectorsOf({ cloth: 'plants', clothes: 'plants' }),
    classes: ['cloth', 'clothes'].map((id) => ({ id, tonnesPerYuan: 1 / YUAN_PER_TONNE })),
    linkKinds: consignments.map(({ lead = 2, priority = 0 }) =>
      lead === 1 ? directKind(5) : roadKind(5, lead, { priority }),
    ),
    enterprises: [
      { id: 'mill', sector: 0, finalDemandYuan: 0 },
      ...consignments.map((_, i) => ({ id: `b${i}`, sector: 1, finalDemandYuan: 1 })),
    ],
    links: consignments.map(({ tonnes: asked, lead = 2 }, i) => ({
      ...{ from: 0, to: i + 1, flowYuan: asked * YUAN_PER_TONNE, kind: i, corridor: lead === 1 ? -1 : 0 },
      ...{ initialStockRatio: 0, initialPipelineRatio: 0, initialBookDays: 1 },
    })),
    corridors: [{ id: 'road', capacity: { tonnes }, freeShare, tonnesPerPass, checkpointDays }],
    roadFloors: floors,
  };
}

function run(sketch: ChainSketch, days: number, change?: DiaryOptions['change']): Diary {
  return diaryOf(sketch, {
    days,
    change: (levers, day, row) => {
      sketch.enterprises.forEach((one, i) => (levers.openShare[i] = one.id === 'mill' ? 1 : 0));
      change?.(levers, day, row);
    },
  });
}

const controlled: DiaryOptions['change'] = (levers) => levers.corridors.isControlled.fill(1);

/** Tonnes that each buyer has, by day. */
const heldBy = (diary: Diary, buyer: number): number[] =>
  diary.of(`mill > b${buyer}`, 'stockYuan').map((yuan) => Math.round((yuan / YUAN_PER_TONNE) * 1e9) / 1e9);
const leftBy = (diary: Diary, day: number): number[] => {
  const count = diary.chain.links.count;
  return Array.from(
    { length: count },
    (_, i) => Math.round((diary.of(`mill > b${i}`, 'releasedYuan')[day] / YUAN_PER_TONNE) * 1e9) / 1e9,
  );
};

describe('ten tonnes consigned on day 0', () => {
  it.each([
    [1, 'on day 1 over a direct link'],
    [2, 'on day 2 by a road of lead 2'],
    [3, 'on day 3 by a road of lead 3'],
    [6, 'on day 6 by a road of lead 6'],
  ])('with lead %i are there %s', (lead) => {
    const held = heldBy(run(sketchOf([{ tonnes: 10, lead }]), 9), 0);
    expect(held).toEqual(Array.from({ length: 9 }, (_, day) => (day < lead ? 0 : 10)));
  });
  it("arrive by each link's own lead where several share a corridor", () => {
    const diary = run(
      sketchOf([
        { tonnes: 10, lead: 4 },
        { tonnes: 3, lead: 2 },
      ]),
      6,
    );
    expect(heldBy(diary, 0)).toEqual([0, 0, 0, 0, 10, 10]);
    expect(heldBy(diary, 1)).toEqual([0, 0, 3, 3, 3, 3]);
  });
});

describe('a checkpoint that adds two days', () => {
  const sketch = sketchOf([{ tonnes: 10 }, { tonnes: 5, lead: 3 }], { freeShare: 1, checkpointDays: 2 });

  it('adds them while it asks for passes', () => {
    const diary = run(sketch, 7, controlled);
    expect(heldBy(diary, 0)).toEqual([0, 0, 0, 0, 10, 10, 10]);
    expect(heldBy(diary, 1)).toEqual([0, 0, 0, 0, 0, 5, 5]);
  });
  it('adds nothing before and after it does', () => {
    expect(heldBy(run(sketch, 4), 0)).toEqual([0, 0, 10, 10]);
  });
  it('adds nothing on the green channel', () => {
    const green = run(sketch, 4, (levers) => {
      levers.corridors.isControlled.fill(1);
      levers.corridors.hasGreenChannel.fill(1);
    });
    expect(heldBy(green, 0)).toEqual([0, 0, 10, 10]);
  });
});

describe('a corridor with lorries for four tonnes a day', () => {
  const sketch = sketchOf([{ tonnes: 10 }], { tonnes: 4, freeShare: 0.25, tonnesPerPass: 2 });

  it('moves ten tonnes in three days, and the rest waits', () => {
    const diary = run(sketch, 6);
    expect(diary.of('road', 'movedTonnes').map((t) => Math.round(t * 1e9) / 1e9)).toEqual([0, 4, 4, 2, 0, 0]);
    expect(diary.of('road', 'waitingTonnes').map((t) => Math.round(t * 1e9) / 1e9)).toEqual([0, 6, 2, 0, 0, 0]);
    expect(heldBy(diary, 0)).toEqual([0, 0, 4, 8, 10, 10]);
  });
  it('moves half as much with half the drivers', () => {
    expect(
      leftBy(
        run(sketch, 2, (levers) => levers.corridors.driverShare.fill(0.5)),
        1,
      ),
    ).toEqual([2]);
  });
  it.each([
    [0, 1],
    [1, 3],
    [2, 4],
    [9, 4],
  ])('moves, with a checkpoint and %i passes of two tonnes, the free ton and these: %i', (passes, tonnes) => {
    const diary = run(sketch, 2, (levers) => {
      levers.corridors.isControlled.fill(1);
      levers.corridors.passes.fill(passes);
    });
    expect(leftBy(diary, 1)).toEqual([tonnes]);
    expect(diary.of('road', 'capacityTonnes')[1]).toBeCloseTo(tonnes, 9);
  });
  it('needs no passes without a checkpoint', () => {
    expect(leftBy(run(sketch, 2), 1)).toEqual([4]);
  });
});

describe('a dock with more than the road takes', () => {
  const first = { tonnes: 6, priority: 0 };
  const second = { tonnes: 6, priority: 1 };

  it('sends the first class before the second', () => {
    expect(leftBy(run(sketchOf([second, first], { tonnes: 8 }), 2), 1)).toEqual([2, 6]);
  });
  it('keeps a floor for the second class', () => {
    expect(leftBy(run(sketchOf([first, second], { tonnes: 8, floors: [0, 0.5] }), 2), 1)).toEqual([4, 4]);
  });
  it('gives back what a floor keeps and nobody of its class asks', () => {
    expect(
      leftBy(
        run(
          sketchOf([first, { tonnes: 1, priority: 1 }, { tonnes: 9, priority: 2 }], { tonnes: 8, floors: [0, 0.5] }),
          2,
        ),
        1,
      ),
    ).toEqual([6, 1, 1]);
  });
  it('sends the same share of every consignment of a class', () => {
    expect(leftBy(run(sketchOf([{ tonnes: 3 }, { tonnes: 9 }], { tonnes: 4 }), 2), 1)).toEqual([1, 3]);
  });
});

describe('a corridor that can move nothing', () => {
  const shut = run(sketchOf([{ tonnes: 10 }], { freeShare: 0 }), 5, controlled);

  it('keeps everything at the dock', () => {
    expect(shut.of('road', 'waitingTonnes').slice(1)).toEqual([10, 10, 10, 10]);
    expect(shut.faults()).toEqual([]);
  });
});

describe('a corridor without a bound', () => {
  it.each([
    ['free', () => undefined, [10]],
    ['behind a checkpoint that lets nobody through', controlled, [0]],
    ['without drivers', (levers) => levers.corridors.driverShare.fill(0), [0]],
  ] satisfies [string, NonNullable<DiaryOptions['change']>, number[]][])(
    'has no number that is none: %s',
    (_, change, moved) => {
      const diary = run(sketchOf([{ tonnes: 10 }], { tonnes: Infinity }), 4, change);
      expect(diary.faults()).toEqual([]);
      expect(leftBy(diary, 1)).toEqual(moved);
    },
  );
});

describe('a corridor that nobody uses', () => {
  it('reports nothing moved and nothing waiting', () => {
    const sketch = sketchOf([{ tonnes: 10, lead: 1 }]);
    const idle = run(
      {
        ...sketch,
        corridors: [{ id: 'road', capacity: { timesBase: 1.5 }, freeShare: 0.1, tonnesPerPass: 2, checkpointDays: 1 }],
      },
      3,
      controlled,
    );
    expect(idle.faults()).toEqual([]);
    expect(idle.of('road', 'movedTonnes')).toEqual([0, 0, 0]);
    expect(idle.of('road', 'waitingTonnes')).toEqual([0, 0, 0]);
  });
});

describe('any road under any control', () => {
  it('loses nothing: consigned = waiting + under way + arrived, and moves no more than its capacity', () => {
    const consignment = fc.record({
      tonnes: fc.double({ min: 1e-6, max: 50, noNaN: true }),
      lead: fc.integer({ min: 2, max: 5 }),
      priority: fc.integer({ min: 0, max: 3 }),
    });
    const lever = fc.record({
      isControlled: fc.constantFrom(0, 1),
      passes: fc.integer({ min: 0, max: 5 }),
      green: fc.constantFrom(0, 1),
      drivers: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(
        fc.array(consignment, { minLength: 1, maxLength: 5 }),
        fc.record({
          tonnes: fc.constantFrom(0, 3, 20),
          freeShare: fc.constantFrom(0, 0.3),
          checkpointDays: fc.integer({ min: 0, max: 3 }),
          tonnesPerPass: fc.constant(1.5),
          floors: fc.constantFrom([], [0.2, 0.5], [0, 0, 1]),
        }),
        fc.array(lever, { minLength: 10, maxLength: 10 }),
        (consignments, road, days) => {
          const diary = run(sketchOf(consignments, road), 10, ({ corridors }, day) => {
            corridors.isControlled.fill(days[day].isControlled);
            corridors.passes.fill(days[day].passes);
            corridors.hasGreenChannel.fill(days[day].green);
            corridors.driverShare.fill(days[day].drivers);
          });
          expect(diary.faults()).toEqual([]);
          const consigned = YUAN_PER_TONNE * consignments.reduce((sum, { tonnes }) => sum + tonnes, 0);
          const waiting = diary.sum('logistics', 'waitingYuan');
          const underWay = diary.sum('logistics', 'travellingYuan');
          const released = diary.sum('logistics', 'releasedYuan');
          const arrived = diary.sum('plants', 'stockYuan');
          for (let day = 1; day < 10; day++) {
            expect((waiting[day] + underWay[day] + released[day] + arrived[day]) / consigned).toBeCloseTo(1, 9);
            expect(diary.of('road', 'movedTonnes')[day]).toBeLessThanOrEqual(
              diary.of('road', 'capacityTonnes')[day] + 1e-9,
            );
          }
        },
      ),
      { numRuns: 80 },
    );
  });
});
