// Writes a run's archive while it runs. Squeezing goes on in the thread pool; what waits for it is bounded (backlog.ts).
import type { Milestone } from '#libs/messages';
import type { Frame, StageSnapshot } from '#libs/kernel';
import type { Columns, DayRecord, RunHead } from '#libs/runtime';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { asWriteError } from './archive-error';
import { ArchiveFile, writeArchiveFile, type FileSubject } from './archive-file';
import { Backlog } from './backlog';
import { digestLine, milestoneLine, sourceOf } from './day-lines';
import { claimFolder, syncFolder } from './folder';
import { encodeFrames } from './frames-file';
import * as layout from './layout';
import { FORMAT, FORMAT_VERSION, manifestText, type FileEntry } from './manifest';
import { ParquetTable } from './parquet-table';
import { ENTERPRISE_DAYS, LOSSES, RATES } from './tables';
import { encodeSnapshot, planesOf } from './snapshot-file';
import { SpareMemory } from './spare-memory';

/** Files that grow day by day. */
interface DayFiles {
  readonly digests: ArchiveFile;
  readonly milestones: ArchiveFile;
  readonly rates: ArchiveFile;
  readonly enterpriseDays: ArchiveFile;
  /** Where losses are accounted for. */
  readonly losses?: ArchiveFile;
}

interface DayTables {
  readonly rates: ParquetTable;
  readonly enterpriseDays: ParquetTable;
  readonly losses?: ParquetTable;
}

export class ArchiveWriter {
  readonly #source: string;
  readonly #entries: FileEntry[];
  readonly #milestonesCounted: { day: number; count: number }[] = [];
  readonly #spare = new SpareMemory();
  #daysWritten = 0;

  private constructor(
    private readonly folder: string,
    private readonly head: RunHead,
    private readonly backlog: Backlog,
    private readonly files: DayFiles,
    private readonly tables: DayTables,
    given: readonly FileEntry[],
  ) {
    this.#entries = [...given];
    this.#source = sourceOf(head.scenario.text);
  }

  /**
   * Begins the archive of a run in a new or empty folder, or in place of an older archive.
   * @param keeps whether it keeps losses by root cause
   * @throws InputError ARC_FOLDER_IN_USE, ARC_CANNOT_WRITE
   */
  static async create(folder: string, head: RunHead, keeps: { losses?: boolean } = {}): Promise<ArchiveWriter> {
    try {
      await claimFolder(folder);
      const given = await writeGiven(folder, head);
      const files = await openFiles(folder, keeps.losses ?? false);
      const backlog = new Backlog();
      const tables = {
        rates: new ParquetTable(files.rates, backlog, RATES),
        enterpriseDays: new ParquetTable(files.enterpriseDays, backlog, ENTERPRISE_DAYS),
        ...(files.losses ? { losses: new ParquetTable(files.losses, backlog, LOSSES) } : {}),
      };
      return new ArchiveWriter(folder, head, backlog, files, tables, given);
    } catch (error) {
      throw asWriteError(error, folder);
    }
  }

  /**
   * Takes a copy of the day. Wait for it before the next day is stepped: it holds the run back while too much waits.
   * @throws InputError ARC_CANNOT_WRITE, also for an earlier day's writing
   */
  async write(record: DayRecord): Promise<void> {
    try {
      await this.backlog.room();
      this.#writeLines(record);
      this.tables.rates.append(record.day, record.date, record.rates);
      this.tables.enterpriseDays.append(record.day, record.date, record.enterprises);
      if (record.frames) await this.#writeFrames(record.day, record.frames);
      for (const snapshot of record.snapshots ?? []) await this.#writeSnapshot(record.day, snapshot);
      this.#daysWritten++;
      await setImmediate(); // A run that only waits for promises would not let finished work go on.
    } catch (error) {
      throw asWriteError(error, this.folder);
    }
  }

