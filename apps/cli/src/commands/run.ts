// `resumption run FILE`: simulate, draw, archive.
import { join } from 'node:path';
import { loadHash64, ArchiveWriter } from '#libs/adapters';
import { RunFold, summarise, type RunSummary } from '#libs/analysis';
import { MODEL_VERSION } from '#libs/model';
import type { RunHead } from '#libs/runtime';
import type { CompiledScenario, Intervention, Override } from '#libs/scenario';
import type { Context } from '../context';
import { compileTexts, readScenario, type ScenarioTexts } from '../load-scenario';
import { overridesOf, wholeNumber, type OverrideOptions } from '../overrides';
import { progressOf } from '../progress';
import { Recorder, SNAPSHOT_DAYS } from '../record';
import { checkRecoverability } from '../recoverability';
import { Simulation } from '../simulate';
import { drawRun } from '../terminal';

export interface RunOptions extends OverrideOptions {
  readonly shards?: string;
  readonly out?: string;
  readonly archive?: boolean;
  readonly frames?: boolean;
  readonly json?: boolean;
}

export interface Run {
  readonly texts: ScenarioTexts;
  readonly overrides: readonly Override[];
  readonly interventions: readonly Intervention[];
  readonly compiled: CompiledScenario;
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
  const summary = await simulateRun(prepared, { shards, folder, frames: options.frames ?? false }, context);
  if (options.json) context.out(`${JSON.stringify(summary)}\n`);
  else
    context.out(
      `${drawRun(summary, { language: context.language, width: context.width, color: context.color, ...(folder !== undefined && { saved: folder }) })}\n`,
    );
  return summary;
}

/** Simulates, folds, archives. */
export async function simulateRun(
  { texts, overrides, interventions, compiled }: Run,
  to: { shards: number; folder: string | undefined; frames: boolean },
  context: Context,
): Promise<RunSummary> {
  const { spec } = compiled;
  const simulation = new Simulation(compiled, { shards: to.shards, hash: await loadHash64(), interventions });
  const fold = new RunFold(compiled);
  const recorder = new Recorder(compiled);
  const head: RunHead = {
    scenario: { name: texts.name, text: texts.text },
    tables: texts.tables,
    overrides,
    interventions,
    modelVersion: MODEL_VERSION,
    seed: spec.seed,
    days: spec.days,
    start: spec.start,
  };
  const archive = to.folder === undefined ? undefined : await ArchiveWriter.create(to.folder, head);
  const progress = progressOf(context, compiled);
  try {
    await simulation.runTo(spec.days, async (today) => {
      const folded = fold.fold(today.day, today.frames, today.levers);
      if (archive) {
        const isSnapshotDay = today.day > 0 && today.day % SNAPSHOT_DAYS === 0;
        await archive.write(
          recorder.record(folded, today, {
            frames: to.frames,
            snapshots: isSnapshotDay ? simulation.snapshots() : undefined,
          }),
        );
      }
      progress.day(today.day, fold);
    });
  } catch (error) {
    await archive?.abandon();
    throw error;
  }
  const digest = simulation.digest();
  await archive?.close(digest);
  const { rates } = summarise(fold, { digest, recoverability: null });
  const recoverability = await checkRecoverability(simulation, compiled, rates);
  progress.end();
  return summarise(fold, { digest, recoverability });
}
