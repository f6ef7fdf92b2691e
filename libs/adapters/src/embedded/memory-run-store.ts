// RunStore in memory. Every method does its work without waiting in between, so it is one transaction.
import type { Command } from '#libs/messages';
import type { Beginning, Intervention, RunManifest, RunMode, RunRow, RunStatus, RunStore } from '#libs/runtime';
import type { MemoryRun } from './memory-run';
import type { MemoryRuns } from './memory-runs';

export class MemoryRunStore implements RunStore {
  constructor(private readonly kept: MemoryRuns) {}

  // eslint-disable-next-line @typescript-eslint/require-await -- A refusal is a rejection, as with every other store.
  async create(manifest: RunManifest, beginning: Beginning = {}): Promise<string> {
    const { idempotencyKey } = manifest;
    const earlier = this.kept.all().find((run) => run.manifest.idempotencyKey === idempotencyKey);
    if (earlier) return earlier.row.id;
    this.kept.add(manifest, beginning);
    return manifest.id;
  }

  manifest(run: string): Promise<RunManifest | undefined> {
    return Promise.resolve(this.kept.get(run)?.manifest);
  }

  row(run: string): Promise<RunRow | undefined> {
    return Promise.resolve(this.kept.get(run)?.row);
  }

  rows(status?: RunStatus): Promise<RunRow[]> {
    const rows = this.kept.all().map(({ row }) => row);
    return Promise.resolve(rows.filter((row) => status === undefined || row.status === status).reverse());
  }

  remove(run: string): Promise<boolean> {
    return Promise.resolve(this.kept.remove(run));
  }

  intervene(run: string, asked: Intervention): Promise<Command | null> {
    const kept = this.kept.get(run);
    const earlier = kept?.commands.find(({ key }) => key === asked.idempotencyKey);
    if (earlier) return Promise.resolve(earlier.command);
    const { row, manifest, commands } = kept ?? {};
    if (row?.status !== 'running' || !manifest || !commands) return Promise.resolve(null);
    const effectiveDay = Math.max(asked.day, row.openedDay + 1);
    if (effectiveDay > manifest.days - 1) return Promise.resolve(null);
    const command = { seq: commands.length + 1, path: asked.path, value: asked.value, effectiveDay };
    commands.push({ command, key: asked.idempotencyKey, by: asked.by });
    this.kept.tell(run);
    return Promise.resolve(command);
  }

  commands(run: string): Promise<Command[]> {
    return Promise.resolve((this.kept.get(run)?.commands ?? []).map(({ command }) => command));
  }

  givers(run: string): Promise<ReadonlyMap<number, string>> {
    const given = this.kept.get(run)?.commands ?? [];
    return Promise.resolve(new Map(given.map(({ command, by }) => [command.seq, by])));
  }

  play(
    run: string,
    { mode, stepTo, daysPerSecond }: { mode?: RunMode; stepTo?: number; daysPerSecond?: number | null; by: string },
  ): Promise<boolean> {
    return this.#changeWhere(run, () => true, {
      ...(mode === undefined ? {} : { mode }),
      ...(stepTo === undefined ? {} : { stepTo }),
      ...(daysPerSecond === undefined ? {} : { daysPerSecond }),
    });
  }

  openDay(run: string, { day, attempt }: { readonly day: number; readonly attempt: number }): Promise<boolean> {
    const isNext = (row: RunRow): boolean => row.attempt === attempt && row.openedDay === day - 1;
    return this.#changeWhere(run, isNext, { openedDay: day });
  }

  heal(run: string, { attempt, startDay }: { readonly attempt: number; readonly startDay: number }): Promise<boolean> {
    return this.#changeWhere(run, (row) => row.attempt === attempt - 1, { attempt, startDay, gap: null });
  }

  async reportGap(run: string, { attempt, gap }: { readonly attempt: number; readonly gap: string }): Promise<void> {
    await this.#changeWhere(run, (row) => row.attempt === attempt && row.gap === null, { gap });
  }

  async end(run: string, digest: string): Promise<void> {
    await this.#changeWhere(run, () => true, { status: 'ended', digest });
  }

  async fail(run: string, failure: string): Promise<void> {
    await this.#changeWhere(run, () => true, { status: 'failed', failure });
  }

  watch(onChange: (run: string) => void): () => void {
    return this.kept.watch(onChange);
  }

  /** Changes a row that is running and as it is expected; false where it is not. */
  #changeWhere(run: string, isExpected: (row: RunRow) => boolean, change: Partial<RunRow>): Promise<boolean> {
    const kept: MemoryRun | undefined = this.kept.get(run);
    if (kept?.row.status !== 'running' || !isExpected(kept.row)) return Promise.resolve(false);
    this.kept.change(kept, change);
    return Promise.resolve(true);
  }
}
