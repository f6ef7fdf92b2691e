// A fork: the past of an archive, and another future.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resumption, scratch } from './command';

const folder = scratch();
const parent = join(folder, 'parent');
const DAY = 12;

interface Manifest {
  readonly digest: string;
  readonly forkedFrom?: { digest: string; day: number };
  readonly interventions: readonly { path: string; day: number; value: number }[];
}

const manifestOf = (archive: string): Manifest =>
  JSON.parse(readFileSync(join(archive, 'manifest.json'), 'utf8')) as Manifest;
const digestsOf = (archive: string): string[] =>
  readFileSync(join(archive, 'digests.jsonl'), 'utf8').trim().split('\n');
const fork = (name: string, day: string | number, ...set: string[]) =>
  resumption('fork', `${parent}@${day}`, '--out', join(folder, name), ...set.flatMap((one) => ['--set', one]));

beforeAll(() => expect(resumption('run', 'seeds/keqiao/mini.yaml', '--out', parent).code).toBe(0));

describe('a fork on 13 February with passes withdrawn and a later market', () => {
  const archive = join(folder, 'later');

  beforeAll(() =>
    expect(fork('later', '2020-02-13', 'levers.passes=0', 'market.opens=2020-02-24')).toMatchObject({ code: 0 }),
  );

  it('shares the days before with its parent, and none from then on', () => {
    const [before, after] = [digestsOf(parent), digestsOf(archive)];
    expect(after.slice(0, DAY)).toEqual(before.slice(0, DAY));
    expect(after[DAY]).not.toBe(before[DAY]);
  });

  it('says in its manifest where it comes from and what was decided', () => {
    expect(manifestOf(archive)).toMatchObject({
      forkedFrom: { digest: manifestOf(parent).digest, day: DAY },
      interventions: [
        { path: 'levers.passes', day: DAY, value: 0 },
        { path: 'market.opens', day: DAY, value: 0 },
        { path: 'market.opens', day: 23, value: 1 },
      ],
    });
  });

  it('is verified without its parent', () => {
    expect(resumption('replay', archive, '--verify')).toMatchObject({ code: 0 });
  });

  it('tells what was decided among its milestones', () => {
    expect(resumption('events', archive, '--type', 'LeverPulled', '--day', '12').out).toContain('passes');
    expect(resumption('events', archive, '--type', 'MarketOpened').out).toContain('2020-02-24');
  });

  it('can be forked again, with a shock that the scenario does not have', () => {
    const again = join(folder, 'again');
    const shock = 'shocks.again={on: {sector: dyeing}, from: 25, days: 7, leaves: 0.4}';
    expect(resumption('fork', `${archive}@20`, '--set', shock, '--out', again).code).toBe(0);
    expect(digestsOf(again).slice(0, 25)).toEqual(digestsOf(archive).slice(0, 25));
    expect(resumption('diff', archive, again).out).toContain('from day 25 on');
    expect(resumption('replay', again, '--verify').code).toBe(0);
  });
});

describe('a fork that decides what the scenario had planned', () => {
  it('is the same run', () => {
    expect(fork('same', 15, 'levers.passes={15: 5}').code).toBe(0);
    expect(manifestOf(join(folder, 'same')).digest).toBe(manifestOf(parent).digest);
  });
});

describe('a fork', () => {
  it.each([
    ['after the last day', 60, 'levers.passes=3', 'Days go from 0 (2020-02-01) to 59'],
    ['before day 0', -1, 'levers.passes=3', 'Days go from 0'],
    ['on a day that there is not', '2020-02-30', 'levers.passes=3', 'Days go from 0'],
    ['with another seed', 20, 'seed=3', 'cannot change in mid-run'],
    ['with other sizes', 20, 'sectors.dyeing.spare=2', 'levers, curves, shocks and the market'],
    ['with a lever that is misspelt', 20, 'levers.pases=3', 'Did you mean "levers.passes"?'],
    ['with a value below 0', 20, 'levers.passes=-1', 'a number from 0'],
    ['with a market that opens in its past', 20, 'market.opens=2020-02-10', 'still to come'],
  ])('%s is refused', (_, day, set, mend) => {
    const { code, out, err } = fork('refused', day, set);
    expect({ code, out, lines: err.trim().split('\n').length }).toEqual({ code: 2, out: '', lines: 1 });
    expect(err).toContain(mend);
  });

  it('of nothing, or over its parent, is refused', () => {
    expect(fork('refused', 20)).toMatchObject({ code: 2 });
    expect(resumption('fork', `${parent}@20`, '--set', 'levers.passes=0', '--out', parent)).toMatchObject({ code: 2 });
  });

  it('whose new shock reaches back before it differs from its past, and says so', () => {
    const { code, err } = fork('back', 20, 'shocks.mine={on: {sector: dyeing}, from: 15, days: 7, leaves: 0.4}');
    expect(code).toBe(3);
    expect(err).toContain('day 15');
  });
});
