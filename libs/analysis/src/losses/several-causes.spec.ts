// With several causes: everything is attributed, nothing crosses between chains that do not deal with each other, nobody
// has a share before he acts, and neither sharding nor the order of arrival changes a bit.
import fc from 'fast-check';
import type { Levers } from '#libs/model';
import {
  accountChain,
  anyTextile,
  attributed,
  lostYuan,
  misattributed,
  shock,
  textile,
  unwhole,
  type ChainSketch,
} from '#libs/testing';
import type { LossAccounts } from './accounts';

describe('a chain under shocks of several kinds', () => {
  it('has every loss attributed on every day, and no composition that is not whole', () => {
    fc.assert(
      fc.property(anyTextile(), fc.integer({ min: 1, max: 127 }), fc.boolean(), (options, kinds, departs) => {
        const worst: number[] = [];
        accountChain({
          ...{ sketch: textile(options), days: 50 },
          start: ({ links }) => {
            if (departs) links.initialStockRatio.fill(0.5);
          },
          change: (levers, day) => {
            if (day >= 3 && day < 12) shock(levers, kinds);
            if (day >= 20 && day < 25) shock(levers, kinds ^ 127);
          },
          onDay: (accounts, losses) => {
            worst.push(misattributed(accounts, losses));
            expect(unwhole(accounts)).toBeLessThan(1e-5);
          },
        });
        expect(Math.max(...worst)).toBeLessThan(1e-12);
      }),
      { numRuns: 100 },
    );
  });

  it('has the same losses for any sharding and any order of arrival', () => {
    const order = fc.infiniteStream(fc.nat());
    fc.assert(
      fc.property(anyTextile(), fc.integer({ min: 1, max: 127 }), order, (options, kinds, keys) => {
        const sketch = textile(options);
        const change = (levers: Levers, day: number): void => {
          if (day >= 2 && day < 12) shock(levers, kinds);
        };
        const days: Float64Array[] = [];
        accountChain({
          ...{ sketch, days: 25, change },
          onDay: (_, { grossYuan }) => days.push(grossYuan.slice()),
        });
        accountChain({
          ...{ sketch, days: 25, change, shards: 3 },
          arrange: (frames) =>
            frames
              .map((frame) => ({ frame, key: keys.next().value as number }))
              .sort((a, b) => a.key - b.key)
              .map(({ frame }) => frame),
          onDay: (_, { day, grossYuan }) => expect(grossYuan).toEqual(days[day]),
        });
      }),
      { numRuns: 40 },
    );
  });
});

/** Two chains side by side; sectors, enterprises and corridors of the second follow those of the first. */
function sideBySide(a: ChainSketch, b: ChainSketch): ChainSketch {
  const roads = a.corridors?.length ?? 0;
  const classes = a.classes?.length ?? 0;
  return {
    ...a,
    sectors: [...a.sectors, ...b.sectors.map((one) => ({ ...one, id: `b-${one.id}`, product: classes + one.product }))],
    classes: [...(a.classes ?? []), ...(b.classes ?? []).map((one) => ({ ...one, id: `b-${one.id}` }))],
    linkKinds: [...a.linkKinds, ...b.linkKinds],
    enterprises: [
      ...a.enterprises,
      ...b.enterprises.map((one) => ({ ...one, id: `b-${one.id}`, sector: one.sector + a.sectors.length })),
    ],
    links: [
      ...a.links,
      ...b.links.map((one) => ({
        ...one,
        from: one.from + a.enterprises.length,
        to: one.to + a.enterprises.length,
        kind: (one.kind ?? 0) + a.linkKinds.length,
        corridor: one.corridor === undefined || one.corridor < 0 ? -1 : one.corridor + roads,
      })),
    ],
    corridors: [...(a.corridors ?? []), ...(b.corridors ?? []).map((one) => ({ ...one, id: `b-${one.id}` }))],
  };
}

describe('two chains that do not deal with each other', () => {
  it('keep their causes to themselves', () => {
    const kinds = fc.integer({ min: 1, max: 127 });
    fc.assert(
      fc.property(anyTextile(), anyTextile(), kinds, (one, other, kind) => {
        const options = { ...other, hasOpeningDay: false };
        const a = textile({ ...one, hasOpeningDay: false });
        const b = textile({ ...options, rules: one.rules, byRoad: one.byRoad });
        const first = a.enterprises.length;
        accountChain({
          ...{ sketch: sideBySide(a, b), days: 40 },
          change: (levers, day) => {
            if (day >= 2 && day < 12) shock(levers, kind);
            if (day < 6) for (let row = first; row < first + b.enterprises.length; row++) levers.capacity[row] = 0.5;
          },
          onDay: (accounts, losses) => {
            const half = a.sectors.length;
            const crossed = attributed(accounts, losses).filter(
              ({ hit, origin }) => origin >= 0 && hit < half !== origin < half,
            );
            expect(crossed).toEqual([]);
          },
        });
      }),
      { numRuns: 100 },
    );
  });
});

describe('a chain hit on days 5 to 20 and, when it has recovered, by something else on days 80 to 95', () => {
  const isBack = (accounts: LossAccounts): boolean => lostYuan(accounts) === 0;

  it('owes everything before day 80 to the first', () => {
    let recovered = 0;
    let late = 0;
    fc.assert(
      fc.property(anyTextile(), (options) => {
        let wasBack = false;
        accountChain({
          sketch: textile({ ...options, coverDays: 3 + options.coverDays }),
          days: 110,
          change: (levers, day) => {
            if (day >= 5 && day <= 20) shock(levers, 1);
            if (day >= 80 && day <= 95) shock(levers, 4);
          },
          onDay: (accounts, losses) => {
            if (losses.day === 79) wasBack = isBack(accounts);
            const causes = new Set(attributed(accounts, losses).map(({ cause }) => cause));
            if (losses.day < 80)
              expect([...causes].filter((cause) => !/capacity|external-input/.test(cause))).toEqual([]);
            if (losses.day >= 80 && causes.has('utility')) late++;
          },
        });
        if (wasBack) recovered++;
      }),
      { numRuns: 100 },
    );
    expect(recovered).toBeGreaterThan(0);
    expect(late).toBeGreaterThan(0);
  });
});
