// Laws of the resumption's mechanisms (docs/MODEL.md#laws): whatever the desk does, to whatever chain.
import fc from 'fast-check';
import { restoreStage, runDays, snapshotOf, type DayDigest, type Hash64, type StageShard } from '#libs/kernel';
import {
  assembleChain,
  changedLevers,
  columnOf,
  draftOf,
  groupShape,
  loadHash64,
  openChain,
  pullLevers,
  resuming,
  runChain,
  type ResumingOptions,
} from '#libs/testing';
import type { Chain, Levers } from './index';

let hash: Hash64;
beforeAll(async () => {
  hash = await loadHash64();
});

const SIZES = {
  seed: fc.nat(1e6),
  tiers: fc.integer({ min: 1, max: 4 }),
  width: fc.integer({ min: 1, max: 5 }),
  suppliersPerBuyer: fc.integer({ min: 1, max: 3 }),
  coverDays: fc.integer({ min: 3, max: 10 }),
  finishedDays: fc.integer({ min: 0, max: 3 }),
  cancelAfterDays: fc.constantFrom(undefined, 5),
};
const mostly = fc.constantFrom(true, true, true, false);
const ON = { hasWorkers: true, hasGates: true, hasMasks: true, hasRisk: true };
const OFF = { hasWorkers: false, hasGates: false, hasMasks: false, hasRisk: false };

const anyChain: fc.Arbitrary<ResumingOptions> = fc.record({
  ...SIZES,
  byRoad: fc.constantFrom(0, 0.5, 1),
  officeDays: fc.constantFrom(0, 3),
  ...{ hasWorkers: mostly, hasGates: mostly, hasMasks: mostly, hasRisk: mostly },
  rules: fc.record({ overtime: overtimes() }),
});

/** Rules of the special cases, which look back a day. */
const specialChain: fc.Arbitrary<ResumingOptions> = fc.record({
  ...SIZES,
  ...{ hasWorkers: mostly, hasGates: mostly, hasMasks: mostly, hasRisk: mostly },
  rules: fc.record({
    rhythm: fc.constantFrom('daily' as const, 'two-day' as const),
    overtime: overtimes(),
    orders: fc.constantFrom(
      { rule: 'plan' as const, smoothingDays: 7, capRatio: 3 },
      { rule: 'realised' as const, target: 'fixed' as const, gap: 'signed' as const },
      { rule: 'ario' as const, split: 'by-capacity' as const },
    ),
  }),
});

function overtimes() {
  return fc.constantFrom(
    { rule: 'smooth' as const, maxRatio: 1.1, tauDays: 60 },
    { rule: 'ario' as const, maxRatio: 1.25, tauDays: 365 },
  );
}

interface Built {
  readonly chain: Chain;
  readonly shape: ReturnType<typeof groupShape>;
}

function build(options: ResumingOptions): Built {
  const sketch = resuming(options);
  return { chain: assembleChain(draftOf(sketch)), shape: groupShape(sketch) };
}

/** The desk at work, and shocks on capacity, power, demand and roads, by the number's bits. */
function disturb(levers: Levers, day: number, seed: number): void {
  pullLevers(levers, day, seed);
  if (day < 3 || day > 20) return;
  const hit = (values: Float64Array, bit: number, to: number): void => {
    if (seed & (1 << bit)) values.forEach((_, i) => ((seed + i) % 3 === 0 ? (values[i] = to) : undefined));
  };
  hit(levers.capacity, 0, 0.3);
  hit(levers.utility, 1, 0.5);
  hit(levers.demand, 2, 1.4);
  hit(levers.corridors.driverShare, 3, 0.3);
  hit(levers.corridors.isControlled, 4, 1);
}

type Shards = readonly StageShard<Chain, Levers>[];

function digests(run: Built, shards: Shards, from: number, to: number, seed: number): DayDigest[] {
  const days: DayDigest[] = [];
  runDays(
    shards,
    { from, to },
    changedLevers(run.shape, (levers, day) => disturb(levers, day, seed)),
    (end) => days.push(end.digest()),
  );
  return days;
}

