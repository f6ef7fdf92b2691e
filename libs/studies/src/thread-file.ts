// Where a thread's file lies. Sources cannot be run as a thread, so a test runner that loads them is given the build's.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '..', '..', '..');

/** @param name below this folder, without an ending */
export function threadFile(name: string): string {
  const beside = join(__dirname, `${name}.js`);
  return existsSync(beside) ? beside : join(ROOT, 'dist', 'libs', 'studies', 'src', `${name}.js`);
}
