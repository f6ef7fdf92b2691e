// Visitors of a market: who comes since the opening, and whom entry control lets in.
import { compileText } from './county.fixture';
import type { Intervention } from './interventions';
import { leversOf } from './schedule';

const TEXT = `resumption: 1
id: market
name: { en: Market }
start: 2020-02-01
days: 12
products: { cloth: { yuanPerTonne: 40000 } }
sectors:
  market: { stage: markets, product: cloth, finalDemand: all, baseYuanPerDay: 1000, populations: { shop: { count: 5 } } }
market:
  opens: 2020-02-04
  visitorsPerDay: 1000
  arrivals: { from: 0.2, tauDays: 2 }
  entryCap: { values: { 2020-02-01: 500, 2020-02-08: 700 } }
  basketYuan: 1
`;

/** Visitors by day. */
function visitors(text = TEXT, interventions: readonly Intervention[] = []): number[] {
  const leversOn = leversOf(compileText(text).schedule, interventions);
  return Array.from({ length: 12 }, (_, day) => Math.round(leversOn(day).market.visitors));
}

describe('a market that opens on day 3, with entry control', () => {
  // 1,000 x (0.2 + 0.8 (1 - exp(-d/2))), d days after the opening: 200, 515, 706, 821, 892, ...
  it('has nobody before, then those who come, but never more than are let in', () => {
    expect(visitors()).toEqual([0, 0, 0, 200, 500, 500, 500, 700, 700, 700, 700, 700]);
  });
  it('has everybody who comes without it', () => {
    expect(visitors(TEXT.replace(/ {2}entryCap.*\n/, '')).slice(3, 8)).toEqual([200, 515, 706, 821, 892]);
  });
});

describe('an intervention in a market', () => {
  it('in its entry control stands from its day on', () => {
    const tight = visitors(TEXT, [{ path: 'market.entryCap', day: 6, value: 300 }]);
    expect(tight).toEqual([0, 0, 0, 200, 500, 500, 300, 300, 300, 300, 300, 300]);
  });
  it('in its visitors leaves entry control in force', () => {
    const many = visitors(TEXT, [{ path: 'market.visitorsPerDay', day: 3, value: 9000 }]);
    expect(many).toEqual([0, 0, 0, 500, 500, 500, 500, 700, 700, 700, 700, 700]);
  });
  it('in its opening lets visitors come from the new day on, as few as on any first day', () => {
    const late = [
      { path: 'market.opens', day: 0, value: 0 },
      { path: 'market.opens', day: 9, value: 1 },
    ];
    expect(visitors(TEXT, late).slice(8)).toEqual([0, 200, 515, 700]);
  });
});
