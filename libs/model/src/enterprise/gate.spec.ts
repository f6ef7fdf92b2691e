// Gates that are caused: checklist, filing, approval, licence (docs/MODEL.md#gates). Queues: support/approvals.spec.ts;
// imposed opening: capacity.spec.ts.
import type { Levers } from '#libs/model';
import { diaryOf, PLAIN_RULES, sectorsOf, type Diary } from '#libs/testing';

/** A mill whose checklist is complete on a day, and one that has no gate. */
function run(readyDay: number, days: number, change: (levers: Levers, day: number) => void): Diary {
  return diaryOf(
    {
      rules: PLAIN_RULES,
      sectors: sectorsOf({ weaving: 'plants' }),
      linkKinds: [],
      links: [],
      enterprises: [
        { id: 'free', sector: 0, finalDemandYuan: 100 },
        { id: 'gated', sector: 0, finalDemandYuan: 100, readyDay },
      ],
      gates: {},
    },
    { days, change },
  );
}

const GATED = 1;

const file = ({ support }: Levers): void => {
  support.isFiling = 1;
};
const openDays = (diary: Diary): number[] => diary.of('gated', 'isOpen');

describe('a mill whose checklist is complete on day 3', () => {
  it('opens on the day where a record is filed', () => expect(openDays(run(3, 6, file))).toEqual([0, 0, 0, 1, 1, 1]));
  it('makes nothing before, and the gate is what holds it', () => {
    const diary = run(3, 4, file);
    expect(diary.of('gated', 'outputYuan')).toEqual([0, 0, 0, 100]);
    expect(diary.bound('gated')).toEqual(['gate', 'gate', 'gate', 'none']);
  });
  it('applies from that day until it is approved', () => {
    const diary = run(3, 8, ({ support }) => support.approvals.fill(1));
    expect(diary.of('gated', 'isApplying')).toEqual([0, 0, 0, 1, 1, 0, 0, 0]);
    expect(openDays(diary)).toEqual([0, 0, 0, 0, 0, 1, 1, 1]);
  });
  it('stays open when filing ends', () => {
    const diary = run(3, 8, (levers, day) => {
      if (day < 5) file(levers);
    });
    expect(openDays(diary)).toEqual([0, 0, 0, 1, 1, 1, 1, 1]);
  });
  it('stays closed where its sector is closed by order, complete or not', () => {
    const diary = run(3, 7, (levers, day) => {
      file(levers);
      levers.openShare[GATED] = day < 5 ? 0 : 1;
    });
    expect(openDays(diary)).toEqual([0, 0, 0, 0, 0, 1, 1]);
  });
});

describe('a non-stop licence', () => {
  it('keeps the gate open for as long as it is held', () => {
    const diary = run(4, 7, (levers, day) => {
      file(levers);
      levers.licence[GATED] = day < 2 ? 1 : 0;
    });
    expect(openDays(diary)).toEqual([1, 1, 0, 0, 1, 1, 1]);
  });
});

describe('a mill without a gate', () => {
  it('is open among those that have one', () => expect(run(9, 3, file).of('free', 'isOpen')).toEqual([1, 1, 1]));
  it('never applies', () => expect(run(0, 3, () => undefined).of('free', 'isApplying')).toEqual([0, 0, 0]));
});
