// The folder of a run: claimed before the run, and made durable after it.
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { archiveError, errorCode } from './archive-error';
import { MANIFEST, MARKER, OWN_NAMES } from './layout';

/**
 * Makes the folder, or empties it when it holds an archive, finished or not. The old manifest goes first: from then on
 * the folder is an unfinished run, whenever we are interrupted.
 * @throws InputError ARC_FOLDER_IN_USE when it holds anything else
 */
export async function claimFolder(folder: string): Promise<void> {
  const names = await makeFolder(folder)
    .then(() => readdir(folder))
    .catch((error: unknown) => {
      if (errorCode(error) !== 'ENOTDIR') {
        const reason = `the folder cannot be made (${errorCode(error) ?? 'error'}).`;
        throw archiveError('ARC_CANNOT_WRITE', folder, reason, 'Name a folder that you may write to with --out.');
      }
      throw archiveError('ARC_FOLDER_IN_USE', folder, 'this is a file.', 'Name a new folder with --out.');
    });
  if (names.length === 0) return;
  if (!names.includes(MARKER)) {
    const mend = 'Name a new or empty folder with --out.';
    throw archiveError('ARC_FOLDER_IN_USE', folder, 'it holds files that are no run archive.', mend);
  }
  await rm(join(folder, MANIFEST), { force: true });
  await syncFolder(folder);
  for (const name of OWN_NAMES) await rm(join(folder, name), { recursive: true, force: true });
}

/**
 * Makes a folder and those above it, one after the other; one that is there is left alone. Node's own recursive mkdir
 * never ends where a folder is there and takes none (below /proc).
 */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return;
    if (errorCode(error) !== 'ENOENT' || dirname(path) === path) throw error;
    await makeFolder(dirname(path));
    await mkdir(path);
  }
}

/** What a folder looks like from outside. */
export type FolderState = 'absent' | 'empty' | 'foreign' | 'unfinished' | 'finished';

export async function stateOf(folder: string): Promise<FolderState> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return undefined;
    throw error;
  });
  if (names === undefined) return 'absent';
  if (names.includes(MANIFEST)) return 'finished';
  if (names.length === 0) return 'empty';
  return names.includes(MARKER) ? 'unfinished' : 'foreign';
}

/** Waits until names in the folder, and in the folders below it, are on the disk. Windows has no such call. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  for (const name of ['.', ...(await readdir(folder))]) {
    const path = join(folder, name);
    if (!(await stat(path)).isDirectory()) continue;
    const handle = await open(path, 'r');
    await handle.sync().finally(() => handle.close());
  }
}
