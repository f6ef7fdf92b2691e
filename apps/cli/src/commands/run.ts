// `resumption run FILE`: simulate, draw, archive.
import { join } from 'node:path';
import { summarise, type RunSummary } from '#libs/analysis';
import type { Context } from '../context';
import { compileTexts } from '#libs/scenario';
import { readScenario } from '../load-scenario';
import { overridesOf, wholeNumber, type OverrideOptions } from '../overrides';
import { progressOf } from '../progress';
import { recordRun, type RecordOptions, type Run } from '#libs/studies';
import { checkRecoverability, type SimulatedDay } from '#libs/simulation';
import { drawRun } from '../terminal';

export interface RunOptions extends OverrideOptions {
  readonly shards?: string;
  readonly out?: string;
  readonly archive?: boolean;
  readonly frames?: boolean;
  readonly losses?: boolean;
  readonly json?: boolean;
  /** Seeds of a band, and its worker threads. */
  readonly members?: string;
  readonly workers?: string;
}

/** Reads and compiles; nothing is written before all of the input is known to be good. */
export function prepareRun(path: string, options: OverrideOptions): Run {
  const overrides = overridesOf(options);
  const texts = readScenario(path, overrides);
  return { texts, overrides, interventions: [], compiled: compileTexts(texts, overrides) };
}

export async function run(path: string, options: RunOptions, context: Context): Promise<RunSummary> {
  const shards = wholeNumber('--shards', options.shards ?? '1', { least: 1, most: 64 });
  const prepared = prepareRun(path, options);
  const { spec } = prepared.compiled;
  const folder = options.archive === false ? undefined : (options.out ?? join('runs', `${spec.id}-${spec.seed}`));
  const kept = { shards, folder, frames: options.frames ?? false, losses: options.losses !== false };
  const summary = await simulateRun(prepared, kept, context);
  if (options.json) context.out(`${JSON.stringify(summary)}\n`);
  else
    context.out(
      `${drawRun(summary, { language: context.language, width: context.width, color: context.color, ...(folder !== undefined && { saved: folder }) })}\n`,
    );
  return summary;
}

/** Simulates, folds, archives, and checks that the chain comes back. @param check may throw, which ends the run */
export async function simulateRun(
  run: Run,
  to: RecordOptions,
  context: Context,
  check: (today: SimulatedDay) => void = () => undefined,
): Promise<RunSummary> {
  const progress = progressOf(context, run.compiled);
  const { simulation, fold, digest, losses } = await recordRun(run, to, {
    day(day, folded, today) {
      check(today);
      progress.day(day, folded);
    },
  });
  const { rates } = summarise(fold, { digest, recoverability: null, losses });
  const series = rates.map((day) => day.capacityRecovery);
  const recoverability = await checkRecoverability(simulation, run.compiled, series, (...beyond) =>
    progress.beyond(...beyond),
  );
  progress.end();
  return summarise(fold, { digest, recoverability, losses });
}
