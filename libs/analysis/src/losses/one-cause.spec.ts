// With one cause every loss is its, early or late, here or far: the property on which the accounting stands.
import fc from 'fast-check';
import type { LossCause } from '#libs/messages';
import type { Levers } from '#libs/model';
import {
  accountChain,
  anyTextile,
  attributed,
  lostYuan,
  misattributed,
  textile,
  type ChainSketch,
  type StaffSketch,
  type TextileOptions,
} from '#libs/testing';

const DAYS = 50;

interface Case {
  readonly cause: LossCause;
  /** Sectors of which one is hit. */
  readonly sectors?: readonly number[];
  /** Changes the levers on the days of the shock, for the enterprises of that sector. */
  readonly change?: (levers: Levers, rows: readonly number[]) => void;
  readonly departs?: boolean;
  readonly options?: Partial<TextileOptions>;
  /** Adds what the service desk is for, in the enterprises of that sector; once on in a run. */
  readonly desk?: (sketch: ChainSketch, rows: readonly number[]) => ChainSketch;
}

const STAFF = { staffHeads: 100 };
const ONE_ORIGIN = { origins: [{ ownWayRatio: 0.3 }], labourExponent: [1, 1, 1, 2.12, 1, 1] };

/** Says more of the enterprises in these rows; all have staff, and all of it is on post unless that says otherwise. */
const staffed = (sketch: ChainSketch, rows: readonly number[], more: StaffSketch): ChainSketch => ({
  ...sketch,
  workers: ONE_ORIGIN,
  enterprises: sketch.enterprises.map((one, row) => ({ ...one, ...STAFF, ...(rows.includes(row) ? more : {}) })),
});

const INSIDE = [2, 3, 4, 5];
const OUTSIDE = [0, 1];
const EXPORTERS = 5;

/** Staff only there: nobody else needs masks. */
const onlyThese = (sketch: ChainSketch, rows: readonly number[]): ChainSketch => ({
  ...sketch,
  workers: ONE_ORIGIN,
  enterprises: sketch.enterprises.map((one, row) => (rows.includes(row) ? { ...one, ...STAFF } : one)),
});

const set = (values: Float64Array, rows: readonly number[], value: number): void =>
  rows.forEach((row) => (values[row] = value));

const CASES: Record<string, Case> = {
  'capacity is lost': { cause: 'capacity', sectors: INSIDE, change: ({ capacity }, rows) => set(capacity, rows, 0.3) },
  'gates are closed': { cause: 'gate', sectors: [2, 3, 5], change: ({ openShare }, rows) => set(openShare, rows, 0) },
  'shops are still closed': {
    cause: 'gate',
    sectors: [4],
    change: ({ market }) => (market.isOpen = 0),
    options: { hasOpeningDay: true },
  },
  'workers are away and come back': {
    cause: 'labour',
    sectors: [2, 3, 5],
    change: ({ support }) => (support.whiteListHeads = 20),
    desk: (sketch, rows) => staffed(sketch, rows, { stayedRatio: 0.3 }),
  },
  'checklists are not complete, and approvals take their time': {
    cause: 'gate',
    sectors: [2, 3, 5],
    change: ({ support }) => support.approvals.fill(1),
    desk: (sketch, rows) => ({ ...staffed(sketch, rows, { readyDay: 4 }), gates: {} }),
  },
  'masks run short, shared by need': {
    cause: 'masks',
    sectors: [2, 3, 5],
    change: ({ support }) => {
      support.maskPurchaseRatio = 0.4;
      support.maskSupply = 30;
    },
    desk: (sketch, rows) => ({ ...onlyThese(sketch, rows), masks: { rule: 'need' } }),
  },
  'masks run short, and go to whoever uses electricity': {
    cause: 'masks',
    sectors: [2, 3, 5],
    change: ({ support }) => {
      support.maskPurchaseRatio = 0.7;
      support.maskSupply = 30;
      support.isElectricityKey = 1;
    },
    desk: (sketch, rows) => ({ ...onlyThese(sketch, rows), masks: { thresholdRatio: 0.9 } }),
  },
  'halls are closed again': {
    cause: 'closure',
    change: () => undefined,
    desk: (sketch) => ({ ...sketch, risk: { crowdRisk: 0.05, closedDays: 5 } }),
    options: { hasOpeningDay: true },
  },
  'capacity is lost, and contracts that are too late are cancelled': {
    cause: 'capacity',
    sectors: INSIDE,
    change: ({ capacity }, rows) => set(capacity, rows, 0.2),
    desk: (sketch) => ({
      ...sketch,
      exporterTerms: { laneShares: [1], containerYuan: 1, containerFlowDays: 1, penaltyPerDay: 0, cancelAfterDays: 3 },
    }),
  },
  'power fails': { cause: 'utility', sectors: INSIDE, change: ({ utility }, rows) => set(utility, rows, 0.2) },
  'drivers are missing': {
    cause: 'transport',
    change: ({ corridors }) => corridors.driverShare.fill(0.3),
    options: { byRoad: 1 },
  },
  'a checkpoint adds days': {
    cause: 'transport',
    change: ({ corridors }) => corridors.isControlled.fill(1),
    options: { byRoad: 1, checkpointDays: 2 },
  },
  'buyers outside want less': {
    cause: 'final-demand',
    sectors: INSIDE,
    change: ({ demand, due }, rows) => [demand, due].forEach((values) => set(values, rows, 0.4)),
  },
  'buyers outside want more, then as before': {
    cause: 'final-demand',
    sectors: INSIDE,
    change: ({ demand, due }, rows) => [demand, due].forEach((values) => set(values, rows, 1.8)),
  },
  'visitors are missing': {
    cause: 'final-demand',
    sectors: [4],
    change: ({ market }) => (market.visitors *= 0.3),
    options: { hasOpeningDay: true },
  },
  'sellers outside fail': {
    cause: 'external-input',
    sectors: OUTSIDE,
    change: ({ capacity }, rows) => set(capacity, rows, 0.1),
  },
  'the start departs from the baseline': { cause: 'initial', departs: true },
  'finished stock is aimed higher, then as before': {
    cause: 'finished-target',
    sectors: [2, 3],
    change: ({ finishedTarget }, rows) => set(finishedTarget, rows, 3),
    options: { finishedDays: 3 },
  },
};

