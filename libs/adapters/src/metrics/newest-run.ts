// A number of the newest run, with the run as its label: one series, however many runs there were.
import type { RunManifest } from '#libs/runtime';
import type { Gauge } from 'prom-client';

export class NewestRunGauge {
  #newest: Pick<RunManifest, 'id' | 'createdAt'> = { id: '', createdAt: '' };

  constructor(private readonly gauge: Gauge<'run'>) {}

  /** Says nothing where a newer run was told of before. */
  set({ id, createdAt }: Pick<RunManifest, 'id' | 'createdAt'>, value: number): void {
    const newest = this.#newest;
    if (createdAt < newest.createdAt || (createdAt === newest.createdAt && id < newest.id)) return;
    if (id !== newest.id) this.gauge.reset();
    this.#newest = { id, createdAt };
    this.gauge.set({ run: id }, value);
  }
}
