// A thread that runs schedules, of the runtime as it is or of one with a rule broken.
import { parentPort } from 'node:worker_threads';
import { loadHash64 } from '#libs/adapters';
import { MUTANTS } from './mutants';
import { requirePatched } from './patched-modules';
import { runSchedule } from './schedule';
import { runBatch, type BatchResult, type Seeds } from './schedule-batch';

export interface Job extends Seeds {
  /** Name of a mutant: the first failing schedule is enough. */
  readonly mutant?: string | undefined;
}

/** What a job came to, or why it could not be done. */
export type JobAnswer = BatchResult | { readonly failure: string };

async function answer({ mutant, ...seeds }: Job): Promise<BatchResult> {
  const hash = await loadHash64();
  if (mutant === undefined) return runBatch(runSchedule, seeds, { hash, stopsAtFailure: false });
  const found = MUTANTS.find(({ name }) => name === mutant);
  if (!found) throw new Error(`no mutant ${mutant}`);
  const patched = requirePatched('./schedule', found.patches) as { readonly runSchedule: typeof runSchedule };
  return runBatch(patched.runSchedule, seeds, { hash, stopsAtFailure: true });
}

parentPort?.on('message', (job: Job) => {
  void answer(job)
    .catch((error: unknown): JobAnswer => ({ failure: error instanceof Error ? String(error.stack) : String(error) }))
    .then((done) => parentPort?.postMessage(done));
});
