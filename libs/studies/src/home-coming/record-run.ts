// One run from its first day to its last: simulated, folded and, where a folder is given, archived.
import { ArchiveWriter, loadHash64 } from '#libs/adapters';
import { bottleneckMilestones, LossFold, RunFold, type DayLosses, type LossSummary } from '#libs/analysis';
import type { CompiledScenario } from '#libs/scenario';
import {
  accountsBeside,
  headOf,
  lossRows,
  Recorder,
  SNAPSHOT_DAYS,
  Simulation,
  type RunInputs,
  type SimulatedDay,
} from '#libs/simulation';

export interface Run extends RunInputs {
  /** With the interventions laid over it. */
  readonly compiled: CompiledScenario;
}

export interface RecordOptions {
  readonly shards: number;
  /** Archive folder; nothing is kept without one. */
  readonly folder: string | undefined;
  readonly frames: boolean;
  /** Whether losses are attributed to root causes, in a thread beside the run. */
  readonly losses: boolean;
}

export interface RecordedRun {
  readonly simulation: Simulation;
  readonly fold: RunFold;
  readonly digest: string;
  /** Null where losses are not accounted for, or the rules allow no accounting. */
  readonly losses: LossSummary | null;
}

/** @param watch told after each day; what it throws ends the run and leaves the archive unfinished. @throws InputError ARC_... when the folder cannot be written */
export async function recordRun(
  run: Run,
  { shards, folder, frames, losses }: RecordOptions,
  watch: { day(day: number, fold: RunFold, today: SimulatedDay): void },
): Promise<RecordedRun> {
  const { compiled } = run;
  const simulation = new Simulation(compiled, { shards, hash: await loadHash64() });
  const fold = new RunFold(compiled);
  const recorder = new Recorder(compiled);
  let lossFold: LossFold | undefined;
  let archive: ArchiveWriter | undefined;
  const keepLosses = (ofDay: DayLosses): void => {
    lossFold?.fold(ofDay);
    if (accounts)
      archive?.writeLosses(
        ofDay.day,
        compiled.calendar.dateOf(ofDay.day),
        lossRows(compiled.chain, accounts.causes, ofDay),
      );
  };
  const accounts = losses ? accountsBeside(compiled, keepLosses) : undefined;
  try {
    if (accounts) lossFold = new LossFold(compiled.chain, accounts.causes);
    if (folder !== undefined)
      archive = await ArchiveWriter.create(folder, headOf(run, compiled), { losses: accounts !== undefined });
    await simulation.runTo(compiled.spec.days, async (today) => {
      const folded = fold.fold(today.day, today.frames, today.levers);
      await accounts?.add(today);
      if (archive) {
        const isSnapshotDay = today.day > 0 && today.day % SNAPSHOT_DAYS === 0;
        const snapshots = isSnapshotDay ? simulation.snapshots() : undefined;
        await archive.write(recorder.record(folded, today, { frames, snapshots }));
      }
      watch.day(today.day, fold, today);
    });
    await accounts?.finish();
  } catch (error) {
    await accounts?.stop();
    await archive?.abandon();
    throw error;
  }
  const digest = simulation.digest();
  const summary = lossFold?.summary() ?? null;
  const late = bottleneckMilestones(summary?.bottleneck ?? [], compiled.spec.days);
  archive?.writeLateMilestones(late.map((milestone) => ({ milestone, date: compiled.calendar.dateOf(milestone.day) })));
  await archive?.close(digest);
  return { simulation, fold, digest, losses: summary };
}
