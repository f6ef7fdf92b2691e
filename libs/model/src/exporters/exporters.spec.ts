// Exporters: contracts due, containers filled (docs/MODEL.md#exporters).
import fc from 'fast-check';
import type { ExporterTerms } from '#libs/model';
import {
  diaryOf,
  directKind,
  PLAIN_RULES,
  sectorsOf,
  type ChainSketch,
  type Diary,
  type DiaryOptions,
} from '#libs/testing';

interface Exporter {
  readonly base?: number;
  readonly spare?: number;
  /** Days of contracts that are overdue on the eve. */
  readonly backlog?: number;
  readonly terms?: Partial<ExporterTerms>;
  readonly cover?: number;
}

/** An exporter who hands over `base` a day out of as much cloth from a shop without limits. */
function exporterOf({ base = 100, spare = 1, backlog = 0, terms = {}, cover = 5 }: Exporter = {}): ChainSketch {
  return {
    rules: { ...PLAIN_RULES, overtime: { rule: 'off' } },
    sectors: sectorsOf({ cloth: 'plants', exports: 'exporters' }),
    linkKinds: [directKind(cover)],
    enterprises: [
      { id: 'mill', sector: 0, finalDemandYuan: 0, spareRatio: 2 },
      { id: 'exporter', sector: 1, finalDemandYuan: base, spareRatio: spare, initialBacklogDays: backlog },
    ],
    links: [{ from: 0, to: 1, flowYuan: base }],
    exporterTerms: { laneShares: [1], containerYuan: 1000, containerFlowDays: 7, penaltyPerDay: 0, ...terms },
  };
}

const run = (exporter: Exporter, days: number, change?: DiaryOptions['change']): Diary =>
  diaryOf(exporterOf(exporter), { days, change });
const rounded = (values: readonly number[]): number[] => values.map((value) => Math.round(value * 1e6) / 1e6);

describe('an exporter who is closed for two days', () => {
  const diary = run({ spare: 1.3 }, 30, (levers, day, row) => {
    if (day < 2) levers.openShare[row('exporter')] = 0;
  });

  it('still owes what fell due: 100 after a day, 200 after two', () => {
    expect(rounded(diary.of('exporter', 'finalBacklogYuan').slice(0, 2))).toEqual([100, 200]);
    expect(diary.of('exporter', 'finalDemandYuan')[2]).toBeCloseTo(300, 9);
  });
  it('works it off at 30 a day with 30 % of spare capacity', () => {
    expect(rounded(diary.of('exporter', 'finalServedYuan').slice(2, 10))).toEqual([
      130, 130, 130, 130, 130, 130, 120, 100,
    ]);
    expect(rounded(diary.of('exporter', 'finalBacklogYuan').slice(2, 10))).toEqual([170, 140, 110, 80, 50, 20, 0, 0]);
  });
});

describe('an exporter without spare capacity', () => {
  it('never catches up', () => {
    const diary = run({}, 30, (levers, day, row) => {
      if (day < 2) levers.openShare[row('exporter')] = 0;
    });
    expect(diary.of('exporter', 'finalBacklogYuan')[29]).toBeCloseTo(200, 6);
  });
});

describe('a backlog of ten days from before the holiday', () => {
  const diary = run({ spare: 1.3, backlog: 10, cover: 10 }, 60);

  it('is due on the first day', () => expect(diary.of('exporter', 'finalDemandYuan')[0]).toBeCloseTo(1100, 9));
  it('is worked off with the spare capacity: 1,000 at 30 a day, in 34 days', () => {
    expect(rounded(diary.of('exporter', 'finalServedYuan').slice(0, 33))).toEqual(
      Array.from({ length: 33 }, () => 130),
    );
    expect(diary.of('exporter', 'finalBacklogYuan')[33]).toBe(0);
    expect(diary.of('exporter', 'finalBacklogYuan')[32]).toBeGreaterThan(0);
  });
  it('does not swell the plan for cloth, which follows new contracts', () => {
    for (const yuan of diary.of('exporter', 'smoothedYuan')) expect(yuan).toBeCloseTo(100, 9);
  });
});

