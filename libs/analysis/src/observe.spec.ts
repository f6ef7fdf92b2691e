// What is observed of staff, meters, lags and bottlenecks, on a small chain that comes back to work.
import { runDays } from '#libs/kernel';
import { compileScenario, leversOf, parseScenario } from '#libs/scenario';
import { openChain } from '#libs/testing';
import { RunFold, summarise, type RunSummary } from './index';

const TEXT = `
resumption: 1
id: small
name: { en: Small }
start: 2020-02-01
days: 25
rules: { overtime: off }
products: { yarn: { yuanPerTonne: 9000 }, cloth: { yuanPerTonne: 40000 } }
workers: { origins: { local: { ownWay: 1 }, far: { ownWay: 1, quarantineDays: 6 } } }
gates: {}
sectors:
  spinning:
    stage: plants
    product: yarn
    baseYuanPerDay: 300
    finalDemand: { share: 0 }
    populations: { spinner: { count: 3, notable: true, origins: { local: 1 }, checklist: { from: 2, to: 2 } } }
  weaving:
    stage: plants
    product: cloth
    baseYuanPerDay: 1000
    buys: { yarn: { perOutput: 0.3, from: { spinning: { coverDays: 5 } } } }
    populations:
      weaver: { count: 4, notable: true, origins: { local: 0.3, far: 0.7 }, checklist: { from: 2, to: 2 } }
levers:
  list: { acts: whiteList, values: { 2: 10000 } }
  filing: { acts: filing, values: { 0: 1 } }
observations:
  staff: { role: check, metric: returnToPost, sector: weaving, on: 7, value: 0.3, within: { points: 1 } }
  one: { role: check, metric: returnToPost, enterprise: weaver-1, on: 24, value: 1 }
  all: { role: check, metric: returnToPost, on: 24, value: 1 }
  meters: { role: check, metric: electricityAbove, reading: 0.8, on: 7, value: 3 }
  panel: { role: check, metric: electricityPanel, sector: weaving, users: 2, on: 7, value: 0.44, within: { points: 2 } }
  lag: { role: check, metric: halfwayLag, sector: spinning, after: weaving, value: 1, atLeast: true }
  order: { role: check, metric: boundLag, bounds: [gate, labour], value: 2, atLeast: true }
  never: { role: check, metric: boundLag, bounds: [gate, utility], value: 2 }
`;

function summaryOf(text: string): RunSummary {
  const compiled = compileScenario(parseScenario(text, 'small.yaml'));
  const run = new RunFold(compiled);
  const leversOn = leversOf(compiled.schedule);
  const shards = openChain({ chain: compiled.chain, shards: 2 });
  runDays(shards, { from: 0, to: compiled.spec.days }, leversOn, ({ day, frames }) => {
    run.fold(day, frames, leversOn(day));
  });
  return summarise(run, { digest: '0'.repeat(16), recoverability: null, losses: null });
}

describe('spinners whose staff lives there, and weavers who wait for seven in ten of theirs', () => {
  const { observations } = summaryOf(TEXT);
  const seen = (id: string): number => observations.find((one) => one.id === id)?.simulated ?? NaN;

  it('are on post by their share: of a sector, an enterprise, the chain', () => {
    expect(seen('staff')).toBeCloseTo(0.3, 9);
    expect([seen('one'), seen('all')]).toEqual([1, 1]);
  });
  it('read e0 + (1 - e0) P/P0 on their meters, counted and on average of the largest', () => {
    expect(seen('panel')).toBeCloseTo(0.2 + 0.8 * 0.3, 9);
    expect(seen('meters')).toBe(0);
  });
  it('are half-way back one after the other: spinning waits for orders', () => {
    expect(seen('lag')).toBe(1);
  });
  it('are held by gates first, by labour after that, by power never', () => {
    expect(seen('order')).toBeGreaterThanOrEqual(2);
    expect(seen('never')).toBeNaN();
  });
});

describe('an observation that lacks what its metric needs', () => {
  it.each([
    ['reading: 0.8, ', 'reading'],
    ['users: 2, ', 'users'],
    ['after: weaving, ', 'after'],
    ['bounds: [gate, utility], ', 'bounds'],
  ])('is refused without %s', (piece, key) => {
    expect(() => summaryOf(TEXT.replace(piece, ''))).toThrow(`needs ${key}`);
  });
});
