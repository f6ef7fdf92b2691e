import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyBinaries } from './postgres-binaries';

let root: string;
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'binaries-'))));
afterEach(() => rmSync(root, { recursive: true }));

/** The package's folder as npm unpacks it: without the links that its install script would make. */
function unpacked(): string {
  const native = join(root, 'native');
  for (const folder of ['bin', 'lib', 'share']) mkdirSync(join(native, folder), { recursive: true, mode: 0o700 });
  writeFileSync(join(native, 'lib', 'libpq.so.5.18'), 'library');
  writeFileSync(join(native, 'bin', 'postgres'), 'program', { mode: 0o755 });
  const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }];
  writeFileSync(join(native, 'pg-symlinks.json'), JSON.stringify(links));
  return native;
}

describe('a copy of programs whose install script did not run', () => {
  it('has the links all the same', () => {
    copyBinaries(unpacked(), join(root, 'copy'));
    expect(readFileSync(join(root, 'copy', 'lib', 'libpq.so.5'), 'utf8')).toBe('library');
  });

  it('can be read and run by another user', () => {
    copyBinaries(unpacked(), join(root, 'copy'));
    for (const path of ['.', 'bin', 'lib', 'share', 'bin/postgres']) {
      expect(statSync(join(root, 'copy', path)).mode & 0o777).toBe(0o755);
    }
  });
});

describe('a copy of programs whose install script did run', () => {
  it('keeps its links, and leaves nothing unfinished beside it', () => {
    const native = unpacked();
    symlinkSync('libpq.so.5.18', join(native, 'lib', 'libpq.so.5'));
    copyBinaries(native, join(root, 'copy'));
    expect(readFileSync(join(root, 'copy', 'lib', 'libpq.so.5'), 'utf8')).toBe('library');
    expect(readdirSync(root).sort()).toEqual(['copy', 'native']);
  });
});
