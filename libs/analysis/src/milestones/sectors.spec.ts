// What let a sector back, and what pushed it down: causes that were there, and no others.
import type { Milestone } from '#libs/messages';
import { foldScenario } from '#libs/testing';

const TEXT = `
resumption: 1
id: small
name: { en: Small }
start: 2020-02-01
days: 40
seed: 3
products: { grey: { yuanPerTonne: 4000 }, cloth: { yuanPerTonne: 4000 } }
workers:
  origins:
    far: { ownWay: 0, seats: true }
sectors:
  weaving:
    stage: plants
    product: grey
    baseYuanPerDay: 1000
    finalDemand: rest
    populations: { weaver: { count: 2, staff: 50, origins: { far: 1 }, stayed: 0.4 } }
  dyeing:
    stage: plants
    product: cloth
    baseYuanPerDay: 1000
    finalDemand: all
    buys: { grey: { perOutput: 0.5, from: { weaving: { partners: 2, coverDays: 3, direct: true } } } }
    populations: { dyer: { count: 2, staff: 50 } }
levers:
  list: { acts: whiteList, values: { 2: 1000 } }
  trains: { acts: trainSeats, values: { 5: 7, 13: 0 } }
`;

const milestonesOf = (text: string): Milestone[] => foldScenario(text).milestones;

describe('a sector whose workers came by trains that have ended since', () => {
  const milestones = milestonesOf(TEXT);
  const left = milestones.find((one) => one.type === 'ShortageLeftSector' && one.sector === 'weaving');
  const trains = milestones.filter((one) => one.type === 'LeverPulled' && one.lever === 'levers.trains');

  it('is back because of the trains, not because they ended', () => {
    expect(trains.map(({ day }) => day)).toEqual([5, 13]);
    expect(left?.day).toBeGreaterThanOrEqual(13);
    expect(left?.causes).toContain(trains[0].id);
    expect(left?.causes).not.toContain(trains[1].id);
  });
});

describe('a sector that was short of inputs alone', () => {
  const milestones = milestonesOf(TEXT);
  const of = (type: Milestone['type']): Milestone | undefined =>
    milestones.find((one) => one.type === type && 'sector' in one && one.sector === 'dyeing');

  it('fell short with its supplier, and is back with it: no lever that brought workers elsewhere', () => {
    const short = milestones.find((one) => one.type === 'ShortageReachedSector' && one.sector === 'weaving');
    expect(of('ShortageReachedSector')?.causes).toEqual([short?.id]);
    const levers = milestones.filter(({ type }) => type === 'LeverPulled').map(({ id }) => id);
    const back = of('ShortageLeftSector')?.causes ?? [];
    expect(back.length).toBeGreaterThan(0);
    expect(back.filter((id) => levers.includes(id))).toEqual([]);
  });
});
