// Gates and capacity (docs/MODEL.md#enterprise, steps 2 and 4).
import {
  assembleChain,
  columnOf,
  diaryOf,
  draftOf,
  groupShape,
  PLAIN_RULES,
  runChain,
  sectorsOf,
  type ChainSketch,
  type DiaryOptions,
} from '#libs/testing';

function plants(count: number, spareRatio = 1): ChainSketch {
  return {
    rules: { ...PLAIN_RULES, overtime: { rule: 'off' } },
    sectors: sectorsOf({ plant: 'plants' }),
    linkKinds: [],
    enterprises: Array.from({ length: count }, (_, i) => ({
      id: `plant-${String(i).padStart(3, '0')}`,
      sector: 0,
      finalDemandYuan: 100,
      spareRatio,
    })),
    links: [],
  };
}

const capacityOf = (change: DiaryOptions['change'], spare = 1): number =>
  diaryOf(plants(1, spare), { days: 1, change }).of('plant-000', 'capacityYuan')[0];

describe('the capacity of a plant that makes 100 a day', () => {
  it('is its base output at base', () => expect(capacityOf(() => undefined)).toBe(100));
  it('is half as much again with that much spare', () => expect(capacityOf(() => undefined, 1.5)).toBe(150));
  it('shrinks by what is destroyed or missing', () =>
    expect(capacityOf((levers) => levers.capacity.fill(0.7))).toBeCloseTo(70, 9));
  it('shrinks to the share of power and steam supplied', () =>
    expect(capacityOf((levers) => levers.utility.fill(0.4))).toBeCloseTo(40, 9));
  it('does not grow with more power than it needs', () =>
    expect(capacityOf((levers) => levers.utility.fill(2))).toBe(100));
  it('is nothing without staff, without power, or behind a closed gate', () => {
    expect(capacityOf((levers) => levers.capacity.fill(0))).toBe(0);
    expect(capacityOf((levers) => levers.utility.fill(0))).toBe(0);
    expect(capacityOf((levers) => levers.openShare.fill(0))).toBe(0);
  });
});

describe('two hundred plants of one gate group', () => {
  const sketch = plants(200);
  const draft = draftOf(sketch);
  const one = assembleChain({ ...draft, enterprises: { ...draft.enterprises, gateGroup: new Int32Array(200) } });

  /** Who is open on each day. */
  function opened(share: (day: number) => number, shards = 1): boolean[][] {
    const days: boolean[][] = [];
    runChain({
      ...{ chain: one, shape: groupShape(sketch), days: 6, shards },
      change: (levers, day) => (levers.openShare[0] = share(day)),
      onDay: ({ shards: ended }) => days.push(columnOf(ended, 'plants', 'isOpen').map((value) => value === 1)),
    });
    return days;
  }
  const count = (open: readonly boolean[]): number => open.filter(Boolean).length;

  it('are about as many open as the share says', () => {
    for (const [day, open] of opened((at) => at / 5).entries())
      expect(Math.abs(count(open) - 40 * day)).toBeLessThanOrEqual(25);
  });
  it('are none open at a share of 0 and all at 1', () => {
    expect(opened((day) => day % 2).map(count)).toEqual([0, 200, 0, 200, 0, 200]);
  });
  it('are the same ones every day, and all of them still when others join', () => {
    const [first, second, third] = opened((day) => [0.3, 0.3, 0.6][day] ?? 1);
    expect(second).toEqual(first);
    first.forEach((isOpen, i) => expect(third[i] || !isOpen).toBe(true));
  });
  it('are the same ones however the stage is cut', () => {
    expect(opened(() => 0.5, 7)).toEqual(opened(() => 0.5));
  });
});
