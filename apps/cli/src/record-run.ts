// One run from its first day to its last: simulated, folded and, where a folder is given, archived.
import { ArchiveWriter, loadHash64 } from '#libs/adapters';
import { RunFold } from '#libs/analysis';
import { MODEL_VERSION } from '#libs/model';
import type { RunHead } from '#libs/runtime';
import type { CompiledScenario, Intervention, Override } from '#libs/scenario';
import type { ScenarioTexts } from './load-scenario';
import { Recorder, SNAPSHOT_DAYS } from './record';
import { Simulation } from './simulate';

export interface Run {
  readonly texts: ScenarioTexts;
  readonly overrides: readonly Override[];
  readonly interventions: readonly Intervention[];
  readonly compiled: CompiledScenario;
}

export interface RecordOptions {
  readonly shards: number;
  /** Archive folder; nothing is kept without one. */
  readonly folder: string | undefined;
  readonly frames: boolean;
}

export interface RecordedRun {
  readonly simulation: Simulation;
  readonly fold: RunFold;
  readonly digest: string;
}

/** @param progress told after each day. @throws InputError ARC_... when the folder cannot be written */
export async function recordRun(
  run: Run,
  { shards, folder, frames }: RecordOptions,
  progress: { day(day: number, fold: RunFold): void },
): Promise<RecordedRun> {
  const { compiled, interventions } = run;
  const simulation = new Simulation(compiled, { shards, hash: await loadHash64(), interventions });
  const fold = new RunFold(compiled);
  const recorder = new Recorder(compiled);
  const archive = folder === undefined ? undefined : await ArchiveWriter.create(folder, headOf(run));
  try {
    await simulation.runTo(compiled.spec.days, async (today) => {
      const folded = fold.fold(today.day, today.frames, today.levers);
      if (archive) {
        const isSnapshotDay = today.day > 0 && today.day % SNAPSHOT_DAYS === 0;
        const snapshots = isSnapshotDay ? simulation.snapshots() : undefined;
        await archive.write(recorder.record(folded, today, { frames, snapshots }));
      }
      progress.day(today.day, fold);
    });
  } catch (error) {
    await archive?.abandon();
    throw error;
  }
  const digest = simulation.digest();
  await archive?.close(digest);
  return { simulation, fold, digest };
}

function headOf({ texts, overrides, interventions, compiled: { spec } }: Run): RunHead {
  return {
    scenario: { name: texts.name, text: texts.text },
    tables: texts.tables,
    overrides,
    interventions,
    modelVersion: MODEL_VERSION,
    seed: spec.seed,
    days: spec.days,
    start: spec.start,
  };
}
