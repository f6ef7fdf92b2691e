// A run that a question is about, as values; and what cannot be asked of it.
import { InputError, type Command } from '#libs/messages';
import { MODEL_VERSION } from '#libs/model';
import type { RunManifest, RunRow } from '#libs/runtime';
import { pastOfRun, type PastRun } from '#libs/studies';
import { ApiError } from '../http/api-error';

export interface AskedRun {
  readonly manifest: RunManifest;
  readonly row: RunRow;
}

/** The run as it is decided by now. @throws InputError STK_OTHER_MODEL: its days cannot be computed again */
export function pastOf(manifest: RunManifest, commands: readonly Command[]): PastRun {
  refuseOtherModel(manifest);
  return pastOfRun(manifest, commands);
}

function refuseOtherModel({ id, modelVersion }: RunManifest): void {
  if (modelVersion === MODEL_VERSION) return;
  const reason = `${id} was made by model version ${modelVersion}, this is ${MODEL_VERSION}.`;
  throw new InputError({ code: 'STK_OTHER_MODEL', path: 'run', reason, mend: 'Use that version of resumption.' });
}

/** @throws InputError CLI_BAD_DAY; STK_DAY_NOT_REACHED where the run has yet to come to it */
export function refuseDay({ manifest: { days, id }, row: { projectedDay } }: AskedRun, day: number): void {
  if (day >= days) {
    const mend = `Days go from 0 to ${days - 1}.`;
    throw new InputError({ code: 'CLI_BAD_DAY', path: 'day', reason: `${day} is no day of the run.`, mend });
  }
  if (day <= projectedDay) return;
  const reason = projectedDay < 0 ? `${id} has no day yet.` : `${id} has done its days up to ${projectedDay} only.`;
  const mend = projectedDay < 0 ? 'Ask again in a moment.' : `Ask about day ${projectedDay} or an earlier one.`;
  throw new InputError({ code: 'STK_DAY_NOT_REACHED', path: 'day', reason, mend });
}

/** Whether it is an answer rather than a failure of ours: what cannot be asked, or not now. */
export function isRefusal(error: unknown): boolean {
  return error instanceof InputError || error instanceof ApiError;
}

/** @throws InputError STK_NOT_ENDED */
export function refuseUnfinished({ row: { id, status, failure, projectedDay } }: AskedRun): void {
  if (status === 'ended') return;
  const reason = status === 'running' ? `${id} goes on, at day ${projectedDay}.` : `${id} failed: ${failure ?? ''}.`;
  throw new InputError({ code: 'STK_NOT_ENDED', path: 'run', reason, mend: 'Only a run that has ended has it.' });
}
