// What can be wrong with an archive, told as bad input: code, place, reason, mend.
import { InputError } from '#libs/messages';
import { join } from 'node:path';

export type ArchiveCode =
  | 'ARC_FOLDER_IN_USE'
  | 'ARC_CANNOT_WRITE'
  | 'ARC_NOT_FOUND'
  | 'ARC_NO_ARCHIVE'
  | 'ARC_INCOMPLETE'
  | 'ARC_NEWER_FORMAT'
  | 'ARC_CHANGED';

export function archiveError(code: ArchiveCode, file: string, reason: string, mend: string): InputError {
  return new InputError({ code, place: { file }, reason, mend });
}

const REFUSALS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full.',
  EDQUOT: "the disk's quota is used up.",
  EROFS: 'the disk is read-only.',
  EACCES: 'writing is not permitted.',
  EPERM: 'writing is not permitted.',
};

/** The system's refusal to write as an InputError; any other error as it is. */
export function asWriteError(error: unknown, folder: string): unknown {
  const reason = REFUSALS[errorCode(error) ?? ''];
  if (reason === undefined) return error;
  return archiveError('ARC_CANNOT_WRITE', folder, reason, 'Make room there, or name another folder with --out.');
}

/** The code of a system error, e.g. ENOENT. */
export function errorCode(error: unknown): string | undefined {
  // Not `instanceof Error`: Node's errors come from outside of the context that tests run in.
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

export function changed(
  folder: string,
  name: string,
  what = 'its bytes are not those that the run wrote.',
): InputError {
  return archiveError('ARC_CHANGED', join(folder, name), what, 'Check the archive, and run the scenario again.');
}
