// `npm start`: builds where the sources are newer than the build, then serves, in this process (`resumption serve`).
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const main = join(root, 'dist', 'apps', 'cli', 'src', 'main.js');

/** Times in milliseconds; nought where there is no such file. @param {string} file */
const changedAt = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

function newestSource() {
  const files = ['apps', 'libs'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()),
  );
  const times = files.map(({ parentPath, name }) => changedAt(join(parentPath, name)));
  return [...times, changedAt(join(root, 'package-lock.json'))].reduce((newest, time) => Math.max(newest, time), 0);
}

if (changedAt(main) < newestSource()) {
  console.error('building...');
  const { status } = spawnSync(process.execPath, [join(root, 'tools', 'build.mjs')], { stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}
process.argv.splice(1, 1, main, 'serve');
createRequire(import.meta.url)(main);
