// The page as it is built.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { scratch } from './command';

const ROOT = resolve(__dirname, '..');
const folder = scratch();

it('is the users’ page also where a test runner builds it, not one for development', () => {
  const build = `import('./tools/page.mjs').then(({ buildPage }) => buildPage(${JSON.stringify(folder)}, 'nowhere'))`;
  // The runner's surroundings, which say that this is a test, go to the process.
  const { status, stderr } = spawnSync(process.execPath, ['-e', build], { cwd: ROOT, encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const assets = join(folder, 'dashboard', 'assets');
  const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(5);
  const forDevelopment = scripts.filter((name) => readFileSync(join(assets, name), 'utf8').includes('jsxDEV'));
  expect(forDevelopment).toEqual([]);
});
