// Several runs that go on from one state, each with other constraints lifted.
import type { LiftedInputs, LiftedJob } from './lifted-runner';
import type { LiftedStart } from './lifted-start';
import { LiftedWorkers, type LiftedWatch } from './lifted-workers';
import { threadsFor } from './pool';

export interface LiftedWork extends LiftedWatch {
  /** As many as cores where left out. */
  readonly workers?: number | undefined;
  /** Those that are there already, and stay; otherwise they end with these runs. */
  readonly lifted?: LiftedWorkers | undefined;
}

/** @returns in the order of the inputs; the same with any number of workers. @throws CalledOff */
export async function liftedRuns<Job extends LiftedJob>(
  start: LiftedStart,
  job: Job,
  inputs: readonly LiftedInputs[Job][],
  { workers, lifted, ...watch }: LiftedWork,
): Promise<number[]> {
  if (inputs.length === 0) return [];
  if (lifted) return lifted.run(start, job, inputs, watch);
  const own = new LiftedWorkers(Math.min(inputs.length, threadsFor(workers)));
  try {
    return await own.run(start, job, inputs, watch);
  } finally {
    await own.end();
  }
}
