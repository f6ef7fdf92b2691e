// Makes the tapes of a run: computes it again up to a day and accounts for every day's losses.
import { archiveError } from '#libs/adapters';
import { actingGroups, canAttribute, rootCausesOf, TapeRecorder } from '#libs/analysis';
import { InputError } from '#libs/messages';
import type { CompiledScenario } from '#libs/scenario';
import { recompute } from '../recomputed';
import { CacheWriter, type TapesOf } from './cache';

export interface CacheTask extends TapesOf {
  /** What the run is called where something is wrong. */
  readonly name: string;
  readonly lastDay: number;
  readonly progress?: ((day: number) => void) | undefined;
}

/** @param folder of the tapes. @throws InputError LOSS_NOT_ATTRIBUTED, ARC_CANNOT_WRITE */
export async function buildCache(folder: string, compiled: CompiledScenario, task: CacheTask): Promise<void> {
  const { name, key, modelVersion, lastDay, progress } = task;
  const { chain, schedule, spec } = compiled;
  refuseRules(name, chain.rules);
  const cache = openWriter(folder, name);
  const recorder = new TapeRecorder(chain, rootCausesOf(chain, actingGroups(schedule)));
  cache.add(recorder.eve());
  await recompute(compiled, { from: 0, to: lastDay }, ({ day, frames, levers }) => {
    cache.add(recorder.fold(day, frames, levers));
    progress?.(day);
  });
  const sectorNames = Object.fromEntries(
    Object.entries(spec.sectors).map(([id, { name: called }]) => [id, called ?? { en: id }]),
  );
  cache.finish({ key, modelVersion, lastDay, sectorNames, places: recorder.places() });
}

function openWriter(folder: string, name: string): CacheWriter {
  try {
    return new CacheWriter(folder);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'error';
    const mend = 'Copy the archive to a folder that you may write to: what is computed is kept beside it.';
    throw archiveError('ARC_CANNOT_WRITE', name, `nothing can be kept in it (${code}).`, mend);
  }
}

function refuseRules(name: string, rules: Parameters<typeof canAttribute>[0]): void {
  if (canAttribute(rules)) return;
  throw new InputError({
    code: 'LOSS_NOT_ATTRIBUTED',
    place: { file: name },
    reason: 'losses are not attributed in the rhythm, or by the order split, of published models.',
    mend: 'Run the scenario with rhythm: daily and orders: {rule: plan}.',
  });
}
