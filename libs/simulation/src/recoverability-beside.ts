// Whether a run's chain comes back, found out in a thread of its own so that recovery goes on reading meanwhile.
import { Worker } from 'node:worker_threads';
import type { RunSummary } from '#libs/analysis';
import type { Command } from '#libs/messages';
import type { RunManifest } from '#libs/runtime';
import { threadFile } from './thread-file';

export interface RecoverabilityTask {
  readonly manifest: RunManifest;
  readonly commands: readonly Command[];
}

type Recoverability = NonNullable<RunSummary['recoverability']>;

export function recoverabilityBeside(task: RecoverabilityTask): Promise<Recoverability> {
  const worker = new Worker(threadFile('recoverability-thread'), { workerData: task });
  return new Promise<Recoverability>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the check of recoverability ended with code ${code}`)));
  }).finally(() => void worker.terminate());
}
