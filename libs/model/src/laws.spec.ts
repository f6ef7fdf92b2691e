// Laws of the chain (docs/MODEL.md#laws): what holds for any chain, any size, any shock.
import fc from 'fast-check';
import { restoreStage, runDays, snapshotOf, type DayDigest, type Hash64, type StageShard } from '#libs/kernel';
import {
  assembleChain,
  changedLevers,
  columnOf,
  draftOf,
  groupShape,
  layered,
  loadHash64,
  openChain,
  outputRatios,
  runChain,
  type ChainSketch,
  type LayeredOptions,
} from '#libs/testing';
import type { Chain, Levers } from './index';

let hash: Hash64;
beforeAll(async () => {
  hash = await loadHash64();
});

const anyChain = fc.record({
  seed: fc.nat(1e6),
  tiers: fc.integer({ min: 1, max: 5 }),
  width: fc.integer({ min: 1, max: 9 }),
  suppliersPerBuyer: fc.integer({ min: 1, max: 4 }),
  coverDays: fc.integer({ min: 3, max: 15 }),
  restoreDays: fc.integer({ min: 4, max: 15 }),
  finishedDays: fc.integer({ min: 0, max: 5 }),
  byRoad: fc.constantFrom(0, 0.5, 1),
  officeDays: fc.constantFrom(0, 3),
  cancelAfterDays: fc.constantFrom(undefined, 2),
  rules: fc.record({
    rationing: fc.constantFrom(
      { rule: 'proportional' as const },
      { rule: 'business-first' as const },
      { rule: 'equal-relative' as const },
      { rule: 'priority' as const, floors: [0.2, 0.1] },
    ),
    inputs: fc.constantFrom(
      { rule: 'hard' as const },
      { rule: 'partial' as const },
      { rule: 'psi' as const, psi: 0.8 },
    ),
  }),
});

interface Built {
  readonly sketch: ChainSketch;
  readonly chain: Chain;
  readonly shape: ReturnType<typeof groupShape>;
}

function build(options: LayeredOptions): Built {
  const sketch = layered(options);
  return { sketch, chain: assembleChain(draftOf(sketch)), shape: groupShape(sketch) };
}

/** A shock on random enterprises: capacity, gate, utility, demand, roads, by the number's bits. */
function shocked(levers: Levers, day: number, seed: number): void {
  if (day < 3 || day > 20) return;
  const hit = (values: Float64Array, bit: number, to: number): void => {
    values.forEach((_, i) => {
      if (((seed >> bit) + i) % 3 === 0) values[i] = to;
    });
  };
  if (seed & 1) hit(levers.capacity, 1, 0.3);
  if (seed & 2) hit(levers.openShare, 2, 0);
  if (seed & 4) hit(levers.utility, 3, 0.5);
  if (seed & 8) hit(levers.demand, 4, 1.4);
  if (seed & 8) hit(levers.due, 4, 1.4);
  if (seed & 16) hit(levers.corridors.driverShare, 0, 0.3);
  if (seed & 32) hit(levers.corridors.isControlled, 0, 1);
  if (seed & 32) hit(levers.corridors.passes, 2, (day + seed) % 9);
  if (seed & 64) hit(levers.capacity, 5, 0);
  if (seed & 128) levers.support.certificateShare = 0.5;
}

const digests = (
  run: Built,
  shards: readonly StageShard<Chain, Levers>[],
  from: number,
  to: number,
  seed: number,
): DayDigest[] => {
  const days: DayDigest[] = [];
  runDays(
    shards,
    { from, to },
    changedLevers(run.shape, (levers, day) => shocked(levers, day, seed)),
    (end) => days.push(end.digest()),
  );
  return days;
};

