// Runs as an asker may see them: the one place where it is decided whose run it is. Manifests never change, so a few are
// kept: every question about a run begins with its own.
import type { Stores } from '#libs/adapters';
import type { RunManifest, RunRow } from '#libs/runtime';
import { maySee, type Asker } from '../asking/asker';
import { noSuchRun } from '../http/api-error';

export interface FoundRun {
  readonly manifest: RunManifest;
  readonly row: RunRow;
}

/** Characters of manifests that are kept; one with tables may have 30 million. */
const MOST_CHARACTERS = 40_000_000;

export class FoundRuns {
  readonly #manifests = new Map<string, RunManifest>();
  /** Under way: when a gateway comes back, so do all its readers at once. */
  readonly #reading = new Map<string, Promise<RunManifest | undefined>>();
  #characters = 0;

  constructor(private readonly stores: Pick<Stores, 'runs'>) {}

  /** @throws ApiError API_UNKNOWN_RUN also where it is somebody else's */
  async find(asker: Asker, run: string): Promise<FoundRun> {
    const row = await this.stores.runs.row(run);
    if (!row) this.forget(run);
    const manifest = row && (await this.#manifest(run));
    if (!row || !manifest || !maySee(asker, manifest.owner)) throw noSuchRun(run);
    return { manifest, row };
  }

  forget(run: string): void {
    const manifest = this.#manifests.get(run);
    if (manifest === undefined) return;
    this.#manifests.delete(run);
    this.#characters -= sizeOf(manifest);
  }

  #manifest(run: string): Promise<RunManifest | undefined> {
    const kept = this.#manifests.get(run);
    if (kept) return Promise.resolve(kept);
    const reading = this.#reading.get(run) ?? this.#read(run).finally(() => this.#reading.delete(run));
    this.#reading.set(run, reading);
    return reading;
  }

  async #read(run: string): Promise<RunManifest | undefined> {
    const manifest = await this.stores.runs.manifest(run);
    if (!manifest || this.#manifests.has(run)) return manifest;
    this.#manifests.set(run, manifest);
    this.#characters += sizeOf(manifest);
    for (const [oldest] of this.#manifests) {
      if (this.#characters <= MOST_CHARACTERS || oldest === run) break;
      this.forget(oldest);
    }
    return manifest;
  }
}

function sizeOf({ scenario, tables }: RunManifest): number {
  return tables.reduce((sum, { text }) => sum + text.length, scenario.text.length);
}
