// Checks an archive against its manifest, byte for byte.
import type { StageName } from '#libs/messages';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { archiveError, errorCode } from './archive-error';
import { sha256 } from './archive-file';
import { stateOf } from './folder';
import * as layout from './layout';
import { readManifest, type FileEntry } from './manifest';

export type ArchiveProblem = 'incomplete' | 'missing' | 'changed' | 'unreadable';

export interface Finding {
  readonly file: string;
  /** Where it can be told: the day, and the stage whose day it is. */
  readonly day?: number;
  readonly source?: StageName;
  readonly problem: ArchiveProblem;
  readonly text: string;
}

/**
 * Compares every file of an archive with its manifest.
 * @returns nothing found: the archive is complete and every bit of it as written. A changed manifest is the only finding,
 *   as nothing can be compared with it.
 * @throws InputError ARC_NOT_FOUND, ARC_NO_ARCHIVE
 */
export async function checkArchive(folder: string): Promise<Finding[]> {
  const state = await stateOf(folder);
  const mend = 'Name the folder that a run wrote (--out).';
  if (state === 'absent') throw archiveError('ARC_NOT_FOUND', folder, 'there is no such folder.', mend);
  if (state === 'foreign') throw archiveError('ARC_NO_ARCHIVE', folder, 'this is no run archive.', mend);
  if (state !== 'finished') {
    return [{ file: layout.MANIFEST, problem: 'incomplete', text: 'The run did not finish: there is no manifest.' }];
  }
  const bytes = await readFile(join(folder, layout.MANIFEST)).catch(() => undefined);
  const reading = bytes ? readManifest(bytes) : { problem: 'unreadable' as const, text: 'It cannot be read.' };
  if ('manifest' in reading) {
    const findings: Finding[] = [];
    for (const entry of reading.manifest.files) findings.push(...(await checkFile(folder, entry)));
    return findings;
  }
  const { problem, text } = reading;
  return [{ file: layout.MANIFEST, problem: problem === 'newer' ? 'unreadable' : problem, text }];
}

async function checkFile(folder: string, entry: FileEntry): Promise<readonly Finding[]> {
  const path = join(folder, entry.name);
  const { day, stage } = entry;
  const place = {
    file: entry.name,
    ...(day === undefined ? {} : { day }),
    ...(stage === undefined ? {} : { source: stage }),
  };
  try {
    const found = await fingerprint(path);
    if (found.sha256 === entry.sha256) return [];
    const days = entry.parts ? changedDays(await readFile(path), entry.parts) : [];
    const text =
      found.bytes === entry.bytes ? 'Its bytes are not those that the run wrote.' : sizeText(found.bytes, entry.bytes);
    return days.length > 0
      ? days.map((of) => ({
          ...place,
          day: of,
          problem: 'changed',
          text: `Its lines of day ${of} are not those that the run wrote.`,
        }))
      : [{ ...place, problem: 'changed', text }];
  } catch (error) {
    const isMissing = errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR';
    if (isMissing) return [{ ...place, problem: 'missing', text: 'It is missing.' }];
    return [{ ...place, problem: 'unreadable', text: `It cannot be read (${errorCode(error) ?? String(error)}).` }];
  }
}

async function fingerprint(path: string): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** Days whose bytes differ; where bytes are lost or put in, that is every day from there on. */
function changedDays(bytes: Buffer, parts: NonNullable<FileEntry['parts']>): readonly number[] {
  const days: number[] = [];
  let offset = 0;
  for (const part of parts) {
    if (sha256(bytes.subarray(offset, offset + part.bytes)) !== part.sha256) days.push(part.day);
    offset += part.bytes;
  }
  return days;
}

function sizeText(found: number, expected: number): string {
  return `It has ${found} bytes; the run wrote ${expected}.`;
}
