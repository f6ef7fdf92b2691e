// Puts a run on a stack: who it is, and since when, is decided here; what it is made from is checked by the library.
import { randomBytes, randomUUID } from 'node:crypto';
import type { Stores } from '#libs/adapters';
import type { Beginning, RunManifest } from '#libs/runtime';
import { manifestOf, type RunRequest } from '#libs/simulation';
import { patient } from './patient';

const SUFFIX_BYTES = 3;

/** @throws InputError SCN_..., CSV_..., RUN_BAD_SHARDS */
export function nameRun(request: RunRequest): RunManifest {
  return manifestOf(request, {
    suffix: randomBytes(SUFFIX_BYTES).toString('hex'),
    createdAt: new Date().toISOString(),
    idempotencyKey: randomUUID(),
  });
}

/** Creates it once, however often the store has to be asked. */
export async function createRun(
  { runs }: Pick<Stores, 'runs'>,
  manifest: RunManifest,
  beginning: Beginning = {},
): Promise<void> {
  await patient(() => runs.create(manifest, beginning));
}
