// Compiles apps and libs in one pass of swc into dist, with their paths kept, after emptying dist.
// Specs stay out: nothing that runs needs them. A folder that does not exist yet is no error.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

process.chdir(join(import.meta.dirname, '..'));
rmSync('dist', { recursive: true, force: true });

const sources = ['apps', 'libs'].filter(
  (folder) => existsSync(folder) && readdirSync(folder, { recursive: true }).some((name) => /\.ts$/.test(String(name))),
);
if (sources.length > 0) {
  const swc = join(dirname(createRequire(import.meta.url).resolve('@swc/cli/package.json')), 'bin', 'swc.js');
  const options = ['--out-dir', 'dist', '--extensions', '.ts', '--ignore', '**/*.spec.ts,**/*.d.ts', '--quiet'];
  const { status } = spawnSync(process.execPath, [swc, ...sources, ...options], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
}
