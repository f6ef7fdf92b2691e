// Cancelled contracts from the scenario file to milestones and the summary.
import { foldScenario } from '#libs/testing';

const TEXT = `
resumption: 1
id: small
name: { en: Small }
start: 2020-02-01
days: 30
products: { cloth: { yuanPerTonne: 40000 }, exports: { yuanPerTonne: 40000 } }
sectors:
  weaving: { stage: plants, product: cloth, populations: { weaver: { count: 2 } } }
  exporting:
    stage: exporters
    product: exports
    baseYuanPerDay: 1000
    finalDemand: all
    spare: 1.5
    buys: { cloth: { perOutput: 0.8, from: { weaving: { coverDays: 5 } } } }
    populations: { exporter: { count: 1, notable: true } }
shocks: { stop: { on: { sector: exporting }, from: 5, days: 10, leaves: 0 } }
levers:
  certificates: { acts: certificates, values: { CERTIFIED: 1 } }
exports: { penaltyPerDay: 0.001, cancelAfterDays: 4 }
`;

type Folded = ReturnType<typeof foldScenario>;

const fold = (certified: number, text = TEXT): Folded => foldScenario(text.replace('CERTIFIED', String(certified)));

describe('an exporter who stands still from day 5 to 14, with contracts cancelled after 4 days', () => {
  const { summary, milestones } = fold(29);

  it('loses those of days 5 to 10, and catches up on the others before they are too old', () => {
    expect(summary.exports.cancelledYuan).toBeCloseTo(6000, 6);
    expect(summary.exports.overdueYuan).toBe(0);
  });
  it('is told once, on the first day, with the day it fell late as its cause', () => {
    const late = milestones.find(({ type }) => type === 'ContractLate');
    expect(milestones.filter(({ type }) => type === 'ContractCancelled')).toMatchObject([
      { day: 10, enterprise: 'exporter-1', causes: [late?.id] },
    ]);
  });
});

describe('the same exporter with a force-majeure certificate from day 8', () => {
  const { summary, milestones } = fold(8);

  it('loses nothing, and pays for the first three days only', () => {
    expect(summary.exports.cancelledYuan).toBe(0);
    expect(milestones.some(({ type }) => type === 'ContractCancelled')).toBe(false);
    expect(summary.exports.penaltyYuan).toBeCloseTo(0.001 * (1000 + 2000 + 3000), 6);
  });
});

describe('the same exporter without a limit', () => {
  it('loses nothing, and pays until it has caught up', () => {
    const { summary } = fold(29, TEXT.replace(', cancelAfterDays: 4', ''));
    expect(summary.exports.cancelledYuan).toBe(0);
    expect(summary.exports.penaltyYuan).toBeGreaterThan(0.001 * 55_000);
  });
});
