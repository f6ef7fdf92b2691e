// docs/ERRORS.md is what the sources say.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');

describe('the list of errors', () => {
  const kept = readFileSync(join(ROOT, 'docs', 'ERRORS.md'), 'utf8');

  it('is that of the sources: npm run -s errors writes it', () => {
    const made = execFileSync(process.execPath, [join(ROOT, 'tools', 'errors-md.mjs')], { encoding: 'utf8' });
    expect(kept).toBe(made);
  });

  it('names every code once', () => {
    const codes = [...kept.matchAll(/^\| ([A-Z_0-9]+) \|/gm)].map(([, code]) => code);
    expect(codes.length).toBeGreaterThan(150);
    expect(new Set(codes).size).toBe(codes.length);
  });
});
