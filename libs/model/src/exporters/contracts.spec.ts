// Overdue contracts: ages, cancellation, force majeure (docs/MODEL.md#exporters).
import fc from 'fast-check';
import { diaryOf, directKind, PLAIN_RULES, sectorsOf, type ChainSketch, type Diary } from '#libs/testing';

interface Exporter {
  readonly cancelAfterDays?: number;
  readonly spare?: number;
  /** Days of contracts that are overdue on the eve. */
  readonly backlog?: number;
  readonly exporters?: number;
}

interface Day {
  readonly isClosed?: boolean;
  readonly share?: number;
  readonly due?: number;
}

/** Exporters of 100 a day each, out of as much cloth as they want. */
function sketchOf({ cancelAfterDays, spare = 1, backlog = 0, exporters = 1 }: Exporter): ChainSketch {
  const ids = Array.from({ length: exporters }, (_, i) => `exporter-${i}`);
  return {
    rules: { ...PLAIN_RULES, overtime: { rule: 'off' } },
    sectors: sectorsOf({ cloth: 'plants', exports: 'exporters' }),
    linkKinds: [directKind(10)],
    enterprises: [
      { id: 'mill', sector: 0, finalDemandYuan: 0, spareRatio: 3 },
      ...ids.map((id) => ({
        ...{ id, sector: 1, finalDemandYuan: 100, spareRatio: spare, initialBacklogDays: backlog },
      })),
    ],
    links: ids.map((_, i) => ({ from: 0, to: i + 1, flowYuan: 100 })),
    exporterTerms: {
      ...{ laneShares: [1], containerYuan: 1000, containerFlowDays: 7, penaltyPerDay: 0.01 },
      ...(cancelAfterDays !== undefined && { cancelAfterDays }),
    },
  };
}

function run(exporter: Exporter, days: number, on: (day: number) => Day, shards = 1): Diary {
  return diaryOf(sketchOf(exporter), {
    days,
    shards,
    change: (levers, day, row) => {
      const { isClosed = false, share = 0, due = 1 } = on(day);
      if (isClosed) levers.openShare.fill(0, row('exporter-0'));
      levers.due.fill(due, row('exporter-0'));
      levers.support.certificateShare = share;
    },
  });
}

const closed = (): Day => ({ isClosed: true });
const of = (diary: Diary, column: string): number[] =>
  diary.sum('exporters', column).map((yuan) => Math.round(yuan * 1e6) / 1e6);

describe('an exporter who stays closed, with contracts that are cancelled after two days', () => {
  const diary = run({ cancelAfterDays: 2 }, 6, closed);

  it("loses a day's contracts each morning once they are three days old", () => {
    expect(of(diary, 'cancelledYuan')).toEqual([0, 0, 0, 100, 100, 100]);
  });
  it('never owes more than those of today and the two days before', () => {
    expect(of(diary, 'finalBacklogYuan')).toEqual([100, 200, 300, 300, 300, 300]);
  });
  it('pays for what it still owes', () => {
    expect(of(diary, 'penaltyYuan')).toEqual([1, 2, 3, 3, 3, 3]);
  });
});

describe('an exporter who was closed for two days', () => {
  const after = (cancelAfterDays: number): Diary =>
    run({ cancelAfterDays, spare: 1.3 }, 12, (day) => ({ isClosed: day < 2 }));

  it('serves the earliest due first, so that nothing gets older than two days', () => {
    const diary = after(2);
    expect(of(diary, 'cancelledYuan')).toEqual(Array.from({ length: 12 }, () => 0));
    expect(of(diary, 'finalServedYuan').slice(2, 9)).toEqual([130, 130, 130, 130, 130, 130, 120]);
  });
  it('loses what waits a day longer than it may, and catches up the sooner', () => {
    const diary = after(1);
    expect(of(diary, 'cancelledYuan').slice(0, 4)).toEqual([0, 0, 100, 0]);
    expect(of(diary, 'finalBacklogYuan').slice(2, 6)).toEqual([70, 40, 10, 0]);
  });
});

