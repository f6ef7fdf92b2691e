// Reads a finished archive. Every file is checked against the manifest before its content is believed.
import type { StageSnapshot } from '#libs/kernel';
import { stageIndex, type Milestone } from '#libs/messages';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { archiveError, changed, errorCode } from './archive-error';
import { sha256 } from './archive-file';
import { parseDigestLine, parseMilestoneLine, type ArchivedDigests } from './day-lines';
import { stateOf, type FolderState } from './folder';
import { decodeFrames, type ArchivedFrame } from './frames-file';
import * as layout from './layout';
import { readTable, type TableRow } from './parquet-read';
import { readManifest, type Manifest } from './manifest';
import { decodeSnapshot } from './snapshot-file';

export interface ArchivedSnapshots {
  /** The day after which they were taken. */
  readonly day: number;
  /** In the order of STAGES. */
  readonly stages: readonly StageSnapshot[];
}

/** A text that the run was given, by the name that the scenario calls it. */
export interface GivenText {
  readonly name: string;
  readonly text: string;
}

/**
 * Opens a finished archive.
 * @throws InputError ARC_NOT_FOUND, ARC_NO_ARCHIVE, ARC_INCOMPLETE, ARC_NEWER_FORMAT; here and in every method ARC_CHANGED
 *   for a file that is not as the run wrote it
 */
export async function readArchive(folder: string): Promise<Archive> {
  refuseOther(folder, await stateOf(folder));
  const reading = readManifest(await readFile(join(folder, layout.MANIFEST)));
  if ('manifest' in reading) return openArchive(new ArchiveFolder(folder, reading.manifest), reading.manifest);
  if (reading.problem !== 'newer') throw changed(folder, layout.MANIFEST, reading.text);
  throw archiveError('ARC_NEWER_FORMAT', join(folder, layout.MANIFEST), reading.text, 'Use the version that wrote it.');
}

async function openArchive(files: ArchiveFolder, manifest: Manifest): Promise<Archive> {
  const scenarioText = await files.text(layout.SCENARIO);
  const tables = manifest.tables.map(async ({ name, file }) => ({ name, text: await files.text(file) }));
  return new Archive(files, manifest, scenarioText, await Promise.all(tables));
}

/** @throws InputError ARC_NOT_FOUND, ARC_NO_ARCHIVE; and ARC_INCOMPLETE, as only a finished archive can be read */
function refuseOther(folder: string, state: FolderState): void {
  switch (state) {
    case 'absent':
      throw archiveError(
        'ARC_NOT_FOUND',
        folder,
        'there is no such folder.',
        'Name the folder that a run wrote (--out).',
      );
    case 'foreign':
      throw archiveError(
        'ARC_NO_ARCHIVE',
        folder,
        'this is no run archive.',
        'Name the folder that a run wrote (--out).',
      );
    case 'empty':
    case 'unfinished':
      throw archiveError('ARC_INCOMPLETE', folder, 'its run did not finish.', 'Run the scenario again.');
    case 'finished':
      return;
    default:
      state satisfies never;
  }
}

export class Archive {
  constructor(
    private readonly files: ArchiveFolder,
    readonly manifest: Manifest,
    /** The scenario file as it was given; `manifest.scenario` is its name. */
    readonly scenarioText: string,
    /** The CSV tables as they were given. */
    readonly tables: readonly GivenText[],
  ) {}

  /** One a day, from day 0. */
  digests(): Promise<readonly ArchivedDigests[]> {
    return this.files.lines(layout.DIGESTS, parseDigestLine);
  }

  /** By day, then in the order of the day. */
  async milestones(): Promise<readonly Milestone[]> {
    // Those that were known only at the end stand last in the file.
    return [...(await this.files.lines(layout.MILESTONES, parseMilestoneLine))].sort((a, b) => a.day - b.day);
  }

  /** Rates by day: one row per scope (the chain, each sector, each zone), in that order. */
  rates(): Promise<readonly TableRow[]> {
    return this.files.decoded(layout.RATES, readTable);
  }

  /** Losses by day: one row per sector that loses, root cause and origin; undefined when the run kept none. */
  async losses(): Promise<readonly TableRow[] | undefined> {
    return this.files.has(layout.LOSSES) ? this.files.decoded(layout.LOSSES, readTable) : undefined;
  }

  /** All stages after the last day that was kept and is not after `day`; undefined when there is none. */
  async snapshot(day: number): Promise<ArchivedSnapshots | undefined> {
    const taken = this.manifest.files.filter((file) => file.stage !== undefined && (file.day ?? Infinity) <= day);
    if (taken.length === 0) return undefined;
    const last = Math.max(...taken.map((file) => file.day ?? 0));
    const files = taken.filter((file) => file.day === last);
    const decoded = await Promise.all(files.map(({ name }) => this.files.decoded(name, decodeSnapshot)));
    const stages = decoded.map(({ stage, columns }) => ({ stage, columns }));
    return { day: last, stages: stages.sort((a, b) => stageIndex(a.stage) - stageIndex(b.stage)) };
  }

  /** The day's frames; undefined when the run did not keep them. */
  async frames(day: number): Promise<readonly ArchivedFrame[] | undefined> {
    const name = layout.framesName(day);
    return this.files.has(name) ? this.files.decoded(name, decodeFrames) : undefined;
  }
}

/** The files of an archive, each compared with the manifest when it is read. */
class ArchiveFolder {
  constructor(
    private readonly folder: string,
    private readonly manifest: Manifest,
  ) {}

  has(name: string): boolean {
    return this.manifest.files.some((file) => file.name === name);
  }

  async text(name: string): Promise<string> {
    return (await this.#read(name)).toString('utf8');
  }

  lines<Line>(name: string, parse: (line: string) => Line): Promise<readonly Line[]> {
    return this.decoded(name, (bytes) => bytes.toString('utf8').split('\n').slice(0, -1).map(parse));
  }

  /** Bytes that are as written and yet cannot be read come from another version, or another writer. */
  async decoded<To>(name: string, decode: (bytes: Buffer) => To | Promise<To>): Promise<To> {
    const bytes = await this.#read(name);
    try {
      return await decode(bytes);
    } catch (error) {
      throw changed(this.folder, name, `it cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
    }
  }

  async #read(name: string): Promise<Buffer> {
    const bytes = await readFile(join(this.folder, name)).catch((error: unknown) => {
      throw errorCode(error) === 'ENOENT' ? changed(this.folder, name, 'it is missing.') : error;
    });
    const entry = this.manifest.files.find((file) => file.name === name);
    if (entry?.sha256 !== sha256(bytes)) throw changed(this.folder, name);
    return bytes;
  }
}
