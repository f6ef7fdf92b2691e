// What is kept of a run's days, as a comparison reads it. Runs that have ended never change, so the last few stay.
import { createHash } from 'node:crypto';
import type { Stores } from '#libs/adapters';
import { InputError } from '#libs/messages';
import type { RunManifest } from '#libs/runtime';
import { parseScenario, type ScenarioSpec } from '#libs/scenario';
import { pastOfRun, type KeptRun } from '#libs/studies';
import { BytesCache } from '../results/bytes-cache';
import type { AskedRun } from './asked-run';

export interface InStore {
  readonly run: string;
}

/** A row of losses or rates as objects, by and large. */
const ROW_BYTES = 300;
const RUNS_BYTES = 48 * 2 ** 20;
/** What is read of a text takes some ten times its length. */
const SPEC_FACTOR = 10;
const SPECS_BYTES = 16 * 2 ** 20;

export class KeptRuns {
  readonly #runs = new BytesCache<KeptRun<InStore>>({
    mostBytes: RUNS_BYTES,
    sizeOf: ({ rates, losses }) => ROW_BYTES * (rates.length + (losses?.length ?? 0)),
  });
  readonly #specs = new BytesCache<{ readonly spec: ScenarioSpec; readonly bytes: number }>({
    mostBytes: SPECS_BYTES,
    sizeOf: ({ bytes }) => bytes,
  });

  constructor(private readonly stores: Pick<Stores, 'runs' | 'metrics'>) {}

  /** @throws InputError STK_DAY_NOT_REACHED where it has no day yet */
  of(found: AskedRun): Promise<KeptRun<InStore>> {
    const { id, status } = found.row;
    return status === 'running' ? this.#read(found) : this.#runs.once(`${id}/`, () => this.#read(found));
  }

  forget(run: string): void {
    this.#runs.forget(`${run}/`);
  }

  async #read({ manifest, row }: AskedRun): Promise<KeptRun<InStore>> {
    const { runs, metrics } = this.stores;
    const { id, projectedDay, digest } = row;
    if (projectedDay < 0) throw noDay(id);
    const days = { from: 0, to: projectedDay };
    const [commands, rates, rows, lossDays, digests, spec] = await Promise.all([
      runs.commands(id),
      metrics.rates(id, days),
      manifest.accountsForLosses ? metrics.losses(id, days) : [],
      manifest.accountsForLosses ? metrics.lossDays(id) : [],
      metrics.digests(id),
      this.#specOf(manifest),
    ]);
    return {
      ...{ place: { run: id }, run: pastOfRun(manifest, commands), spec, seed: manifest.seed, digest },
      ...{ daysKept: projectedDay + 1, rates, digests: digests.slice(0, projectedDay + 1) },
      losses: lossDays.length > 0 ? rows : undefined,
    };
  }

  async #specOf({ scenario: { name, text }, overrides }: RunManifest): Promise<ScenarioSpec> {
    const key = createHash('sha256')
      .update(JSON.stringify([name, text, overrides]))
      .digest('hex');
    const read = (): Promise<{ spec: ScenarioSpec; bytes: number }> =>
      Promise.resolve({ spec: parseScenario(text, name, overrides).spec, bytes: SPEC_FACTOR * text.length });
    return (await this.#specs.once(key, read)).spec;
  }
}

function noDay(run: string): InputError {
  const reason = `${run} has no day yet.`;
  return new InputError({ code: 'STK_DAY_NOT_REACHED', path: 'runs', reason, mend: 'Ask again in a moment.' });
}