describe('the undisturbed chain', () => {
  it('keeps every enterprise at base output for 365 days, without a trend', () => {
    fc.assert(
      fc.property(anyChain, (options) => {
        const run = build(options);
        const worst: number[] = [];
        runChain({
          ...run,
          days: 365,
          onDay: ({ shards }) =>
            worst.push(Math.max(...outputRatios(run.chain, shards).map((ratio) => Math.abs(ratio - 1)))),
        });
        expect(Math.max(...worst)).toBeLessThan(1e-9);
        expect(Math.max(...worst.slice(-50))).toBeLessThan(1e-11);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the digest of a run', () => {
  it('is the same for 1, 2, 3 and 8 shards, whatever happens to the chain', () => {
    fc.assert(
      fc.property(anyChain, fc.nat(255), (options, shock) => {
        const run = build(options);
        const one = digests(run, openChain({ ...run, hash }), 0, 30, shock);
        for (const shards of [2, 3, 8])
          expect(digests(run, openChain({ ...run, hash, shards }), 0, 30, shock)).toEqual(one);
      }),
      { numRuns: 25 },
    );
  });

  it('is the same in whatever order stages step and frames arrive', () => {
    fc.assert(
      fc.property(anyChain, fc.nat(255), fc.infiniteStream(fc.nat()), (options, shock, order) => {
        const run = build(options);
        const shards = openChain({ ...run, hash, shards: 3 });
        const shuffled = shards
          .map((shard) => ({ shard, key: order.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ shard }) => shard);
        expect(digests(run, shuffled, 0, 25, shock)).toEqual(
          digests(run, openChain({ ...run, hash, shards: 3 }), 0, 25, shock),
        );
      }),
      { numRuns: 25 },
    );
  });

  it('is the same after save and restore on every day', () => {
    fc.assert(
      fc.property(anyChain, fc.nat(255), (options, shock) => {
        const run = build(options);
        const whole = digests(run, openChain({ ...run, hash }), 0, 15, shock);
        for (let day = 0; day < 14; day++) {
          const before = openChain({ ...run, hash });
          digests(run, before, 0, day + 1, shock);
          const after = openChain({ ...run, hash });
          after.forEach((shard, i) => restoreStage([shard], snapshotOf([before[i]])));
          expect(digests(run, after, day + 1, 15, shock)).toEqual(whole.slice(day + 1));
        }
      }),
      { numRuns: 10 },
    );
  });
});

describe('every product on every day', () => {
  it('is conserved: produced + initial = used + delivered + stocks + docks + on the road, to 1e-9', () => {
    fc.assert(
      fc.property(anyChain, fc.nat(255), (options, shock) => {
        const run = build(options);
        const made = new Float64Array(run.chain.classes.length);
        const gone = new Float64Array(run.chain.classes.length);
        const initial = holdings(run.chain, openChain(run));
        runChain({
          ...run,
          days: 30,
          change: (levers, day) => shocked(levers, day, shock),
          onDay: ({ shards }) => {
            bookDay(run.chain, shards, made, gone);
            holdings(run.chain, shards).forEach((held, product) => {
              const sources = initial[product] + made[product];
              expect(Math.abs(sources - gone[product] - held)).toBeLessThanOrEqual(1e-9 * Math.max(1, sources));
            });
          },
        });
      }),
      { numRuns: 40 },
    );
  });

  it('never falls below zero, and no column holds NaN, -0 or a subnormal', () => {
    fc.assert(
      fc.property(anyChain, fc.nat(255), (options, shock) => {
        const run = build(options);
        runChain({
          ...run,
          days: 40,
          change: (levers, day) => shocked(levers, day, shock),
          onDay: ({ shards }) => {
            for (const { state } of shards) {
              for (const [c, column] of state.block.columns.entries()) {
                const bad = column.find(
                  (value) => !(value >= 0) || Object.is(value, -0) || (value > 0 && value < 2.3e-308),
                );
                if (bad !== undefined) throw new Error(`${state.block.specs[c].name} holds ${String(bad)}`);
              }
            }
          },
        });
      }),
      { numRuns: 40 },
    );
  });
});

/** A column of plants and exporters, in the chain's order. */
function ofEverybody(shards: readonly StageShard<Chain, Levers>[], name: string): number[] {
  return [...columnOf(shards, 'plants', name), ...columnOf(shards, 'exporters', name)];
}

/** Goods of each class at rest and under way at the end of a day. */
function holdings(chain: Chain, shards: readonly StageShard<Chain, Levers>[]): Float64Array {
  const held = new Float64Array(chain.classes.length);
  const { links, enterprises, sectors } = chain;
  ofEverybody(shards, 'finishedYuan').forEach((yuan, i) => (held[sectors[enterprises.sector[i]].product] += yuan));
  ofEverybody(shards, 'stockYuan').forEach((yuan, link) => (held[links.productClass[link]] += yuan));
  const supplyOrder = Array.from(links.supplier.keys()).sort((a, b) => links.supplier[a] - links.supplier[b] || a - b);
  ofEverybody(shards, 'shippedYuan').forEach((yuan, slot) => (held[links.productClass[supplyOrder[slot]]] += yuan));
  const dockOrder = supplyOrder
    .filter((link) => links.corridor[link] >= 0)
    .sort((a, b) => links.corridor[a] - links.corridor[b] || a - b);
  for (const name of ['waitingYuan', 'releasedYuan']) {
    columnOf(shards, 'logistics', name).forEach((yuan, slot) => (held[links.productClass[dockOrder[slot]]] += yuan));
  }
  // The ring lies corridor by corridor, day by day, in dock order.
  const ring = columnOf(shards, 'logistics', 'travellingYuan');
  let at = 0;
  chain.corridors.ids.forEach((_, corridor) => {
    const slots = dockOrder.filter((link) => links.corridor[link] === corridor);
    const days = Math.max(
      0,
      ...slots.map(
        (link) => chain.linkKinds[links.kind[link]].leadDays - 2 + chain.corridors.checkpointDays[corridor] + 1,
      ),
    );
    for (let day = 0; day < (days > 1 ? days : 0); day++)
      for (const link of slots) held[links.productClass[link]] += ring[at++];
  });
  expect(at).toBe(ring.length);
  return held;
}

/** Adds a day's output to `made`, and what was used or delivered to final demand to `gone`. */
function bookDay(
  chain: Chain,
  shards: readonly StageShard<Chain, Levers>[],
  made: Float64Array,
  gone: Float64Array,
): void {
  const { links, enterprises, sectors } = chain;
  const output = ofEverybody(shards, 'outputYuan');
  output.forEach((yuan, i) => (made[sectors[enterprises.sector[i]].product] += yuan));
  ofEverybody(shards, 'finalServedYuan').forEach((yuan, i) => (gone[sectors[enterprises.sector[i]].product] += yuan));
  for (let link = 0; link < links.count; link++) {
    const buyer = links.buyer[link];
    gone[links.productClass[link]] += (links.flowYuan[link] * output[buyer]) / enterprises.baseOutputYuan[buyer];
  }
}
