// Passes from the scenario file to milestones and observations.
import { foldScenario } from '#libs/testing';
import type { RunSummary } from '../index';

const TEXT = `
resumption: 1
id: small
name: { en: Small }
start: 2020-02-01
days: 20
products: { yarn: { yuanPerTonne: 1000 }, cloth: { yuanPerTonne: 4000 } }
zones: { town: { road: inside }, park: { road: inside }, beyond: { road: outside, weight: 0 } }
roads:
  inside: { leadDays: 2 }
  outside: { leadDays: 3, checkpoint: { freeShare: 0.1, tripsPerDay: 2, tonnesPerTrip: 5, addsDays: 1, officeDays: OFFICE } }
sectors:
  spinning: { outside: true, stage: plants, product: yarn, populations: { spinner: { count: 2, zones: { beyond: 1 } } } }
  weaving:
    stage: plants
    product: cloth
    baseYuanPerDay: 2e6
    finalDemand: all
    buys: { yarn: { perOutput: 0.5, from: { spinning: { coverDays: 5 } } } }
    populations: { weaver: { count: 20 } }
levers:
  checkpoint: { acts: checkpoint, on: { road: outside }, values: { 0: 1, 15: 0 } }
  passes: { acts: passes, on: { road: outside }, values: { 2: 30, 5: 94 } }
observations:
  early: { role: check, metric: passesHeld, on: 5, value: 30 }
  K13: { role: check, metric: passesHeld, on: 19, value: 94, within: { percent: 0.001 } }
`;

type Folded = ReturnType<typeof foldScenario>;

const fold = (officeDays: number): Folded => foldScenario(TEXT.replace('OFFICE', String(officeDays)));

const simulated = ({ summary }: { summary: RunSummary }): (number | null)[] =>
  summary.observations.map((one) => one.simulated);

describe('30 passes from day 2 and 94 from day 5, through an office that takes 3 days', () => {
  const run = fold(3);
  const granted = run.milestones.filter(({ type }) => type === 'PassGranted');
  const pulled = run.milestones.filter((one) => one.type === 'LeverPulled' && one.lever === 'levers.passes');

  it('are granted three days later each, told once a day and road, with the quota as their cause', () => {
    expect(granted).toMatchObject([
      { day: 5, road: 'outside', passes: 30, holders: 30, causes: [pulled[0].id] },
      { day: 8, road: 'outside', passes: 64, holders: 94, causes: [pulled[1].id] },
    ]);
  });
  it('are observed as held, and are still held when the checkpoint is gone', () => {
    expect(simulated(run)).toEqual([30, 94]);
    expect(run.summary.observations[1]).toMatchObject({ unit: 'passes', within: true });
  });
});

describe('the same passes without an office', () => {
  const run = fold(0);

  it('are held on the day of their quota, and told as the lever alone', () => {
    expect(simulated(run)).toEqual([94, 94]);
    expect(run.milestones.some(({ type }) => type === 'PassGranted')).toBe(false);
  });
});
