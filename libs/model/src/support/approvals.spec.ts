// The approval queue (docs/MODEL.md#gates).
import fc from 'fast-check';
import type { Levers } from '#libs/model';
import { diaryOf, PLAIN_RULES, sectorsOf, type Diary } from '#libs/testing';

interface Mill {
  readonly readyDay: number;
  readonly queue?: number;
}

/** The chain sorts by name. */
const idOf = (row: number): string => `mill-${'abcdefghijklmn'[row]}`;

function run(mills: readonly Mill[], days: number, change: (levers: Levers, day: number) => void): Diary {
  return diaryOf(
    {
      rules: PLAIN_RULES,
      sectors: sectorsOf({ weaving: 'plants' }),
      linkKinds: [],
      links: [],
      enterprises: mills.map((mill, row) => ({ id: idOf(row), sector: 0, finalDemandYuan: 100, ...mill })),
      gates: { queues: ['large', 'small'] },
    },
    { days, change },
  );
}

/** First day on which each gate is open; -1 where none is. */
const opened = (diary: Diary, count: number): number[] =>
  Array.from({ length: count }, (_, row) => diary.of(idOf(row), 'isOpen').indexOf(1));

const rate =
  (reviews: number) =>
  ({ support }: Levers): void => {
    support.approvals.fill(reviews);
  };

describe('one approval a day', () => {
  it('reaches the enterprise two days after its report', () =>
    expect(opened(run([{ readyDay: 3 }], 8, rate(1)), 1)).toEqual([5]));
  it('goes to whoever applied first, and on one day to the first in the list', () =>
    expect(opened(run([{ readyDay: 2 }, { readyDay: 2 }, { readyDay: 1 }], 9, rate(1)), 3)).toEqual([4, 5, 3]));
});

describe('a queue that has grown', () => {
  it('is worked off in the order of application', () => {
    const mills = [4, 2, 3, 1].map((readyDay) => ({ readyDay }));
    const diary = run(mills, 12, (levers, day) => rate(day < 6 ? 0 : 1)(levers));
    expect(opened(diary, 4)).toEqual([10, 8, 9, 7]);
    expect(diary.of('service desk', 'approvals')).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 0, 0]);
  });
  it('waits for ever at a rate of 0', () => {
    expect(opened(run([{ readyDay: 0 }], 60, rate(0)), 1)).toEqual([-1]);
  });
  it('gets whole approvals only', () => {
    const mills = [0, 0, 0, 0].map((readyDay) => ({ readyDay }));
    expect(run(mills, 5, rate(1.9)).of('service desk', 'approvals')).toEqual([0, 1, 1, 1, 1]);
  });
  it('is empty at once under a boundless rate', () => {
    const mills = [0, 0, 1].map((readyDay) => ({ readyDay }));
    expect(run(mills, 5, rate(Infinity)).of('service desk', 'approvals')).toEqual([0, 2, 1, 0, 0]);
  });
});

describe('two queues', () => {
  it('have their own rates', () => {
    const mills = [0, 1, 0, 1].map((queue) => ({ readyDay: 0, queue }));
    const diary = run(mills, 9, ({ support }, day) => {
      support.approvals[0] = 1;
      support.approvals[1] = day < 5 ? 0 : 2;
    });
    expect(opened(diary, 4)).toEqual([2, 6, 3, 6]);
  });
});

describe('enterprises that file while they queue', () => {
  const diary = run(
    [0, 0, 0].map((readyDay) => ({ readyDay })),
    10,
    ({ support }, day) => {
      support.isFiling = day === 4 ? 1 : 0;
      support.approvals.fill(day < 6 ? 0 : 5);
    },
  );

  it('are open on the day', () => expect(opened(diary, 3)).toEqual([4, 4, 4]));
  it('leave the queue and use up no approval', () =>
    expect(diary.sum('support', 'approvals')).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0]));
});

describe('any mills under any rates', () => {
  const mill = fc.record({ readyDay: fc.integer({ min: -1, max: 10 }), queue: fc.nat(1) });
  const rates = fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: 20, maxLength: 20 });

  it('are approved once each, in the order of (day, enterprise), at the rate of their queue', () => {
    fc.assert(
      fc.property(fc.array(mill, { minLength: 1, maxLength: 14 }), rates, (mills, perDay) => {
        const diary = run(mills, 20, ({ support }, day) => support.approvals.set(perDay[day]));
        const expected: number[] = mills.map(({ readyDay }) => (readyDay < 0 ? 0 : -1));
        for (const queue of [0, 1]) {
          const waiting = mills
            .map(({ readyDay, queue: own }, row) => ({ readyDay, own, row }))
            .filter(({ readyDay, own }) => own === queue && readyDay >= 0)
            .sort((a, b) => a.readyDay - b.readyDay || a.row - b.row);
          for (let day = 1; day < 19; day++) {
            const applied = waiting.filter(({ readyDay }) => readyDay < day);
            for (const { row } of applied.slice(0, perDay[day][queue])) {
              expected[row] = day + 1;
              waiting.splice(
                waiting.findIndex((one) => one.row === row),
                1,
              );
            }
          }
        }
        expect(opened(diary, mills.length)).toEqual(expected);
        const gated = mills.flatMap(({ readyDay }, row) => (readyDay < 0 ? [] : [row]));
        if (gated.length === 0) return;
        const approvals = diary.of('service desk', 'approvals').reduce((sum, count) => sum + count, 0);
        expect(approvals).toBe(gated.filter((row) => diary.of(idOf(row), 'isApproved')[19] === 1).length);
        for (const row of gated)
          diary
            .of(idOf(row), 'isApproved')
            .forEach((now, day, all) => expect(now).toBeGreaterThanOrEqual(all[day - 1] ?? 0));
      }),
      { numRuns: 100 },
    );
  });
});
