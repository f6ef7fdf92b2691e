// `resumption screen`, as a planner and as a program meet it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { resumption, scratch } from './command';

const folder = scratch();
const MINI = 'seeds/keqiao/mini.yaml';

interface Screening {
  readonly enterprises: number;
  readonly ranking: readonly {
    readonly rank: number;
    readonly enterprise: string;
    readonly sector: string;
    readonly outside: boolean;
    readonly indexRatio: number;
    readonly othersBelowHalf: number;
  }[];
}

const screenOf = (...words: string[]): Screening =>
  JSON.parse(resumption('screen', ...words, '--json').out) as Screening;

describe('screening a chain', () => {
  it('names the enterprise whose closure stops most, in a sentence', () => {
    const { code, out, err } = resumption('screen', MINI);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^If heat-1 closes, 35\u2009% of the chain's output stops$/m);
    expect(out).toMatch(/^ 1 {2}heat-1 +Heat +34\.8\u2009% +█+ +8$/m);
    expect(out).toMatch(/upper\s+bound of fragility, not the simulation\.$/m);
    expect(resumption('--lang', 'zh', 'screen', MINI).out).toMatch(/^若 heat-1 停产，全链产出停掉 35\u2009%$/m);
  });

  it('ranks twenty, or as many as asked for, and never more than there are', () => {
    expect(screenOf(MINI).ranking).toHaveLength(20);
    expect(screenOf(MINI, '--top', '3').ranking.map(({ rank }) => rank)).toEqual([1, 2, 3]);
    const { enterprises, ranking } = screenOf(MINI, '--top', '100000');
    expect(ranking).toHaveLength(enterprises);
    expect(ranking.every(({ indexRatio }) => indexRatio >= 0 && indexRatio <= 1)).toBe(true);
    expect(ranking.filter(({ outside }) => outside)).toHaveLength(8);
  });

  it('follows what is laid over the file: what nobody needs critically stops less', () => {
    const of = (...words: string[]): number =>
      screenOf(MINI, '--top', '100', ...words).ranking.find(({ enterprise }) => enterprise === 'heat-1')?.indexRatio ??
      1;
    const eased = ['--set', 'buying.inside.need=important'];
    expect(of(...eased)).toBeLessThan(0.5 * of());
  });

  it('finds nothing but the enterprises themselves where nobody buys from anybody', () => {
    const path = join(folder, 'apart.yaml');
    writeFileSync(
      path,
      `resumption: 1
id: apart
name: { en: Apart }
start: 2020-02-01
days: 20
products: { cloth: { yuanPerTonne: 40000 } }
sectors:
  weaving: { stage: plants, product: cloth, baseYuanPerDay: 1000, populations: { weaver: { count: 4, sigma: 0 } } }
`,
    );
    const { ranking } = screenOf(path);
    expect(ranking.map(({ enterprise }) => enterprise)).toEqual(['weaver-1', 'weaver-2', 'weaver-3', 'weaver-4']);
    for (const { indexRatio, othersBelowHalf } of ranking) {
      expect({ indexRatio, othersBelowHalf }).toEqual({
        indexRatio: expect.closeTo(0.25, 9) as number,
        othersBelowHalf: 0,
      });
    }
  });
});

describe('bad input to screen', () => {
  it.each([
    [['--top', '0'], 'CLI_BAD_NUMBER --top: "0" is not valid.'],
    [['--top', 'many'], 'CLI_BAD_NUMBER --top: "many" is not valid.'],
    [['--top', '-3'], 'CLI_BAD_NUMBER --top: "-3" is not valid.'],
    [['--top', '2.5'], 'CLI_BAD_NUMBER --top: "2.5" is not valid.'],
    [['--set', 'seed'], 'CLI_BAD_SET --set: "seed" is no path=value.'],
    [['--set', 'sedd=3'], 'SCN_UNKNOWN_KEY'],
  ])('%j gives one error and exit code 2', (words, told) => {
    const { code, out, err } = resumption('screen', MINI, ...words);
    expect({ code, out, lines: err.trim().split('\n').length }).toEqual({ code: 2, out: '', lines: 1 });
    expect(err).toContain(told);
  });

  it('is told of a file that is not there, and of a folder', () => {
    for (const path of [join(folder, 'nothing.yaml'), folder]) {
      const { code, err } = resumption('screen', path);
      expect(code).toBe(2);
      expect(err).toMatch(/^CLI_NO_FILE /);
    }
  });
});
