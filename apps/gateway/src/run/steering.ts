// How the days of a run open: paused, played, step by step, at a speed.
import type { Stores } from '#libs/adapters';
import type { Run } from '#libs/api';
import { InputError } from '#libs/messages';
import type { RunRow, RunStore } from '#libs/runtime';
import type { Asker } from '../asking/asker';
import { noSuchRun } from '../http/api-error';
import type { FoundRun, FoundRuns } from './found-runs';
import type { RunList } from './run-list';

type Change = Omit<Parameters<RunStore['play']>[1], 'by'>;

export interface RunParts {
  readonly stores: Pick<Stores, 'runs'>;
  readonly found: FoundRuns;
  readonly list: RunList;
}

export class Steering {
  constructor(private readonly parts: RunParts) {}

  pause(asker: Asker, run: string): Promise<Run> {
    return this.#change(asker, run, () => ({ mode: 'paused', stepTo: -1 }));
  }

  play(asker: Asker, run: string): Promise<Run> {
    return this.#change(asker, run, () => ({ mode: 'playing' }));
  }

  step(asker: Asker, run: string, days: number): Promise<Run> {
    return this.#change(asker, run, ({ manifest, row }) => {
      const from = Math.max(row.openedDay, row.mode === 'paused' ? row.stepTo : -1);
      return { mode: 'paused', stepTo: Math.min(manifest.days - 1, from + days) };
    });
  }

  speed(asker: Asker, run: string, daysPerSecond: number | null): Promise<Run> {
    return this.#change(asker, run, () => ({ daysPerSecond }));
  }

  async #change(asker: Asker, run: string, changeOf: (found: FoundRun) => Change): Promise<Run> {
    const { stores, found, list } = this.parts;
    const before = await found.find(asker, run);
    if (!(await stores.runs.play(run, { ...changeOf(before), by: asker.name }))) {
      throw runOver((await stores.runs.row(run)) ?? undefined, run);
    }
    return list.again(run);
  }
}

/** A run that takes nothing more. */
export function runOver(row: RunRow | undefined, run: string): Error {
  if (row === undefined) return noSuchRun(run);
  const reasons = { running: 'has opened its last day.', ended: 'has ended.', failed: 'failed.' };
  const mend = 'Fork it from one of its days.';
  return new InputError({ code: 'STK_RUN_OVER', path: 'run', reason: `${run} ${reasons[row.status]}`, mend });
}
