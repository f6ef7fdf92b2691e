// Finished runs side by side.
import { join } from 'node:path';
import { resumption, scratch } from './command';

const folder = scratch();
const [base, fork, other] = ['base', 'fork', 'other'].map((name) => join(folder, name));

interface Summary {
  readonly digest: string;
  readonly lostYuan: { valueAdded: number; finalDemand: number };
  readonly sectors: readonly { id: string; day80: number | null; lostValueAddedYuan: number }[];
  readonly rates: readonly { capacityRecovery: number }[];
}

interface Comparison {
  readonly randomNumbers: string;
  readonly days: number;
  readonly inputs: readonly { kind: string; path: string; values: (string | null)[] }[];
  readonly firstDifferingDay: (number | null)[];
  readonly scopes: readonly {
    sector: string | null;
    day80: (number | null)[];
    lostValueAddedYuan: number[];
    missedFinalYuan: number[];
  }[];
  readonly losses: readonly { cause: string; sector: string | null; lostYuan: (number | null)[] }[];
}

const summaryOf = (...words: string[]): Summary => JSON.parse(resumption(...words, '--json').out) as Summary;
const compared = (...folders: string[]): Comparison =>
  JSON.parse(resumption('compare', ...folders, '--json').out) as Comparison;

let summaries: Summary[];

beforeAll(() => {
  summaries = [
    summaryOf('run', 'seeds/keqiao/mini.yaml', '--out', base),
    summaryOf('fork', `${base}@12`, '--set', 'levers.passes=0', '--set', 'market.opens=2020-02-24', '--out', fork),
  ];
  const words = ['--seed', '2', '--set', 'sectors.dyeing.spare=1.2', '--days', '40'];
  expect(resumption('run', 'seeds/keqiao/mini.yaml', ...words, '--out', other).code).toBe(0);
});

describe('a run and its fork, compared', () => {
  it('lose by root cause, all of it, and more to the closed market and the roads in the fork', () => {
    const { losses } = compared(base, fork);
    [0, 1].forEach((at) => {
      const sum = losses.reduce((all, { lostYuan }) => all + (lostYuan[at] ?? 0), 0);
      expect(sum / summaries[at].lostYuan.valueAdded).toBeCloseTo(1, 6);
    });
    const rise = (cause: string): number =>
      losses.reduce((all, one) => all + (one.cause === cause ? (one.lostYuan[1] ?? 0) - (one.lostYuan[0] ?? 0) : 0), 0);
    expect(rise('gate')).toBeGreaterThan(0);
    expect(rise('transport')).toBeGreaterThan(0);
    expect(resumption('compare', base, fork).out).toContain('lost by cause');
  });

  it('differ in what was decided, and from that day on', () => {
    const { inputs, firstDifferingDay, randomNumbers } = compared(base, fork);
    expect(inputs.map(({ kind, path }) => `${kind} ${path}`)).toEqual([
      'decided levers.passes 2020-02-13',
      'decided market.opens 2020-02-13',
      'decided market.opens 2020-02-24',
    ]);
    expect({ firstDifferingDay, randomNumbers }).toEqual({ firstDifferingDay: [null, 12], randomNumbers: 'same' });
  });

  it('have the figures of their own summaries', () => {
    const [chain, ...sectors] = compared(base, fork).scopes;
    summaries.forEach(({ lostYuan, sectors: own }, run) => {
      expect(chain.lostValueAddedYuan[run]).toBe(lostYuan.valueAdded);
      expect(chain.missedFinalYuan[run]).toBe(lostYuan.finalDemand);
      expect(sectors.map(({ sector, day80 }) => [sector, day80[run]])).toEqual(own.map(({ id, day80 }) => [id, day80]));
    });
  });

  it('are drawn in both languages, no wider than 80 columns', () => {
    for (const language of ['en', 'zh']) {
      const { code, out } = resumption('--lang', language, 'compare', base, fork);
      expect(code).toBe(0);
      expect(out).toMatch(language === 'en' ? /same random numbers/ : /同一组随机数/);
      expect(Math.max(...out.split('\n').map((row) => [...row].length))).toBeLessThanOrEqual(80);
    }
  });

  it('are held to limits: exit code 4 where the fork is worse by more', () => {
    expect(resumption('compare', base, fork, '--fail-if', 'lostValueAdded>0.5')).toMatchObject({ code: 0 });
    const { code, err } = resumption('compare', base, fork, '--fail-if', 'day80>0', '--fail-if', 'day90>99');
    expect({ code, err }).toEqual({ code: 4, err: 'Not met: day80>0\n' });
    expect(resumption('compare', fork, base, '--fail-if', 'day80>0')).toMatchObject({ code: 0 });
  });
});

describe('runs of other seeds and lengths', () => {
  it('are warned of, and compared over the days that all have', () => {
    const { randomNumbers, days, scopes } = compared(base, other);
    expect({ randomNumbers, days }).toEqual({ randomNumbers: 'other seeds', days: 40 });
    expect(scopes[0].lostValueAddedYuan[0]).toBeLessThan(summaries[0].lostYuan.valueAdded);
    expect(resumption('compare', base, other).out).toContain('Warning: the seeds differ');
  });
});

describe('a comparison', () => {
  it.each([
    ['of one archive', [base], 'Name 2 to 6'],
    ['of a folder that is no archive', [base, 'seeds'], 'ARC_NO_ARCHIVE'],
    ['with a limit without a number', [base, base, '--fail-if', 'day80>x'], '"day80>1"'],
    ['with a limit on nothing known', [base, base, '--fail-if', 'day8>1'], 'Did you mean "day80"?'],
  ])('%s is refused', (_, words, mend) => {
    const { code, err } = resumption('compare', ...words);
    expect(code).toBe(2);
    expect(err).toContain(mend);
  });

  it('of a run with itself finds no difference', () => {
    expect(compared(base, base)).toMatchObject({ inputs: [], firstDifferingDay: [null, null] });
  });
});
