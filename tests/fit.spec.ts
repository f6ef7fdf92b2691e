// Fitting: targets alone decide. On the small chain, with two of its observations made targets.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { resumption, scratch } from './command';
import { misfitOn, specOf, textOf } from './simulated';

const MINI = 'mini.yaml';
const FIT = resolve(__dirname, '../dist/apps/cli/src/fit-main.js');
const TARGETS = ['K4', 'K19'];
const AS_TARGETS = Object.fromEntries(TARGETS.map((id) => [`observations.${id}.role`, 'target']));

const checks = Object.entries(specOf(MINI).observations)
  .filter(([id, { role }]) => role === 'check' && !TARGETS.includes(id))
  .map(([id]) => id);
/** Far from what was observed, and a day where a day is meant. */
const otherValues = (ids: readonly string[]): Record<string, number> =>
  Object.fromEntries(ids.map((id) => [`observations.${id}.value`, 3]));

describe('what was observed', () => {
  const misfit = (set: object): number => misfitOn(MINI, { ...AS_TARGETS, ...set }).value;
  const as = misfit({});

  it('counts in the misfit where it is a target', () => {
    for (const id of TARGETS) expect(misfit({ [`observations.${id}.value`]: 0.5 })).not.toBe(as);
  });

  it.each(checks)('does not count where it is a check: %s', (id) => {
    expect(misfit(otherValues([id]))).toBe(as);
  });

  it('changes no digest', () => {
    const digest = (...words: string[]): string =>
      (
        JSON.parse(resumption('run', 'seeds/keqiao/mini.yaml', '--no-archive', '--json', ...words).out) as {
          digest: string;
        }
      ).digest;
    const set = Object.entries(otherValues([...checks, ...TARGETS])).flatMap(([path, value]) => [
      '--set',
      `${path}=${value}`,
    ]);
    expect(digest(...set)).toBe(digest());
  });
});

describe('a fit', () => {
  const folder = scratch();
  const mini = textOf(MINI);
  const asTarget = TARGETS.reduce(
    (text, id) => text.replace(new RegExp(`( ${id}: +\\{ role: )check`), '$1target'),
    mini,
  );
  const plan = (name: string, text: string): string => {
    const path = join(folder, `${name}.fit.yaml`);
    writeFileSync(join(folder, `${name}.yaml`), text);
    writeFileSync(
      path,
      `scenario: ${name}.yaml
enough: 0.01
free:
  - { path: levers.charter.values.2020-02-11, from: 0, to: 400, step: 100, start: 0 }
  - { path: market.dailyHazard, from: 0.05, to: 0.15, step: 0.025, start: 0.05 }
`,
    );
    return path;
  };
  const fit = (path: string, ...words: string[]): string => {
    const at = [FIT, path, '--ledger', `${path}.json`, ...words];
    try {
      return execFileSync(process.execPath, at, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    } catch (error) {
      const { status, stdout } = error as { status: number; stdout: string };
      expect(status).toBe(3);
      return stdout;
    }
  };
  const whole = fit(plan('whole', asTarget));

  it('finds numbers between the bounds, better than those it began with', () => {
    const [, charter, hazard] = whole.split('\n').map((line) => Number(line.split(/ +/)[2]));
    expect(charter).toBeGreaterThan(0);
    expect(charter).toBeLessThanOrEqual(400);
    expect(hazard).toBeGreaterThanOrEqual(0.05);
    expect(hazard).toBeLessThanOrEqual(0.15);
  });

  it('that is broken off goes on where it stopped, to the same end', () => {
    const path = plan('broken', asTarget);
    expect(fit(path, '--most', '3')).toContain('not at its end');
    expect(fit(path)).toBe(whole);
  });

  it('is the same whatever the checks say', () => {
    const text = checks.reduce((changed, id) => {
      const line = new RegExp(`( ${id}: .*value: )[^,]+`);
      expect(changed).toMatch(line);
      return changed.replace(line, '$13');
    }, asTarget);
    expect(fit(plan('checks', text))).toBe(whole);
  });

  it('leaves the scenario as it is, unless it is told to write', () => {
    const path = plan('written', asTarget);
    fit(path);
    const file = join(folder, 'written.yaml');
    expect(readFileSync(file, 'utf8')).toBe(asTarget);
    fit(path, '--write');
    const written = readFileSync(file, 'utf8');
    expect(written).not.toBe(asTarget);
    expect(written.split('\n').length).toBe(asTarget.split('\n').length);
  });
});
