// Relief tables that are known, by run and day, and what had been decided when each was made: a command that stands
// within the days that a table looks at makes it another.
import type { Command } from '#libs/messages';
import type { ReliefTable } from '#libs/studies';

/** Runs, and tables of each; a table takes some 3 KB. */
const MOST_RUNS = 64;
const MOST_TABLES = 64;

interface Kept {
  readonly table: ReliefTable;
  readonly decided: string;
}

export class ReliefTables {
  readonly #runs = new Map<string, Map<number, Kept>>();

  /** The table of a day, if it is as it would be computed now. */
  fresh(run: string, day: number, commands: readonly Command[]): ReliefTable | undefined {
    const kept = this.#runs.get(run)?.get(day);
    return kept && kept.decided === decidedFor(kept.table, commands) ? kept.table : undefined;
  }

  /** By day. */
  allFresh(run: string, commands: readonly Command[]): ReliefTable[] {
    return this.days(run).flatMap((day) => this.fresh(run, day, commands) ?? []);
  }

  /** Ascending, whatever has been decided since. */
  days(run: string): number[] {
    return [...(this.#runs.get(run)?.keys() ?? [])].sort((a, b) => a - b);
  }

  keep(run: string, table: ReliefTable, commands: readonly Command[]): void {
    const own = this.#runs.get(run) ?? new Map<number, Kept>();
    this.#runs.delete(run);
    this.#runs.set(run, own);
    own.delete(table.day);
    own.set(table.day, { table, decided: decidedFor(table, commands) });
    dropOldest(own, MOST_TABLES);
    dropOldest(this.#runs, MOST_RUNS);
  }

  forget(run: string): void {
    this.#runs.delete(run);
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
