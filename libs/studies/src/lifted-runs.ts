// Who does runs that go on from one state, each with other constraints lifted: workers that stay, or some for these alone.
import { LiftedWorkers, type LiftedWatch } from './lifted-workers';
import { threadsFor } from './pool';

export interface LiftedWork extends LiftedWatch {
  /** As many as cores where left out. */
  readonly workers?: number | undefined;
  /** Those that are there already, and stay; otherwise they end with these runs. */
  readonly lifted?: LiftedWorkers | undefined;
}

/** @param runs about how many: more workers than that would wait. The answers are the same with any number of them */
export async function withLiftedWorkers<Answer>(
  runs: number,
  { workers, lifted }: Pick<LiftedWork, 'workers' | 'lifted'>,
  ask: (workers: LiftedWorkers) => Promise<Answer>,
): Promise<Answer> {
  if (lifted) return ask(lifted);
  const own = new LiftedWorkers(Math.min(runs, threadsFor(workers)));
  try {
    return await ask(own);
  } finally {
    await own.end();
  }
}
