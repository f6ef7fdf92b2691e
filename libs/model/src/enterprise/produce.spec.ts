// Output, what binds it, every slack, and what a closed gate lets out (docs/MODEL.md#enterprise, steps 2, 7 and 8).
import fc from 'fast-check';
import { diaryOf, directKind, PLAIN_RULES, sectorsOf, type ChainSketch, type DiaryOptions } from '#libs/testing';

interface Dyer {
  readonly stock?: number;
  readonly finishedDays?: number;
  readonly finished?: number;
  /** Share of the maker's pipeline on the eve. */
  readonly ordered?: number;
}

/** A dyer of 100 a day, 60 to a maker of clothes and 40 outside, out of 50 of grey cloth, cover 4 days. */
function dyer({ stock = 1, finishedDays = 0, finished = 1, ordered = 1 }: Dyer = {}): ChainSketch {
  return {
    rules: PLAIN_RULES,
    sectors: sectorsOf({ grey: 'plants', dyed: 'plants', clothes: 'plants' }),
    linkKinds: [directKind(4)],
    enterprises: [
      { id: 'weaver', sector: 0, finalDemandYuan: 0 },
      { id: 'dyer', sector: 1, finalDemandYuan: 40, finishedDays, initialFinishedRatio: finished },
      { id: 'maker', sector: 2, finalDemandYuan: 100 },
    ],
    links: [
      { from: 0, to: 1, flowYuan: 50, initialStockRatio: stock, initialPipelineRatio: stock },
      { from: 1, to: 2, flowYuan: 60, initialPipelineRatio: ordered },
    ],
  };
}

const boundOf = (sketch: ChainSketch, change: DiaryOptions['change']): string =>
  diaryOf(sketch, { days: 1, change }).bound('dyer')[0];

describe('what binds a dyer', () => {
  it('is nothing at base output', () => expect(boundOf(dyer(), undefined)).toBe('none'));
  it('is demand when less is asked', () => {
    expect(boundOf(dyer(), (levers, _day, row) => (levers.due[row('dyer')] = 0.5))).toBe('demand');
  });
  it('is capacity when a part of it is gone', () => {
    expect(boundOf(dyer(), (levers, _day, row) => (levers.capacity[row('dyer')] = 0.8))).toBe('capacity');
  });
  it('is the utility when power or steam is short', () => {
    expect(boundOf(dyer(), (levers, _day, row) => (levers.utility[row('dyer')] = 0.8))).toBe('utility');
  });
  it.each([
    [0.8, 0.6, 'utility'],
    [0.6, 0.8, 'capacity'],
  ])('is the scarcer of the two at capacity %d and utility %d: %s', (capacity, utility, bound) => {
    const change: DiaryOptions['change'] = (levers, _day, row) => {
      levers.capacity[row('dyer')] = capacity;
      levers.utility[row('dyer')] = utility;
    };
    expect(boundOf(dyer(), change)).toBe(bound);
  });
  it('is the input when cloth is short, also at lower capacity', () => {
    expect(boundOf(dyer({ stock: 0.1 }), (levers, _day, row) => (levers.capacity[row('dyer')] = 0.8))).toBe('input');
  });
  it('is the gate while it is closed, whatever else is short', () => {
    const closed: DiaryOptions['change'] = (levers, _day, row) => {
      levers.openShare[row('dyer')] = 0;
      levers.capacity[row('dyer')] = 0.5;
      levers.utility[row('dyer')] = 0.3;
    };
    expect(boundOf(dyer(), closed)).toBe('gate');
    expect(boundOf(dyer({ stock: 0 }), closed)).toBe('gate');
  });
  it('is the gate while it is closed and nobody orders either', () => {
    const holiday: DiaryOptions['change'] = (levers, _day, row) => {
      levers.openShare.fill(0);
      levers.due[row('dyer')] = 0;
    };
    expect(diaryOf(dyer({ ordered: 0 }), { days: 3, change: holiday }).bound('dyer')).toEqual(['gate', 'gate', 'gate']);
  });
  it('is demand, not its finished stock, when little is asked and the stock is hardly above its target', () => {
    const diary = diaryOf(dyer({ finishedDays: 3.3, finished: 1.5 }), {
      days: 30,
      change: (levers, _day, row) => {
        levers.due[row('dyer')] = 0.1;
        levers.due[row('maker')] = 0.37;
      },
    });
    expect(new Set(diary.bound('dyer').slice(15))).toEqual(new Set(['demand']));
  });
  it('is its finished stock when that is full and asks it to make less than is ordered', () => {
    expect(boundOf(dyer({ finishedDays: 3, finished: 2 }), undefined)).toBe('finished-stock-full');
  });
});

