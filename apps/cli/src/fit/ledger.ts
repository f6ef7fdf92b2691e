// What has been evaluated, kept in a file: a search that was interrupted goes on where it stopped, because it asks for
// the same points in the same order and finds their misfits here. Another scenario, plan or model begins a new ledger.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Misfit } from '#libs/analysis';

interface Page {
  readonly of: string;
  /** By the free numbers, as JSON. */
  readonly misfits: Readonly<Record<string, Misfit>>;
}

export class Ledger {
  readonly #misfits = new Map<string, Misfit>();
  readonly #of: string;

  /** @param about the texts that a misfit depends on */
  constructor(
    private readonly path: string,
    about: readonly string[],
  ) {
    this.#of = createHash('sha256').update(JSON.stringify(about)).digest('hex');
    const page = readPage(path);
    if (page?.of === this.#of) for (const [key, misfit] of Object.entries(page.misfits)) this.#misfits.set(key, misfit);
  }

  get count(): number {
    return this.#misfits.size;
  }

  find(point: readonly number[]): Misfit | undefined {
    return this.#misfits.get(JSON.stringify(point));
  }

  /** Written whole beside the file and put in its place, so that a reader never sees half of it. */
  enter(point: readonly number[], misfit: Misfit): void {
    this.#misfits.set(JSON.stringify(point), misfit);
    const page: Page = { of: this.#of, misfits: Object.fromEntries(this.#misfits) };
    mkdirSync(dirname(this.path), { recursive: true });
    const fresh = `${this.path}-${process.pid}`;
    writeFileSync(fresh, JSON.stringify(page));
    renameSync(fresh, this.path);
  }
}

/** Nothing where there is no ledger, or none that can be read: then everything is evaluated anew. */
function readPage(path: string): Page | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Page;
  } catch {
    return undefined;
  }
}
