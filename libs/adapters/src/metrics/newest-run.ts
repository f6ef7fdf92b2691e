// Which run is the newest that this process has met: what is told of runs is told of that one, so that there are as many
// series as there would be with one run.
import type { RunManifest } from '#libs/runtime';

type Head = Pick<RunManifest, 'id' | 'createdAt'>;

export class NewestRun {
  #newest: Head = { id: '', createdAt: '' };

  /** @param forget what was told of the run before */
  constructor(private readonly forget: () => void) {}

  meet({ id, createdAt }: Head): void {
    const newest = this.#newest;
    if (id === newest.id || createdAt < newest.createdAt) return;
    if (createdAt === newest.createdAt && id < newest.id) return;
    this.forget();
    this.#newest = { id, createdAt };
  }

  is(run: string): boolean {
    return run === this.#newest.id;
  }
}
