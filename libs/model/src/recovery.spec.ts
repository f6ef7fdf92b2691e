// The main model risk, spurious collapse (docs/MODEL.md#collapse): under the default rules chains come back.
import fc from 'fast-check';
import {
  assembleChain,
  columnOf,
  draftOf,
  groupShape,
  layered,
  outputRatios,
  runChain,
  type ChainSketch,
  type LayeredOptions,
} from '#libs/testing';
import type { Chain } from './index';

interface Built {
  readonly sketch: ChainSketch;
  readonly chain: Chain;
  readonly shape: ReturnType<typeof groupShape>;
}

function build(options: LayeredOptions, empty = false): Built {
  const sketch = layered(options);
  const draft = draftOf(sketch);
  if (empty) {
    draft.links.initialStockRatio.fill(0);
    draft.links.initialPipelineRatio.fill(0);
    draft.enterprises.initialFinishedRatio.fill(0);
  }
  return { sketch, chain: assembleChain(draft), shape: groupShape(sketch) };
}

const inTier = ({ chain }: Built, tier: number): number[] =>
  [...chain.enterprises.sector].flatMap((sector, i) => (sector === tier ? [i] : []));

/** Mean output over base of each tier, day by day. */
function tierRatios(built: Built, days: number, change?: Parameters<typeof runChain>[0]['change']): number[][] {
  const tiers = built.chain.sectors.map((_, tier) => inTier(built, tier));
  const byDay: number[][] = [];
  runChain({
    ...built,
    days,
    ...(change && { change }),
    onDay: ({ shards }) => {
      const ratios = outputRatios(built.chain, shards);
      byDay.push(tiers.map((rows) => rows.reduce((sum, row) => sum + Math.min(1, ratios[row]), 0) / rows.length));
    },
  });
  return byDay;
}

const shape = {
  seed: fc.nat(1e6),
  tiers: fc.integer({ min: 2, max: 5 }),
  width: fc.integer({ min: 1, max: 6 }),
  suppliersPerBuyer: fc.integer({ min: 1, max: 3 }),
  byRoad: fc.constantFrom(0, 1),
};

describe('a chain without cycles whose stocks and pipelines are all empty', () => {
  it('returns to 99 % within 400 days with proportional rationing', () => {
    fc.assert(
      fc.property(fc.record({ ...shape, coverDays: fc.integer({ min: 3, max: 20 }) }), (options) => {
        const last = tierRatios(build(options, true), 400).at(-1) ?? [];
        expect(Math.min(...last)).toBeGreaterThanOrEqual(0.99);
      }),
      { numRuns: 30 },
    );
  });

  it('returns to 99 % within 30 days with equal-relative rationing', () => {
    fc.assert(
      fc.property(fc.record({ ...shape, coverDays: fc.integer({ min: 3, max: 20 }) }), (options) => {
        const last =
          tierRatios(build({ ...options, rules: { rationing: { rule: 'equal-relative' } } }, true), 31).at(-1) ?? [];
        expect(Math.min(...last)).toBeGreaterThanOrEqual(0.99);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a plant that may work while its supplier is shut for 60 days', () => {
  it('comes back when the supplier does', () => {
    fc.assert(
      fc.property(fc.record({ ...shape, coverDays: fc.integer({ min: 3, max: 12 }) }), (options) => {
        const built = build(options);
        const shut = inTier(built, 0);
        const days = tierRatios(built, 160, (levers, day) => {
          if (day >= 5 && day < 65) for (const row of shut) levers.openShare[row] = 0;
        });
        expect(Math.min(...(days.at(-1) ?? []))).toBeGreaterThanOrEqual(0.99);
      }),
      { numRuns: 30 },
    );
  });
});

describe('one tier at 40 % for 40 days', () => {
  it('leaves the two tiers upstream above 20 %, deeper ones below it for at most 14 days, and all are back within 30', () => {
    fc.assert(
      fc.property(
        fc.record({
          ...shape,
          tiers: fc.constant(5),
          coverDays: fc.integer({ min: 5, max: 10 }),
          restoreDays: fc.integer({ min: 4, max: 8 }),
        }),
        fc.integer({ min: 1, max: 4 }),
        (options, tier) => {
          const built = build(options);
          const hit = inTier(built, tier);
          const days = tierRatios(built, 120, (levers, day) => {
            if (day >= 5 && day < 45) for (const row of hit) levers.capacity[row] = 0.4;
          });
          for (let up = tier - 1; up >= 0; up--) {
            const low = days.filter((ratios) => ratios[up] < 0.2).length;
            expect(low).toBeLessThanOrEqual(tier - up <= 2 ? 0 : 14);
          }
          for (const ratios of days.slice(45 + 30)) expect(Math.min(...ratios)).toBeGreaterThanOrEqual(0.95);
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('a step of 10 % in final demand', () => {
  it('makes the variance of orders at most twice that of demand in any of five tiers', () => {
    fc.assert(
      fc.property(
        fc.record({
          ...shape,
          tiers: fc.constant(5),
          coverDays: fc.integer({ min: 5, max: 12 }),
          spareRatio: fc.constantFrom(1, 1.1),
        }),
        (options) => {
          const built = build(options);
          const orders: number[][] = [];
          runChain({
            ...built,
            days: 120,
            change: (levers, day) => {
              if (day >= 10) {
                levers.demand.fill(1.1);
                levers.due.fill(1.1);
              }
            },
            onDay: ({ shards }) => {
              const sums = built.chain.sectors.map(() => 0);
              columnOf(shards, 'plants', 'orderedYuan').forEach(
                (yuan, link) => (sums[built.chain.enterprises.sector[built.chain.links.buyer[link]]] += yuan),
              );
              orders.push(sums);
            },
          });
          const demand = variance(Array.from({ length: 120 }, (_, day) => (day >= 10 ? 1.1 : 1)));
          for (let tier = 1; tier < 5; tier++) {
            const series = orders.map((sums) => sums[tier]);
            expect(variance(series.map((sum) => sum / series[0])) / demand).toBeLessThanOrEqual(2);
          }
        },
      ),
      { numRuns: 20 },
    );
  });
});

function variance(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / values.length;
}

describe('two chains without a link between them', () => {
  it('do not touch each other', () => {
    const one = layered({ seed: 3, tiers: 3, width: 3, suppliersPerBuyer: 2, coverDays: 5 });
    const shift = one.enterprises.length;
    const both: ChainSketch = {
      ...one,
      enterprises: [
        ...one.enterprises,
        ...one.enterprises.map((enterprise) => ({ ...enterprise, id: `other-${enterprise.id}` })),
      ],
      links: [...one.links, ...one.links.map((link) => ({ ...link, from: link.from + shift, to: link.to + shift }))],
    };
    const chain = assembleChain(draftOf(both));
    const hit = chain.enterprises.ids.flatMap((id, i) =>
      id.startsWith('1-') ? [both.enterprises.findIndex((enterprise) => enterprise.id === id)].map(() => i) : [],
    );
    runChain({
      chain,
      shape: groupShape(both),
      days: 60,
      change: (levers, day) => {
        if (day >= 3 && day < 30) for (const i of hit) levers.capacity[chain.enterprises.capacityGroup[i]] = 0.2;
      },
      onDay: ({ shards }) => {
        outputRatios(chain, shards).forEach((ratio, i) => {
          if (chain.enterprises.ids[i].startsWith('other-')) expect(Math.abs(ratio - 1)).toBeLessThan(1e-9);
        });
      },
    });
    expect(hit.length).toBe(3);
  });
});
