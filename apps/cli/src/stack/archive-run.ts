// `resumption archive --stack RUN`: brings a run home as an ordinary archive. It is computed again here, from what the
// stack knows to be true (the manifest and the commands), and every day is held against what recovery has kept.
import { join } from 'node:path';
import { InputError } from '#libs/messages';
import { MODEL_VERSION } from '#libs/model';
import type { RunManifest, RunRow } from '#libs/runtime';
import { compileTexts } from '#libs/scenario';
import { asInterventions, textsOf } from '#libs/simulation';
import { EXIT, type Context } from '../context';
import { progressOf } from '../progress';
import { assertSame, DigestDiffers, recordRun, type Run } from '#libs/studies';
import { wordsOf } from '#libs/words';
import { findRun } from './find-run';
import { patient } from './patient';
import { withStack, type Stack, type StackOption } from './stack';

export interface ArchiveOptions extends StackOption {
  readonly out?: string;
  readonly json?: boolean;
}

/** @returns the exit code: 3 when a day differs. @throws InputError STK_NOT_ENDED, STK_OTHER_MODEL, ARC_... */
export function archiveRun(name: string, options: ArchiveOptions, context: Context): Promise<number> {
  return withStack(options, (stack) => archiveFrom(stack, name, options, context));
}

async function archiveFrom(
  { stores }: Stack,
  name: string,
  { out, json }: ArchiveOptions,
  context: Context,
): Promise<number> {
  const { manifest, row } = await findRun(stores, name);
  refuseUnfinished(row);
  refuseOtherModel(manifest);
  const run = await withCommands(stores, manifest);
  const kept = await patient(() => stores.metrics.digests(manifest.id));
  const folder = out ?? join('runs', manifest.id);
  const progress = progressOf(context, run.compiled);
  try {
    const recording = { shards: 1, folder, frames: false, losses: manifest.accountsForLosses };
    const { digest } = await recordRun(run, recording, {
      day(day, fold, today) {
        assertSame(today, kept);
        progress.day(day, fold);
      },
    });
    progress.end();
    if (json) context.out(`${JSON.stringify({ run: manifest.id, folder, days: manifest.days, digest })}\n`);
    else context.out(`${wordsOf(context.language).archived(manifest.id, folder, digest)}\n`);
    return EXIT.ok;
  } catch (error) {
    progress.end();
    if (!(error instanceof DigestDiffers)) throw error;
    context.err(`STK_DIGEST_DIFFERS ${manifest.id}: ${error.message} when it is computed here.\n`);
    return EXIT.differs;
  }
}

/** The run as it was made in the end: its commands are interventions, from the days on which they took effect. */
async function withCommands({ runs }: Stack['stores'], manifest: RunManifest): Promise<Run> {
  const commands = await patient(() => runs.commands(manifest.id));
  const { overrides, forkedFrom } = manifest;
  const texts = textsOf(manifest);
  const interventions = [...manifest.interventions, ...asInterventions(commands)];
  return { texts, overrides, interventions, forkedFrom, compiled: compileTexts(texts, overrides, interventions) };
}

function refuseUnfinished({ id, status, failure, projectedDay }: RunRow): void {
  if (status === 'ended') return;
  const isRunning = status === 'running';
  const reason = isRunning ? `${id} goes on, at day ${projectedDay}.` : `${id} failed: ${failure ?? ''}.`;
  const mend = isRunning
    ? `Only a run that has ended comes home. Follow it: resumption events ${id} --stack --follow.`
    : 'Only a run that has ended comes home.';
  throw new InputError({ code: 'STK_NOT_ENDED', path: 'RUN', reason, mend });
}

/** Days can be computed again only by the model that made them. @throws InputError STK_OTHER_MODEL */
function refuseOtherModel({ id, modelVersion }: RunManifest): void {
  if (modelVersion === MODEL_VERSION) return;
  const reason = `${id} was made by model version ${modelVersion}, this is ${MODEL_VERSION}.`;
  throw new InputError({ code: 'STK_OTHER_MODEL', path: 'RUN', reason, mend: 'Use that version of resumption.' });
}