/** Runs a chain with one cause: what is lost in all, how far the shares are from 1, and what is somebody else's. */
function lossesOf(
  options: TextileOptions,
  one: Case,
  sector: number,
): { lost: number; worst: number; others: unknown[] } {
  const bare = textile({ ...options, ...one.options });
  const rows = bare.enterprises.flatMap((enterprise, row) => (enterprise.sector === sector ? [row] : []));
  const sketch = one.desk ? one.desk(bare, rows) : bare;
  const from = one.options?.hasOpeningDay ? 0 : 2;
  const found = { lost: 0, worst: 0, others: [] as unknown[] };
  accountChain({
    ...{ sketch, days: DAYS },
    start: ({ links, enterprises }) => {
      if (!one.departs) return;
      links.initialStockRatio.fill(0.3);
      links.initialPipelineRatio.fill(0.2);
      links.initialBookDays.fill(2);
      enterprises.initialFinishedRatio.fill(0.1);
      enterprises.sector.forEach((at, row) => (enterprises.initialBacklogDays[row] = at === EXPORTERS ? 3 : 0));
    },
    change: (levers, day) => {
      if (day >= from && day < from + 12) one.change?.(levers, rows);
    },
    onDay: (accounts, losses) => {
      found.lost += lostYuan(accounts);
      found.worst = Math.max(found.worst, misattributed(accounts, losses));
      const isOther = (of: { cause: string; origin: number }): boolean =>
        of.cause !== one.cause || (one.sectors !== undefined && of.origin !== sector);
      found.others.push(...attributed(accounts, losses).filter(isOther));
    },
  });
  return found;
}

describe.each(Object.entries(CASES))('when %s and nothing else happens', (_, one) => {
  it('has all of every loss on every day, and the shares add up to 1', () => {
    let lost = 0;
    fc.assert(
      fc.property(anyTextile(), fc.constantFrom(...(one.sectors ?? [0])), (options, sector) => {
        const found = lossesOf(options, one, sector);
        lost += found.lost;
        expect(found.others).toEqual([]);
        expect(found.worst).toBeLessThan(1e-12);
      }),
      { numRuns: 100 },
    );
    expect(lost).toBeGreaterThan(0);
  });
});

describe('orders that follow output, when they shift from one supplier of a class to another and their sum stays', () => {
  it('are still the doing of the cause: its supplier’s loss is not nobody’s', () => {
    const options: TextileOptions = {
      ...{ seed: 791465, width: 1, suppliersPerBuyer: 1, coverDays: 12, restoreDays: 4, finishedDays: 5, byRoad: 1 },
      ...{ checkpointDays: 0, spareRatio: 1.3, hasOpeningDay: false },
      rules: {
        unmetOrders: 'keep',
        inputs: { rule: 'hard' },
        rationing: { rule: 'priority', floors: [0.2, 0.1] },
        orders: { rule: 'realised', target: 'fixed', gap: 'signed' },
        overtime: { rule: 'off' },
      },
    };
    const { lost, worst, others } = lossesOf(options, CASES['gates are closed'], 2);
    expect(lost).toBeGreaterThan(0);
    expect(worst).toBeLessThan(1e-12);
    expect(others).toEqual([]);
  });
});
