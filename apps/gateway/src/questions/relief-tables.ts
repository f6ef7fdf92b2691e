// Relief tables that are known, by run and day, and what had been decided when each was made: a command that stands
// within the days that a table looks at makes it another. A file a run, so that they are there after a restart.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from '#libs/messages';
import { MODEL_VERSION } from '#libs/model';
import type { ReliefTable } from '#libs/studies';

/** Runs, and tables of each; a table takes some 3 KB. */
const MOST_RUNS = 64;
const MOST_TABLES = 64;
const FORMAT = 1;

interface Kept {
  readonly table: ReliefTable;
  readonly decided: string;
}

type ByDay = Map<number, Kept>;

interface KeptFile {
  readonly format: number;
  readonly modelVersion: string;
  /** The one made last comes last. */
  readonly kept: readonly Kept[];
}

export class ReliefTables {
  readonly #runs = new Map<string, ByDay>();

  constructor(private readonly folder: string) {}

  /** The table of a day, if it is as it would be computed now. */
  fresh(run: string, day: number, commands: readonly Command[]): ReliefTable | undefined {
    const kept = this.#of(run).get(day);
    return kept && kept.decided === decidedFor(kept.table, commands) ? kept.table : undefined;
  }

  /** By day. */
  allFresh(run: string, commands: readonly Command[]): ReliefTable[] {
    return this.days(run).flatMap((day) => this.fresh(run, day, commands) ?? []);
  }

  /** Ascending, whatever has been decided since. */
  days(run: string): number[] {
    return [...this.#of(run).keys()].sort((a, b) => a - b);
  }

  /** @throws Error where its file cannot be written; the table is known nevertheless */
  keep(run: string, table: ReliefTable, commands: readonly Command[]): void {
    const own = this.#of(run);
    own.delete(table.day);
    own.set(table.day, { table, decided: decidedFor(table, commands) });
    dropOldest(own, MOST_TABLES);
    this.#write(run, own);
  }

  forget(run: string): void {
    this.#runs.delete(run);
    rmSync(this.#path(run), { force: true });
  }

  #of(run: string): ByDay {
    const own = this.#runs.get(run) ?? this.#read(run);
    this.#runs.delete(run);
    this.#runs.set(run, own);
    dropOldest(this.#runs, MOST_RUNS);
    return own;
  }

  #path(run: string): string {
    return join(this.folder, `${encodeURIComponent(run)}.json`);
  }

  /** What cannot be read is computed again. */
  #read(run: string): ByDay {
    try {
      const { format, modelVersion, kept } = JSON.parse(readFileSync(this.#path(run), 'utf8')) as KeptFile;
      if (format === FORMAT && modelVersion === MODEL_VERSION) return new Map(kept.map((one) => [one.table.day, one]));
    } catch {
      // None yet, or none that we have written.
    }
    return new Map();
  }

  #write(run: string, own: ByDay): void {
    const path = this.#path(run);
    mkdirSync(this.folder, { recursive: true });
    const file: KeptFile = { format: FORMAT, modelVersion: MODEL_VERSION, kept: [...own.values()] };
    writeFileSync(`${path}.part`, JSON.stringify(file));
    renameSync(`${path}.part`, path);
    const files = readdirSync(this.folder).map((name) => join(this.folder, name));
    if (files.length <= MOST_RUNS) return;
    const byAge = files
      .map((one) => ({ one, writtenMs: statSync(one).mtimeMs }))
      .sort((a, b) => a.writtenMs - b.writtenMs);
    for (const { one } of byAge.slice(0, files.length - MOST_RUNS)) rmSync(one, { force: true });
  }
}

function decidedFor({ day, overDays }: ReliefTable, commands: readonly Command[]): string {
  const standing = commands.filter(({ effectiveDay }) => effectiveDay < day + overDays);
  return JSON.stringify(standing.map(({ seq, path, value, effectiveDay }) => [seq, path, value, effectiveDay]));
}

function dropOldest<Key>(map: Map<Key, unknown>, most: number): void {
  for (const oldest of map.keys()) {
    if (map.size <= most) return;
    map.delete(oldest);
  }
}