describe('the report of a day', () => {
  it('tells every limit beside the one that binds', () => {
    const diary = diaryOf(dyer({ stock: 0.3 }), {
      days: 1,
      change: (levers, _day, row) => (levers.capacity[row('dyer')] = 0.8),
    });
    // 0.3 x 4 days of 50 in stock and 0.3 x 50 arrived: 75 of cloth for 150 of output.
    expect(diary.of('dyer', 'wantedYuan')[0]).toBeCloseTo(100, 9);
    expect(diary.of('dyer', 'capacityYuan')[0]).toBeCloseTo(80, 9);
    expect(diary.of('dyer', 'inputLimitYuan')[0]).toBeCloseTo(150, 9);
    expect(diary.of('dyer', 'outputYuan')[0]).toBeCloseTo(80, 9);
    expect(diary.of('dyer', 'finalDemandYuan')[0]).toBeCloseTo(40, 9);
    expect(diary.of('dyer', 'finalServedYuan')[0]).toBeCloseTo(32, 9);
  });
  it('has output the smallest of wanted, capacity and input limit, always', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 2, noNaN: true }),
        fc.double({ min: 0, max: 2, noNaN: true }),
        fc.boolean(),
        (stock, capacity, asked, isOpen) => {
          const diary = diaryOf(dyer({ stock }), {
            days: 5,
            change: (levers, _day, row) => {
              levers.capacity[row('dyer')] = capacity;
              levers.due[row('dyer')] = asked;
              levers.openShare[row('dyer')] = isOpen ? 1 : 0;
            },
          });
          const [output, ...limits] = ['outputYuan', 'wantedYuan', 'capacityYuan', 'inputLimitYuan'].map((column) =>
            diary.of('dyer', column),
          );
          output.forEach((yuan, day) => expect(yuan).toBe(Math.min(...limits.map((limit) => limit[day]))));
          expect(diary.faults()).toEqual([]);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('a closed dyer with three days of finished cloth', () => {
  const diary = diaryOf(dyer({ finishedDays: 3 }), {
    days: 6,
    change: (levers, day, row) => {
      if (day < 3) levers.openShare[row('dyer')] = 0;
    },
  });

  it('lets nothing out of the gate, to customers or outside', () => {
    expect(diary.of('dyer > maker', 'shippedYuan').slice(0, 3)).toEqual([0, 0, 0]);
    expect(diary.of('dyer', 'finalServedYuan').slice(0, 3)).toEqual([0, 0, 0]);
  });
  it('still has all of it', () => expect(diary.of('dyer', 'finishedYuan').slice(0, 3)).toEqual([300, 300, 300]));
  it("keeps its customers' orders and ships them from stock on the day it opens", () => {
    expect(diary.of('dyer > maker', 'orderBookYuan')[2]).toBeCloseTo(180, 9);
    expect(diary.of('dyer > maker', 'shippedYuan')[3]).toBeCloseTo(diary.of('dyer', 'demandYuan')[3] - 40, 9);
  });
});

describe('a tiny maker beside a huge one', () => {
  const sizes = { tiny: 1e-6, huge: 1e9 };
  const sketch: ChainSketch = {
    rules: PLAIN_RULES,
    sectors: sectorsOf({ cloth: 'plants', clothes: 'plants' }),
    linkKinds: [directKind(4)],
    enterprises: [
      { id: 'mill', sector: 0, finalDemandYuan: 0, spareRatio: 1.5 },
      ...Object.entries(sizes).map(([id, finalDemandYuan]) => ({ id, sector: 1, finalDemandYuan, spareRatio: 1.5 })),
    ],
    links: Object.values(sizes).map((yuan, i) => ({ from: 0, to: i + 1, flowYuan: yuan / 2 })),
  };
  const diary = diaryOf(sketch, {
    days: 200,
    change: (levers, day, row) => {
      if (day >= 3 && day < 20) levers.capacity[row('mill')] = day % 3 === 0 ? 0 : 0.1;
    },
  });

  it('has no number that is none', () => expect(diary.faults()).toEqual([]));
  it('fares as the huge one does, day by day', () => {
    const [tiny, huge] = Object.entries(sizes).map(([id, base]) =>
      diary.of(id, 'outputYuan').map((yuan) => yuan / base),
    );
    tiny.forEach((ratio, day) => expect(ratio).toBeCloseTo(huge[day], 6));
    expect(Math.min(...huge)).toBeLessThan(0.3);
    expect(huge.at(-1)).toBeGreaterThan(0.99);
  });
});
