// Compiles apps and libs in one pass of swc into a fresh folder, with their paths kept, builds the page beside them, and
// puts it in the place of dist: a command that starts meanwhile finds the old build or the new one.
// Specs stay out: nothing that runs needs them. A folder that does not exist yet is no error. Vite compiles the page.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { buildPage } from './page.mjs';

process.chdir(join(import.meta.dirname, '..'));
const fresh = `dist-${process.pid}`;
const MOST_TRIES = 10;
const NOT_COMPILED = ['**/*.spec.ts', '**/*.d.ts', 'apps/dashboard/**'];

const sources = ['apps', 'libs'].filter(
  (folder) => existsSync(folder) && readdirSync(folder, { recursive: true }).some((name) => /\.ts$/.test(String(name))),
);
if (sources.length > 0) {
  const swc = join(dirname(createRequire(import.meta.url).resolve('@swc/cli/package.json')), 'bin', 'swc.js');
  const options = ['--out-dir', fresh, '--extensions', '.ts', '--ignore', NOT_COMPILED.join(','), '--quiet'];
  const { status } = spawnSync(process.execPath, [swc, ...sources, ...options], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
  try {
    if (status === 0) {
      const page = await buildPage(fresh, 'dist');
      if (page === 'absent') console.error('no page is built: there is no apps/dashboard/vite.config.mjs');
      putInPlace();
    }
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** Another build may put its own there at the same moment: then that one gives way. */
function putInPlace() {
  const old = `${fresh}-old`;
  for (let tries = 1; ; tries++) {
    try {
      if (existsSync('dist')) renameSync('dist', old);
      renameSync(fresh, 'dist');
      break;
    } catch (error) {
      if (tries === MOST_TRIES) throw error;
    } finally {
      rmSync(old, { recursive: true, force: true });
    }
  }
}
