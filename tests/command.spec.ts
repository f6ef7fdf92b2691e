// The command as a new user meets it.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseRun } from '../apps/cli/src/run-schema';
import { resumption, scratch } from './command';

const folder = scratch();

describe('a county of one’s own', () => {
  it('is written by init, validated and run as it is', () => {
    const county = join(folder, 'county');
    expect(resumption('init', county).code).toBe(0);
    expect(resumption('validate', join(county, 'scenario.yaml'), '--json').out).toContain('"valid":true');
    const { code, out } = resumption('run', join(county, 'scenario.yaml'), '--out', join(folder, 'run'), '--json');
    expect(code).toBe(0);
    const run = JSON.parse(out) as {
      observations: { within: boolean }[];
      sectors: { id: string; shortage: { firstDay: number } }[];
    };
    expect(run.sectors.find(({ id }) => id === 'weaving')?.shortage.firstDay).toBe(9);
    expect(run.observations[0].within).toBe(true);
  });

  it('is not written into a folder that is in use', () => {
    expect(resumption('init', 'seeds').code).toBe(2);
  });
});

describe('the command', () => {
  it('lists the scenarios, in Chinese too', () => {
    expect(resumption('scenarios').out).toContain('seeds/keqiao/scenario.yaml');
    expect(resumption('--lang', 'zh', 'scenarios').out).toContain('柯桥');
  });

  it('prints the schemas that are published', () => {
    const published = readFileSync(resolve(__dirname, '../seeds/scenario.schema.json'), 'utf8');
    expect(resumption('schema', 'scenario').out).toBe(published);
    const run = JSON.parse(resumption('schema', 'run').out) as { properties: object };
    expect(Object.keys(run.properties)).toEqual(expect.arrayContaining(['digest', 'rates', 'observations']));
  });

  it('prints a run that its schema describes', () => {
    const { out } = resumption('run', 'seeds/keqiao/mini.yaml', '--no-archive', '--json');
    expect(() => parseRun(JSON.parse(out))).not.toThrow();
  });

  it('helps, and leaves nothing behind without an archive', () => {
    expect(resumption('--help').out).toContain('Examples:');
    expect(resumption('run', 'seeds/keqiao/mini.yaml', '--no-archive', '--days', '5').code).toBe(0);
    expect(existsSync(join(folder, 'runs'))).toBe(false);
  });
});