describe('the undisturbed chain with every mechanism on: everybody stayed, checklists filed, masks bought', () => {
  it('stays at base output for 365 days, without a trend', () => {
    fc.assert(
      fc.property(fc.record({ ...SIZES, byRoad: fc.constantFrom(0, 0.5) }), (options) => {
        const run = build({ ...options, ...ON, isUndisturbed: true });
        const { baseOutputYuan } = run.chain.enterprises;
        const worst: number[] = [];
        runChain({
          ...run,
          days: 365,
          change: ({ support, market }) => {
            support.isFiling = 1;
            Object.assign(market, { visitors: run.chain.offlineTurnoverYuan, basketYuan: 1 });
          },
          onDay: ({ shards }) => {
            const output = ['plants', 'markets', 'exporters'].flatMap((stage) => columnOf(shards, stage, 'outputYuan'));
            worst.push(Math.max(...output.map((yuan, i) => Math.abs(yuan / baseOutputYuan[i] - 1))));
          },
        });
        expect(Math.max(...worst)).toBeLessThan(1e-9);
        expect(Math.max(...worst.slice(-50))).toBeLessThan(1e-11);
      }),
      { numRuns: 20 },
    );
  });
});

describe('the digest of a run in which the desk is at work', () => {
  it('is the same for 1, 2, 3 and 8 shards', () => {
    fc.assert(
      fc.property(anyChain, fc.nat(1e6), (options, seed) => {
        const run = build(options);
        const one = digests(run, openChain({ ...run, hash }), 0, 30, seed);
        for (const shards of [2, 3, 8])
          expect(digests(run, openChain({ ...run, hash, shards }), 0, 30, seed)).toEqual(one);
      }),
      { numRuns: 25 },
    );
  });

  it('is the same in whatever order stages step and frames arrive', () => {
    fc.assert(
      fc.property(anyChain, fc.nat(1e6), fc.infiniteStream(fc.nat()), (options, seed, order) => {
        const run = build(options);
        const shuffled = openChain({ ...run, hash, shards: 3 })
          .map((shard) => ({ shard, key: order.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ shard }) => shard);
        expect(digests(run, shuffled, 0, 25, seed)).toEqual(
          digests(run, openChain({ ...run, hash, shards: 3 }), 0, 25, seed),
        );
      }),
      { numRuns: 25 },
    );
  });

  it('is the same after save and restore on every day, under any rules', () => {
    fc.assert(
      fc.property(fc.oneof(anyChain, specialChain), fc.nat(1e6), (options, seed) => {
        const run = build(options);
        const whole = digests(run, openChain({ ...run, hash }), 0, 18, seed);
        const before = openChain({ ...run, hash });
        for (let day = 0; day < 17; day++) {
          digests(run, before, day, day + 1, seed);
          const after = openChain({ ...run, hash });
          after.forEach((shard, i) => restoreStage([shard], snapshotOf([before[i]])));
          expect(digests(run, after, day + 1, 18, seed)).toEqual(whole.slice(day + 1));
        }
      }),
      { numRuns: 15 },
    );
  });
});

describe('a report', () => {
  it('is no memory: whatever is written over it, states and flows of the next days are the same', () => {
    const traces = (run: Built, seed: number, scribble: boolean): bigint[] => {
      const days: bigint[] = [];
      runChain({
        ...run,
        days: 25,
        change: (levers, day) => disturb(levers, day, seed),
        onDay: ({ shards }) => {
          let trace = 0n;
          for (const { state } of shards) {
            state.block.specs.forEach(({ role }, at) => {
              const column = state.block.columns[at];
              if (role === 'report') {
                if (scribble) column.fill(777);
                return;
              }
              trace += hash(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), BigInt(at));
            });
          }
          days.push(trace);
        },
      });
      return days;
    };
    fc.assert(
      fc.property(fc.oneof(anyChain, specialChain), fc.nat(1e6), (options, seed) => {
        const run = build(options);
        expect(traces(run, seed, true)).toEqual(traces(run, seed, false));
      }),
      { numRuns: 25 },
    );
  });
});

