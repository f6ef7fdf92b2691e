// Makes an archive's tapes: runs its scenario again up to a day and accounts for every day's losses.
import { archiveError } from '#libs/adapters';
import { actingGroups, canAttribute, rootCausesOf, TapeRecorder } from '#libs/analysis';
import { InputError } from '#libs/messages';
import type { CompiledScenario } from '#libs/scenario';
import { recomputeDays } from '../archived';
import { CacheWriter } from './cache';

export interface CacheTask {
  readonly digest: string;
  readonly modelVersion: string;
  readonly lastDay: number;
  /** Told before anything is computed or written. @throws to end it */
  readonly check: (enterprises: readonly string[]) => void;
  readonly progress: (day: number) => void;
}

export async function buildCache(
  folder: string,
  { digest, modelVersion, lastDay, check, progress }: CacheTask,
): Promise<void> {
  let cache: CacheWriter | undefined;
  let recorder: TapeRecorder | undefined;
  const begin = ({ chain, schedule }: CompiledScenario): TapeRecorder => {
    check(chain.enterprises.ids);
    refuseRules(folder, chain.rules);
    cache = openWriter(folder);
    const fresh = new TapeRecorder(chain, rootCausesOf(chain, actingGroups(schedule)));
    cache.add(fresh.eve());
    return fresh;
  };
  const { compiled } = await recomputeDays(folder, { from: 0, to: lastDay }, ({ day, frames, levers }, scenario) => {
    recorder ??= begin(scenario);
    cache?.add(recorder.fold(day, frames, levers));
    progress(day);
  });
  if (!recorder || !cache) throw new RangeError('the run has no day');
  const { sectors } = compiled.spec;
  const sectorNames = Object.fromEntries(Object.entries(sectors).map(([id, { name }]) => [id, name ?? { en: id }]));
  cache.finish({ digest, modelVersion, lastDay, sectorNames, places: recorder.places() });
}

function openWriter(folder: string): CacheWriter {
  try {
    return new CacheWriter(folder);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'error';
    const mend = 'Copy the archive to a folder that you may write to: what is computed is kept beside it.';
    throw archiveError('ARC_CANNOT_WRITE', folder, `nothing can be kept in it (${code}).`, mend);
  }
}

function refuseRules(folder: string, rules: Parameters<typeof canAttribute>[0]): void {
  if (canAttribute(rules)) return;
  throw new InputError({
    code: 'LOSS_NOT_ATTRIBUTED',
    place: { file: folder },
    reason: 'losses are not attributed in the rhythm, or by the order split, of published models.',
    mend: 'Run the scenario with rhythm: daily and orders: {rule: plan}.',
  });
}
