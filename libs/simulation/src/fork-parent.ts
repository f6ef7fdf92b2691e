// A run that is kept, as the parent of a fork: what it was made from, with the commands that it was given before the day.
// It may still go on; its days before the fork are what they will stay.
import { runDigest, type Hash64 } from '#libs/kernel';
import { InputError } from '#libs/messages';
import { MODEL_VERSION } from '#libs/model';
import type { MetricStore, RunManifest, RunRow, RunStore } from '#libs/runtime';
import { asInterventions } from './compiled-run';
import type { ForkParent } from './forked';
import { textsOf } from './run-request';

export interface KeptRun {
  readonly manifest: RunManifest;
  readonly row: RunRow;
}

/** @throws InputError STK_OTHER_MODEL, STK_DAY_NOT_REACHED */
export async function forkParentOf(
  { manifest, row }: KeptRun,
  day: number,
  { runs, metrics, hash }: { readonly runs: RunStore; readonly metrics: MetricStore; readonly hash: Hash64 },
): Promise<ForkParent> {
  refuseOtherModel(manifest);
  refuseUnreached(row, day, manifest.days);
  const commands = (await runs.commands(row.id)).filter(({ effectiveDay }) => effectiveDay < day);
  const { overrides, forkedFrom } = manifest;
  return {
    ...{ texts: textsOf(manifest), overrides, forkedFrom },
    interventions: [...manifest.interventions, ...asInterventions(commands)],
    digest: row.digest ?? (await digestBefore(row.id, day, metrics, hash)),
  };
}

/** Days can be computed again only by the model that made them. */
function refuseOtherModel({ id, modelVersion }: RunManifest): void {
  if (modelVersion === MODEL_VERSION) return;
  const reason = `${id} was made by model version ${modelVersion}, this is ${MODEL_VERSION}.`;
  throw new InputError({ code: 'STK_OTHER_MODEL', path: 'run', reason, mend: 'Use that version of resumption.' });
}

/** Days that the parent has not done may still be decided otherwise there. */
function refuseUnreached({ id, projectedDay }: RunRow, day: number, days: number): void {
  const last = Math.min(projectedDay + 1, days - 1);
  if (day <= last) return;
  const reason = `${id} has done its days up to ${projectedDay} only.`;
  const mend = `Fork it from day ${last} or earlier.`;
  throw new InputError({ code: 'STK_DAY_NOT_REACHED', path: 'day', reason, mend });
}

/** Of a parent that goes on: of the days that are shared. */
async function digestBefore(run: string, day: number, metrics: MetricStore, hash: Hash64): Promise<string> {
  const past = (await metrics.digests(run)).slice(0, day);
  const days = past.map(({ state, flow }) => ({ state: BigInt(`0x${state}`), flow: BigInt(`0x${flow}`) }));
  return runDigest(days, hash);
}
