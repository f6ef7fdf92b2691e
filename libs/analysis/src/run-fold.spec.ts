// Rates, losses and milestones of a small chain, folded from its reports.
import { compileScenario, leversOf, parseScenario } from '#libs/scenario';
import { openChain } from '#libs/testing';
import { runDays } from '#libs/kernel';
import type { Milestone } from '#libs/messages';
import { chainScope, RunFold, summarise, type RunSummary } from './index';

const TEXT = `
resumption: 1
id: small
name: { en: Small }
start: 2020-02-01
days: 30
rules: { overtime: off }
products: { yarn: { yuanPerTonne: 9000 }, cloth: { yuanPerTonne: 40000 } }
sectors:
  spinning: { stage: plants, product: yarn, baseYuanPerDay: 300, finalDemand: { share: 0 }, populations: { spinner: { count: 3 } } }
  weaving:
    stage: plants
    product: cloth
    baseYuanPerDay: 1000
    buys: { yarn: { perOutput: 0.3, from: { spinning: { coverDays: 5 } } } }
    populations: { weaver: { count: COUNT, notable: true } }
  sellers: { outside: true, stage: plants, product: cloth, finalDemand: all, baseYuanPerDay: 500, populations: { seller: { count: 2 } } }
shocks: { stop: { on: { sector: weaving }, from: 5, days: 10, leaves: SHARE } }
`;

function fold(
  share: number,
  count = 4,
): { summary: RunSummary; milestones: Milestone[]; days: { made: number; lost: number }[] } {
  const compiled = compileScenario(
    parseScenario(TEXT.replace('SHARE', String(share)).replace('COUNT', String(count)), 'small.yaml'),
  );
  const { chain, schedule, spec } = compiled;
  const run = new RunFold(compiled);
  const milestones: Milestone[] = [];
  const days: { made: number; lost: number }[] = [];
  const leversOn = leversOf(schedule);
  runDays(openChain({ chain, shards: 2 }), { from: 0, to: spec.days }, leversOn, ({ day, frames }) => {
    const folded = run.fold(day, frames, leversOn(day));
    milestones.push(...folded.milestones);
    const scope = chainScope(run.scopes);
    days.push({ made: folded.rates.capacityRecovery[scope], lost: folded.rates.lostValueAddedYuan[scope] });
  });
  return { summary: summarise(run, { digest: '0'.repeat(16), recoverability: null, losses: null }), milestones, days };
}

describe('weaving at 40 % for ten days, in a chain where it adds 700 of 1,000 yuan and spinning 300', () => {
  const { summary, milestones, days } = fold(0.4);

  it('leaves the chain at its value added: 40 % of weaving and what spinning still makes', () => {
    const spinning = summary.sectors[0].capacityRecovery[5];
    expect(days[5].made).toBeCloseTo((700 * 0.4 + 300 * spinning) / 1000, 9);
    expect(days[5].lost).toBeCloseTo(1000 * (1 - days[5].made), 6);
  });
  it('loses 60 % of base output on each of the ten days, gross, inside the sector', () => {
    const ten = 10 * 0.6 * 1000;
    expect(summary.sectors[1].lostYuan).toBeGreaterThanOrEqual(ten - 1e-6);
    expect(summary.sectors[1].lostYuan).toBeLessThan(ten * 1.2);
  });
  it('counts enterprises as resumed while they make 5 % of base output', () => {
    expect(summary.rates[7].resumption).toBe(1);
    expect(fold(0.04).summary.rates[5].resumption).toBeCloseTo(3 / 7, 12);
  });
  it('leaves sellers outside out of every rate', () => {
    expect(summary.sectors.map(({ id }) => id)).toEqual(['spinning', 'weaving']);
  });
  it('names the shock as the cause of weaving’s shortage, and weaving’s as the cause of spinning’s', () => {
    const of = (type: Milestone['type'], sector?: string): Milestone | undefined =>
      milestones.find(
        (one) => one.type === type && (sector === undefined || ('sector' in one && one.sector === sector)),
      );
    expect(of('ShockBegan')?.day).toBe(5);
    expect(of('ShortageReachedSector', 'weaving')).toMatchObject({ day: 5, causes: [of('ShockBegan')?.id] });
    expect(of('ShortageReachedSector', 'spinning')).toMatchObject({
      day: 6,
      causes: [of('ShortageReachedSector', 'weaving')?.id],
    });
    expect(of('ShortageLeftSector', 'weaving')?.causes).toContain(of('ShortageReachedSector', 'weaving')?.id);
  });
});

describe('milestones of a day', () => {
  it('are at most 2,000; the rest is counted', () => {
    const { summary, milestones } = fold(0, 2500);
    const byDay = new Map<number, number>();
    for (const { day } of milestones) byDay.set(day, (byDay.get(day) ?? 0) + 1);
    expect(Math.max(...byDay.values())).toBe(2000);
    expect(summary.milestones.counted).toBeGreaterThan(400);
    expect(summary.milestones.told).toBe(milestones.length);
  });
});
