// Keqiao in full: the digest that this version of the model gives, and how far the story is from what was observed.
import { join } from 'node:path';
import { resumption, scratch } from './command';
import { KEQIAO_DIGEST, KEQIAO_FILE } from './keqiao';

interface Run {
  readonly digest: string;
  readonly rates: readonly {
    readonly returnToPost: number | null;
    readonly capacityRecovery: number;
    readonly resumption: number;
  }[];
  readonly observations: readonly { readonly id: string; readonly role: string; readonly within: boolean | null }[];
  readonly curves: readonly { readonly path: string }[];
  readonly recoverability: { readonly recovered: boolean };
}

const runOf = (...words: string[]): Run =>
  JSON.parse(resumption('run', ...words, '--no-archive', '--no-losses', '--json').out) as Run;

describe('Keqiao out of its causes', () => {
  const run = runOf(KEQIAO_FILE);

  it('has the digest of this model version', () => {
    expect(run.digest).toBe(KEQIAO_DIGEST);
    expect(runOf('seeds/keqiao/mini.yaml').digest).toBe('e9785fa4cb00eba0');
    expect(runOf('seeds/keqiao/dyeing-at-40.yaml').digest).toBe('a8115a6dbdfc8829');
  });

  it('meets its targets', () => {
    const targets = run.observations.filter(({ role }) => role === 'target');
    expect(targets.map(({ id }) => id)).toEqual(['K4', 'K19-shops', 'K19-turnover']);
    for (const { within } of targets) expect(within).toBe(true);
  });

  it('starts shut, ends above 90 % without those who are still in quarantine, and recovers', () => {
    expect(run.rates[0].capacityRecovery).toBeLessThan(0.1);
    expect(run.rates[59].capacityRecovery).toBeGreaterThan(0.9);
    expect(run.recoverability.recovered).toBe(true);
  });

  it('has its staff back on post before its capacity', () => {
    for (const { returnToPost, capacityRecovery } of run.rates.slice(9, 20))
      expect(returnToPost).toBeGreaterThan(capacityRecovery);
  });

  it('imposes nothing but what comes from outside', () => {
    expect(run.curves.map(({ path }) => path)).toEqual(['curves.outside-capacity', 'curves.demand']);
  });
});

describe('Keqiao with imposed curves', () => {
  const run = runOf('seeds/keqiao/imposed.yaml');

  it('has the digest of this model version', () => {
    expect(run.digest).toBe('342b6ae0c1e92d83');
  });

  it('opens the shops within 5 points and turns over within 5 % of what was observed', () => {
    const within = Object.fromEntries(run.observations.map(({ id, within: is }) => [id, is]));
    expect(within).toMatchObject({ 'K19-shops': true, 'K19-turnover': true });
  });

  it('starts shut, ends above 95 %, and knows of no staff', () => {
    expect(run.rates[0].capacityRecovery).toBeLessThan(0.1);
    expect(run.rates[59].capacityRecovery).toBeGreaterThan(0.95);
    expect(run.rates.every(({ returnToPost }) => returnToPost === null)).toBe(true);
  });

  it('says which curves were imposed, and from where, on one screen', () => {
    expect(run.curves.length).toBeGreaterThan(10);
    const { out } = resumption('run', 'seeds/keqiao/imposed.yaml', '--no-archive', '--no-losses');
    expect(out).toContain('K6 dyeing-open');
    expect(out.trimEnd().split('\n').length).toBeLessThanOrEqual(45);
  });
});

describe('the story of Keqiao', () => {
  const archive = join(scratch(), 'run');

  beforeAll(() => {
    expect(resumption('run', 'seeds/keqiao/scenario.yaml', '--out', archive, '--no-losses').code).toBe(0);
  });

  it('is Chinese in Chinese: enterprises without a name alone are called by their id', () => {
    const { out } = resumption('--lang', 'zh', 'events', archive);
    expect(out).toMatch(/^0\.0\t2020-02-01：起点：春节假期与 1 月 23 日以来的停工。$/m);
    expect(out).toMatch(/：区外：产能 50.%。$/m);
    expect(out).toMatch(/：道路“区外”发放通行证 30 张/);
    expect(out.replace(/\b[a-z-]+-\d+/g, '')).not.toMatch(/[A-Za-z]/);
  });

  it('calls levers and roads by their names in English, too', () => {
    const { out } = resumption('events', archive);
    expect(out).toContain('90 applications a day are decided (large enterprises).');
    expect(out).toContain('30 passes on the road out of the district;');
    expect(out).toContain('it begins after Spring Festival and the shutdown since 23 January.');
  });
});
