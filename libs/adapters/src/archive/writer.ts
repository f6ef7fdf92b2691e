// Writes a run's archive while it runs. Squeezing goes on in the thread pool; what waits for it is bounded (backlog.ts).
import { BINDING_CONSTRAINTS } from '#libs/messages';
import type { StageSnapshot } from '#libs/kernel';
import type { DayRecord, RunHead } from '#libs/runtime';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { asWriteError } from './archive-error';
import { ArchiveFile, writeArchiveFile } from './archive-file';
import { Backlog } from './backlog';
import { digestLine, milestoneLine, sourceOf } from './day-lines';
import { claimFolder, syncFolder } from './folder';
import { encodeFrames } from './frames-file';
import * as layout from './layout';
import { FORMAT, FORMAT_VERSION, manifestText, type FileEntry } from './manifest';
import type { ParquetTable } from './parquet-table';
import { encodeSnapshot, planesOf } from './snapshot-file';

const RATES_NOTE = 'One row per day and scope: the chain, each sector, each zone. Numbers are exact.';
const ENTERPRISE_DAYS_NOTE =
  'One row per day and enterprise. Numbers are 32-bit, good to 7 digits; snapshots/ holds exact ones. ' +
  '`bound` is what held the enterprise down.';

interface OpenFiles {
  readonly digests: ArchiveFile;
  readonly milestones: ArchiveFile;
  readonly rates: ArchiveFile;
  readonly enterpriseDays: ArchiveFile;
}

export class ArchiveWriter {
  readonly #backlog = new Backlog();
  readonly #source: string;
  readonly #entries: FileEntry[] = [];
  readonly #milestonesCounted: { day: number; count: number }[] = [];
  #daysWritten = 0;

  private constructor(
    private readonly folder: string,
    private readonly head: RunHead,
    private readonly files: OpenFiles,
    private readonly tables: { readonly rates: ParquetTable; readonly enterpriseDays: ParquetTable },
    given: readonly FileEntry[],
  ) {
    this.#entries.push(...given);
    this.#source = sourceOf(head.scenario.text);
  }

  /**
   * Begins the archive of a run in a new or empty folder, or in place of an older archive.
   * @throws InputError ARC_FOLDER_IN_USE, ARC_CANNOT_WRITE
   */
  static async create(folder: string, head: RunHead): Promise<ArchiveWriter> {
    try {
      await claimFolder(folder);
      const given = await writeGiven(folder, head);
      const [digests, milestones, rates, enterpriseDays] = await Promise.all(
        [layout.DIGESTS, layout.MILESTONES, layout.RATES, layout.ENTERPRISE_DAYS].map((name) => ArchiveFile.open(folder, name)),
      );
      return new ArchiveWriter(folder, head, { digests, milestones, rates, enterpriseDays }, given);
    } catch (error) {
      throw asWriteError(error, folder);
    }
  }
}
