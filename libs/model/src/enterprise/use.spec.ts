// Use: inputs leave the stock as output is made (docs/MODEL.md#enterprise, step 9).
import { diaryOf, directKind, PLAIN_RULES, sectorsOf, type ChainSketch, type Diary } from '#libs/testing';

/** Base output 200 out of 100 yarn from two spinners; cover 2 days, nothing under way. */
function makerWith(stocks: { a: number; b: number }, need: 'critical' | 'none' = 'critical'): ChainSketch {
  return {
    rules: { ...PLAIN_RULES, inputs: { rule: 'partial' } },
    sectors: sectorsOf({ yarn: 'plants', maker: 'plants' }),
    linkKinds: [{ ...directKind(2), need }],
    enterprises: [
      { id: 'a', sector: 0, finalDemandYuan: 1 },
      { id: 'b', sector: 0, finalDemandYuan: 1 },
      { id: 'maker', sector: 1, finalDemandYuan: 200 },
    ],
    links: [
      { from: 0, to: 2, flowYuan: 40, initialStockRatio: stocks.a / 80, initialPipelineRatio: 0 },
      { from: 1, to: 2, flowYuan: 60, initialStockRatio: stocks.b / 120, initialPipelineRatio: 0 },
    ],
  };
}

const stocksAfter = (diary: Diary): number[] =>
  ['a > maker', 'b > maker'].map((link) => diary.of(link, 'stockYuan')[0]);

describe('a maker that uses 100 of yarn a day', () => {
  it('takes them from two suppliers in proportion to what it holds of each', () => {
    const [a, b] = stocksAfter(diaryOf(makerWith({ a: 150, b: 50 }), { days: 1 }));
    expect(a).toBeCloseTo(75, 9);
    expect(b).toBeCloseTo(25, 9);
  });
  it('uses half as much for half the output', () => {
    const half = diaryOf(makerWith({ a: 100, b: 100 }), {
      days: 1,
      change: (levers, _day, row) => (levers.capacity[row('maker')] = 0.5),
    });
    expect(stocksAfter(half).map((stock) => Math.round(stock * 1e9) / 1e9)).toEqual([75, 75]);
  });
  it('uses nothing on a day without output', () => {
    const shut = diaryOf(makerWith({ a: 100, b: 100 }), {
      days: 1,
      change: (levers, _day, row) => (levers.openShare[row('maker')] = 0),
    });
    expect(stocksAfter(shut)).toEqual([100, 100]);
  });
  it('uses up a class to the last, and never below zero', () => {
    expect(stocksAfter(diaryOf(makerWith({ a: 30, b: 10 }), { days: 1 }))).toEqual([0, 0]);
  });
  it('goes on without an input it can do without, and its stock stays at zero', () => {
    const diary = diaryOf(makerWith({ a: 0, b: 0 }, 'none'), { days: 1 });
    expect(diary.of('maker', 'outputYuan')).toEqual([200]);
    expect(stocksAfter(diary)).toEqual([0, 0]);
    expect(diary.faults()).toEqual([]);
  });
});