describe('contracts from before the holiday', () => {
  it('are due on the eve: ten days of them are cancelled on day 3 where three days are the limit', () => {
    expect(of(run({ cancelAfterDays: 3, backlog: 10 }, 5, closed), 'cancelledYuan')).toEqual([0, 0, 0, 1000, 100]);
  });
  it('wait for ever where nothing is cancelled', () => {
    const diary = run({ backlog: 10 }, 30, closed);
    expect(of(diary, 'finalBacklogYuan')[29]).toBe(4000);
    expect(() => diary.of('exporter-0', 'cancelledYuan')).toThrow('cancelledYuan');
  });
});

describe('a force-majeure certificate', () => {
  it('spares penalty and cancellation while it holds', () => {
    const diary = run({ cancelAfterDays: 2 }, 8, (day) => ({ isClosed: true, share: day < 6 ? 1 : 0 }));
    expect(of(diary, 'penaltyYuan')).toEqual([0, 0, 0, 0, 0, 0, 3, 3]);
    expect(of(diary, 'finalBacklogYuan')).toEqual([100, 200, 300, 400, 500, 600, 300, 300]);
    expect(of(diary, 'cancelledYuan')).toEqual([0, 0, 0, 0, 0, 0, 400, 100]);
  });
  it('spares the penalty also where nothing is ever cancelled', () => {
    expect(
      of(
        run({}, 3, () => ({ isClosed: true, share: 1 })),
        'penaltyYuan',
      ),
    ).toEqual([0, 0, 0]);
  });

  const EXPORTERS = 300;
  const spared = (share: number, shards = 1): boolean[] => {
    const diary = run({ exporters: EXPORTERS }, 1, () => ({ isClosed: true, share }), shards);
    return Array.from({ length: EXPORTERS }, (_, i) => diary.of(`exporter-${i}`, 'penaltyYuan')[0] === 0);
  };
  it('goes to about the share of the exporters, the same ones however they are cut', () => {
    const half = spared(0.5);
    expect(Math.abs(half.filter(Boolean).length - EXPORTERS / 2)).toBeLessThan(4 * Math.sqrt(EXPORTERS / 4));
    expect(spared(0.5, 5)).toEqual(half);
  });
  it('stays with those who have one when more are issued', () => {
    const [few, many] = [spared(0.3), spared(0.6)];
    few.forEach((isSpared, i) => expect(many[i] || !isSpared).toBe(true));
  });
});

describe('every contract', () => {
  it('is handed over, cancelled or owed, and what is owed is the sum of its ages', () => {
    const day = fc.record({
      isClosed: fc.boolean(),
      share: fc.constantFrom(0, 0, 0.5, 1),
      due: fc.double({ min: 0, max: 3, noNaN: true }),
    });
    fc.assert(
      fc.property(
        fc.array(day, { minLength: 20, maxLength: 20 }),
        fc.record({
          cancelAfterDays: fc.integer({ min: 0, max: 6 }),
          spare: fc.double({ min: 1, max: 3, noNaN: true }),
          backlog: fc.constantFrom(0, 2.5),
          exporters: fc.integer({ min: 1, max: 3 }),
        }),
        (days, exporter) => {
          const diary = run(exporter, 20, (at) => days[at]);
          const sum = (column: string): number[] => diary.sum('exporters', column);
          let signed = exporter.exporters * exporter.backlog * 100;
          let gone = 0;
          days.forEach(({ due }, at) => {
            signed += exporter.exporters * due * 100;
            gone += sum('finalServedYuan')[at] + sum('cancelledYuan')[at];
            const owed = sum('finalBacklogYuan')[at];
            expect(Math.abs(signed - gone - owed)).toBeLessThanOrEqual(1e-9 * Math.max(1, signed));
            if (exporter.exporters === 1) expect(sum('overdueByAgeYuan')[at]).toBe(owed);
          });
          expect(diary.faults()).toEqual([]);
        },
      ),
      { numRuns: 80 },
    );
  });
});