describe('every column of every day', () => {
  it('holds no NaN, nothing below zero, no -0 and no subnormal', () => {
    fc.assert(
      fc.property(fc.oneof(anyChain, specialChain), fc.nat(1e6), (options, seed) => {
        runChain({
          ...build(options),
          days: 50,
          change: (levers, day) => disturb(levers, day, seed),
          onDay: ({ shards, day }) => {
            for (const { state } of shards) {
              for (const [c, column] of state.block.columns.entries()) {
                const bad = column.find(
                  (value) =>
                    !(value >= 0 && value < Infinity) || Object.is(value, -0) || (value > 0 && value < 2.3e-308),
                );
                if (bad !== undefined)
                  throw new Error(`${state.block.specs[c].name} holds ${String(bad)} on day ${day}`);
              }
            }
          },
        });
      }),
      { numRuns: 60 },
    );
  });
});

describe('a mechanism that is off', () => {
  const namesOf = (run: Built, stage: string): string[] =>
    openChain(run)
      .filter(({ source }) => source.stage === stage)
      .flatMap(({ state }) => state.block.specs.flatMap(({ name, axis }) => (axis.length > 0 ? [name] : [])));

  it('leaves no column behind', () => {
    const run = build({ seed: 1, tiers: 3, width: 2, suppliersPerBuyer: 1, coverDays: 5, cancelAfterDays: 5, ...OFF });
    const everybody = [
      ...['stockYuan', 'onOrderYuan', 'orderBookYuan', 'finishedYuan', 'smoothedYuan', 'overtimeRatio'],
      ...['orderedYuan', 'shippedYuan', 'outputYuan', 'wantedYuan', 'demandYuan', 'capacityYuan', 'inputLimitYuan'],
      ...['bound', 'isOpen', 'finalDemandYuan', 'finalServedYuan'],
    ];
    const plants = namesOf(run, 'plants');
    expect([...plants].sort()).toEqual(everybody.filter((name) => plants.includes(name)).sort());
    expect(namesOf(run, 'markets').sort()).toEqual([...everybody, 'untakenYuan', 'hasOpened', 'takenYuan'].sort());
    expect(namesOf(run, 'support')).toEqual([]);
  });

  it('changes nothing for the others: with it and nothing to do, every column is the same to the bit', () => {
    const switches = fc.record({ hasWorkers: mostly, hasGates: mostly, hasMasks: mostly, hasRisk: mostly });
    const columnsOf = (run: Built, seed: number, names?: ReadonlyMap<string, bigint[]>): Map<string, bigint[]> => {
      const columns = new Map<string, bigint[]>();
      runChain({
        ...run,
        days: 25,
        change: (levers, day) => {
          disturb(levers, day, seed);
          Object.assign(levers.support, { isFiling: 1, maskPurchaseRatio: 1, certificateShare: 0 });
        },
        onDay: ({ shards }) => {
          for (const { source, state } of shards) {
            state.block.specs.forEach(({ name }, at) => {
              const key = `${source.stage} ${name}`;
              if (source.stage === 'support' || (names && !names.has(key))) return;
              const { buffer, byteOffset, byteLength } = state.block.columns[at];
              columns.set(key, [...(columns.get(key) ?? []), hash(new Uint8Array(buffer, byteOffset, byteLength), 0n)]);
            });
          }
        },
      });
      return columns;
    };
    fc.assert(
      fc.property(fc.record(SIZES), switches, fc.nat(1e6), (options, on, seed) => {
        const without = columnsOf(build({ ...options, ...OFF, isUndisturbed: true }), seed);
        expect(columnsOf(build({ ...options, ...on, isUndisturbed: true }), seed, without)).toEqual(without);
      }),
      { numRuns: 25 },
    );
  });
});