describe('contracts signed today and due later', () => {
  it('are planned for when signed and handed over when due', () => {
    const diary = run({ spare: 2 }, 6, (levers, day, row) => {
      levers.demand[row('exporter')] = 1.7;
      levers.due[row('exporter')] = day < 4 ? 1 : 1.7;
    });
    expect(diary.of('exporter', 'smoothedYuan')[0]).toBeCloseTo(110, 9);
    expect(rounded(diary.of('exporter', 'finalServedYuan'))).toEqual([100, 100, 100, 100, 170, 170]);
  });
  it('are never handed over early', () => {
    const diary = run({ spare: 2 }, 3, (levers, _day, row) => (levers.due[row('exporter')] = 0));
    expect(diary.of('exporter', 'finalServedYuan')).toEqual([0, 0, 0]);
  });
});

const containers = (diary: Diary): number[] => diary.of('exporter', 'containersLeft');
const daysLeft = (diary: Diary): number[] => containers(diary).flatMap((left, day) => (left > 0 ? [day] : []));

describe('containers', () => {
  it('leave a large exporter when they are full', () => {
    // 400 a day into containers of 1,000: full on days 2 (1,200) and 4 (2,000).
    expect(containers(run({ base: 400 }, 5))).toEqual([0, 0, 1, 0, 1]);
  });
  it('leave several a day where a day fills several', () => {
    expect(containers(run({ base: 2500 }, 4))).toEqual([2, 3, 2, 3]);
  });
  it.each([100, 10, 0.1, 33.3, 1 / 3, 7.77])(
    "leave a small exporter of %d a day with seven days' flow, every seventh day",
    (base) => {
      expect(daysLeft(run({ base }, 35))).toEqual([6, 13, 20, 27, 34]);
    },
  );
  it('fill per lane, each at its own share', () => {
    // 75 and 25 a day: batches of 375 and 125 after five days each.
    const terms = { laneShares: [0.75, 0.25], containerFlowDays: 5, containerYuan: 1e6 };
    expect(containers(run({ terms }, 10))).toEqual([0, 0, 0, 0, 2, 0, 0, 0, 0, 2]);
  });
  it('do not leave while nothing is handed over', () => {
    expect(daysLeft(run({ base: 400 }, 9, (levers, _day, row) => (levers.openShare[row('exporter')] = 0)))).toEqual([]);
  });
  it('hold what was handed over and has not left, always less than a batch', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 900, noNaN: true }),
        fc.integer({ min: 1, max: 9 }),
        fc.array(fc.double({ min: 0, max: 3, noNaN: true }), { minLength: 25, maxLength: 25 }),
        (base, flowDays, due) => {
          const diary = run(
            { base, spare: 3, terms: { containerFlowDays: flowDays } },
            25,
            (levers, day, row) => (levers.due[row('exporter')] = due[day]),
          );
          const batch = Math.min(1000, flowDays * base);
          let handedOver = 0;
          let left = 0;
          diary.of('exporter', 'finalServedYuan').forEach((served, day) => {
            handedOver += served;
            left += containers(diary)[day] * batch;
            const filling = diary.of('exporter', 'containerYuan')[day];
            expect((filling + left) / base).toBeCloseTo(handedOver / base, 6);
            expect(filling).toBeLessThan(batch);
          });
          expect(diary.faults()).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('late contracts', () => {
  it('cost a share a day of what is overdue, and nothing once it is handed over', () => {
    const terms = { penaltyPerDay: 0.01 };
    const diary = run({ base: 100, spare: 1.5, terms }, 12, (levers, day, row) => {
      if (day < 3) levers.openShare[row('exporter')] = 0;
    });
    const penalty = diary.of('exporter', 'penaltyYuan');
    expect(penalty.slice(0, 4).map((yuan) => Math.round(1e6 * yuan) / 1e6)).toEqual([1, 2, 3, 2.5]);
    expect(penalty[11]).toBe(0);
  });
});