  /** Adds milestones that are known only at the end; readers get all of them by day. */
  writeLateMilestones(late: readonly { readonly milestone: Milestone; readonly date: string }[]): void {
    const lines = late.map(({ milestone, date }) => milestoneLine(milestone, date, this.#source));
    if (lines.length > 0) this.#append(this.files.milestones, lines.join(''), this.#daysWritten - 1);
  }

  /** Takes a copy of a day's losses, which may come later than the day itself; days in order. */
  writeLosses(day: number, date: string, losses: Columns): void {
    this.tables.losses?.append(day, date, losses);
  }

  /**
   * Ends the archive: with its manifest it is complete.
   * @param digest of the run, 16 hexadecimal digits
   * @throws InputError ARC_CANNOT_WRITE
   */
  async close(digest: string): Promise<void> {
    try {
      await Promise.all(Object.values(this.tables).map((table: ParquetTable) => table.finish()));
      await this.backlog.settled();
      this.#entries.push(...(await Promise.all(Object.values(this.files).map((file: ArchiveFile) => file.close()))));
      await this.#writeManifest(digest);
    } catch (error) {
      await this.abandon();
      throw asWriteError(error, this.folder);
    }
  }

  /** Ends a run that failed: the archive stays incomplete. */
  async abandon(): Promise<void> {
    await this.backlog.settled().catch(() => undefined);
    await Promise.all(Object.values(this.files).map((file: ArchiveFile) => file.abandon()));
  }

  #writeLines(record: DayRecord): void {
    const { day, date, milestones, milestonesCounted } = record;
    this.#append(this.files.digests, digestLine(record), day);
    const lines = milestones.map((milestone) => milestoneLine(milestone, date, this.#source));
    if (lines.length > 0) this.#append(this.files.milestones, lines.join(''), day);
    if (milestonesCounted > 0) this.#milestonesCounted.push({ day, count: milestonesCounted });
  }

  #append(file: ArchiveFile, text: string, day: number): void {
    const bytes = Buffer.from(text);
    void this.backlog.hold(bytes.length, file.append(bytes, day));
  }

  async #writeFrames(day: number, frames: readonly Frame[]): Promise<void> {
    const bytes = await encodeFrames(day, frames);
    this.#writeBeside(layout.framesName(day), { day }, bytes.length, () => Promise.resolve([bytes]));
    await this.backlog.room();
  }

  async #writeSnapshot(day: number, snapshot: StageSnapshot): Promise<void> {
    const { stage } = snapshot;
    const planes = planesOf(snapshot, day, (bytes) => this.#spare.take(bytes));
    const encode = async (): Promise<readonly Uint8Array[]> => {
      const pieces = await encodeSnapshot(planes);
      this.#spare.give(planes.planes);
      return pieces;
    };
    this.#writeBeside(layout.snapshotName(day, stage), { day, stage }, planes.planes.length, encode);
    await this.backlog.room();
  }

  /** Encodes in a lane, then writes outside of it, as waiting for the disk needs no core. */
  #writeBeside(
    name: string,
    about: FileSubject,
    heldBytes: number,
    encode: () => Promise<readonly Uint8Array[]>,
  ): void {
    const write = async (): Promise<void> => {
      const pieces = await this.backlog.add(heldBytes, encode);
      const bytes = pieces.reduce((sum, piece) => sum + piece.length, 0);
      this.#entries.push(await this.backlog.hold(bytes, writeArchiveFile(this.folder, name, pieces, about)));
    };
    void this.backlog.hold(0, write());
  }

  async #writeManifest(digest: string): Promise<void> {
    const { scenario, tables, overrides, interventions, forkedFrom, seed, start, days, modelVersion } = this.head;
    const text = manifestText({
      ...{ format: FORMAT, formatVersion: FORMAT_VERSION },
      scenario: scenario.name,
      tables: tables.map(({ name }, position) => ({ name, file: layout.tableName(name, position) })),
      ...{ overrides: [...overrides], interventions: [...interventions], ...(forkedFrom && { forkedFrom }) },
      ...{ seed, start, days, modelVersion },
      ...{ daysWritten: this.#daysWritten, digest, milestonesCounted: this.#milestonesCounted },
      files: this.#entries.sort((a, b) => (a.name < b.name ? -1 : 1)),
    });
    await writeArchiveFile(this.folder, layout.MANIFEST_DRAFT, [Buffer.from(text)]);
    await syncFolder(this.folder);
    await rename(join(this.folder, layout.MANIFEST_DRAFT), join(this.folder, layout.MANIFEST));
    await syncFolder(this.folder);
  }
}

/** What the run was given, as it was given. */
async function writeGiven(folder: string, { scenario, tables }: RunHead): Promise<FileEntry[]> {
  const texts = [
    { name: layout.MARKER, text: layout.MARKER_TEXT },
    { name: layout.SCENARIO, text: scenario.text },
    ...tables.map(({ name, text }, position) => ({ name: layout.tableName(name, position), text })),
  ];
  const entries: FileEntry[] = [];
  for (const { name, text } of texts) entries.push(await writeArchiveFile(folder, name, [Buffer.from(text)]));
  return entries;
}

async function openFiles(folder: string, keepsLosses: boolean): Promise<DayFiles> {
  return {
    digests: await ArchiveFile.open(folder, layout.DIGESTS),
    milestones: await ArchiveFile.open(folder, layout.MILESTONES),
    rates: await ArchiveFile.open(folder, layout.RATES),
    enterpriseDays: await ArchiveFile.open(folder, layout.ENTERPRISE_DAYS),
    ...(keepsLosses ? { losses: await ArchiveFile.open(folder, layout.LOSSES) } : {}),
  };
}
