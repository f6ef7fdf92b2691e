// The runs that are kept in memory, at most so many, and who is told when one has changed.
import { InputError } from '#libs/messages';
import type { Beginning, RunManifest, RunRow } from '#libs/runtime';
import { newRun, type MemoryRun } from './memory-run';

export class MemoryRuns {
  /** In the order in which they were created. */
  readonly #runs = new Map<string, MemoryRun>();
  readonly #watchers = new Set<(run: string) => void>();

  constructor(private readonly mostRuns: number) {}

  get(run: string): MemoryRun | undefined {
    return this.#runs.get(run);
  }

  all(): MemoryRun[] {
    return [...this.#runs.values()];
  }

  /** @throws InputError RUN_TOO_MANY when there is no room and every run is still running */
  add(manifest: RunManifest, beginning: Beginning): void {
    if (this.#runs.has(manifest.id)) throw new Error(`there is a run ${manifest.id} of another request`);
    if (this.#runs.size >= this.mostRuns) this.#makeRoom();
    this.#runs.set(manifest.id, newRun(manifest, beginning));
    this.tell(manifest.id);
  }

  remove(run: string): boolean {
    const isThere = this.#runs.delete(run);
    if (isThere) this.tell(run);
    return isThere;
  }

  /** Changes a row, and tells. */
  change(kept: MemoryRun, change: Partial<RunRow>): void {
    kept.row = { ...kept.row, ...change };
    this.tell(kept.row.id);
  }

  /** Tells those who watch now, once the caller is done: a watcher may call the store again. */
  tell(run: string): void {
    for (const watcher of this.#watchers) {
      queueMicrotask(() => {
        if (this.#watchers.has(watcher)) watcher(run);
      });
    }
  }

  watch(onChange: (run: string) => void): () => void {
    // One caller may watch twice with the same function; each has its own end.
    const watcher = (run: string): void => onChange(run);
    this.#watchers.add(watcher);
    return () => void this.#watchers.delete(watcher);
  }

  #makeRoom(): void {
    const over = this.all().find(({ row }) => row.status !== 'running');
    if (over) {
      this.remove(over.row.id);
      return;
    }
    throw new InputError({
      code: 'RUN_TOO_MANY',
      reason: `${this.mostRuns} runs are under way, as many as are kept in memory.`,
      mend: 'Wait until one ends, or remove one.',
    });
  }
}
