// What the service desk does, from the scenario file to milestones and the return-to-post rate.
import type { Milestone, MilestoneType } from '#libs/messages';
import { foldScenario } from '#libs/testing';

const TEXT = `
resumption: 1
id: small
name: { en: Small }
start: 2020-02-01
days: 30
seed: 3
products: { grey: { yuanPerTonne: 4000 }, cloth: { yuanPerTonne: 4000 } }
workers:
  origins:
    far: { ownWay: 0, seats: true }
    near: { ownWay: 1 }
masks: { kitDays: 60 }
risk: { density: 1, closedDays: 5 }
sectors:
  weaving:
    stage: plants
    product: grey
    baseYuanPerDay: 1000
    finalDemand: all
    populations: { weaver: { count: 2, staff: 50, origins: { far: 1 }, stayed: 0.4 } }
  dyeing:
    stage: plants
    product: cloth
    baseYuanPerDay: 1000
    finalDemand: all
    populations: { dyer: { count: 1, staff: 50, origins: { near: 1 }, stayed: 1 } }
  guessing:
    stage: plants
    product: cloth
    baseYuanPerDay: 1000
    finalDemand: all
    populations: { guesser: { count: 1, staff: 50 } }
levers:
  list: { acts: whiteList, values: { 2: 1000 } }
  trains: { acts: trainSeats, values: { 6: 6 } }
  masks: { acts: maskSupply, values: { 0: 10 } }
  buying: { acts: maskPurchase, values: { 0: 0.5 } }
`;

type Folded = ReturnType<typeof foldScenario>;

const fold = (text = TEXT): Folded => foldScenario(text);

const told = <T extends MilestoneType>(milestones: readonly Milestone[], type: T): Extract<Milestone, { type: T }>[] =>
  milestones.filter((one): one is Extract<Milestone, { type: T }> => one.type === type);

describe('what stands from the first day on', () => {
  it('is told on it, where it is not at rest', () => {
    const first = told(fold().milestones, 'LeverPulled').filter(({ day }) => day === 0);
    expect(first.map(({ lever, value }) => [lever, value])).toEqual([
      ['levers.masks', 10],
      ['levers.buying', 0.5],
    ]);
  });
});

describe('sixty weavers away, six seats a day from day 6', () => {
  const { milestones } = fold();
  const pulled = (lever: string): string | undefined =>
    told(milestones, 'LeverPulled').find((one) => one.lever === `levers.${lever}` || one.lever === lever)?.id;

  it('takes the first train on day 6, and that is told once', () => {
    const seats = told(milestones, 'SeatsTaken');
    expect(seats.map(({ day, way, heads }) => ({ day, way, heads: Math.round(heads) }))).toEqual([
      { day: 6, way: 'train', heads: 6 },
    ]);
    expect(seats[0].causes).toEqual([pulled('trains')]);
  });
  it('tells each mark of staff on post once, when it is passed: 5, 8 and 9 tenths', () => {
    const returned = told(milestones, 'StaffReturned').map(({ day, sector, heads, share }) => ({
      ...{ day, sector, heads: Math.round(heads) },
      share: Math.round(share * 1000) / 1000,
    }));
    expect(returned).toEqual([
      { day: 8, sector: 'weaving', heads: 52, share: 0.52 },
      { day: 13, sector: 'weaving', heads: 82, share: 0.82 },
      { day: 15, sector: 'weaving', heads: 94, share: 0.94 },
    ]);
  });
  it('names the levers that brought them as causes', () => {
    for (const { causes } of told(milestones, 'StaffReturned'))
      expect(causes).toEqual([pulled('list'), pulled('trains')]);
  });
  it('says nothing of a sector whose staff is all there', () =>
    expect(told(milestones, 'StaffReturned').every(({ sector }) => sector === 'weaving')).toBe(true));
  it('tells masks by the week: ten a day, and in the first what the pool held on the eve of it', () => {
    const weeks = told(milestones, 'MasksAllotted').map(({ day, masks, overDays }) => [
      day,
      Math.round(masks),
      overDays,
    ]);
    expect(weeks[0]).toEqual([7, 80, 7]);
    expect(weeks.slice(1)).toEqual([
      [14, 70, 7],
      [21, 70, 7],
      [28, 70, 7],
    ]);
  });
  it('closes nothing while everybody is masked', () => expect(told(milestones, 'PlaceClosed')).toEqual([]));
});

describe('the return-to-post rate', () => {
  const { summary } = fold();

  it('rises from those who stayed to everybody', () => {
    const rates = summary.sectors.find(({ id }) => id === 'weaving')?.returnToPost;
    expect(rates?.[0]).toBeCloseTo(0.4, 9);
    expect(rates?.[7]).toBeCloseTo(0.46, 9);
    expect(rates?.at(-1)).toBe(1);
  });
  it('is 1 where nobody was away, and null where nobody is counted', () => {
    const first = (id: string): unknown => summary.sectors.find((one) => one.id === id)?.returnToPost[0];
    expect([first('dyeing'), first('guessing')]).toEqual([1, null]);
  });
  it('of the chain counts those who are counted', () => expect(summary.rates[0].returnToPost).toBeCloseTo(90 / 150, 9));
});

describe('a park where nobody has a mask', () => {
  const { milestones } = fold(
    TEXT.replace('kitDays: 60', 'kitDays: 0').replace('0: 0.5 }', '0: 0 }').replace('0: 10', '0: 0'),
  );

  it('is told closed, reopened because of that, and closed again', () => {
    const closed = told(milestones, 'PlaceClosed');
    const reopened = told(milestones, 'PlaceReopened');
    expect(closed.slice(0, 2).map(({ day, place, days }) => [day, place, days])).toEqual([
      [1, 'park-1', 5],
      [8, 'park-1', 5],
    ]);
    expect(reopened[0]).toMatchObject({ day: 6, place: 'park-1', causes: [closed[0].id] });
  });
});
