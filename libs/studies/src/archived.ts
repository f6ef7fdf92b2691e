// What an archive says of its run, and its days computed again from the nearest snapshot.
import { readArchive, type Archive, type ArchivedDigests } from '#libs/adapters';
import { InputError } from '#libs/messages';
import { MODEL_VERSION } from '#libs/model';
import { type CompiledScenario, compileTexts, type ScenarioTexts } from '#libs/scenario';
import type { Simulation, SimulatedDay } from '#libs/simulation';
import { recompute } from './recomputed';

/** The scenario of a run as it was in the end, interventions laid over it. */
export function compileArchived(archive: Archive): CompiledScenario {
  const { overrides, interventions } = archive.manifest;
  return compileTexts(archivedTexts(archive), overrides, interventions);
}

/** Days can be computed again only by the model that made them. @throws InputError ARC_OTHER_MODEL */
export function refuseOtherModel(folder: string, { manifest }: Archive): void {
  if (manifest.modelVersion === MODEL_VERSION) return;
  throw new InputError({
    code: 'ARC_OTHER_MODEL',
    place: { file: folder },
    reason: `made by model version ${manifest.modelVersion}, this is ${MODEL_VERSION}.`,
    mend: 'Use that version of resumption.',
  });
}

/** The scenario's texts as the archive keeps them. */
export function archivedTexts({ manifest, scenarioText, tables }: Archive): ScenarioTexts {
  return { name: manifest.scenario, text: scenarioText, tables };
}

/** The first day whose digests differ; the number of shared days where none does. */
export function firstDifferingDay(
  a: readonly Pick<ArchivedDigests, 'state' | 'flow'>[],
  b: readonly Pick<ArchivedDigests, 'state' | 'flow'>[],
): number {
  const shared = Math.min(a.length, b.length);
  let day = 0;
  while (day < shared && a[day].state === b[day].state && a[day].flow === b[day].flow) day++;
  return day;
}

interface RecomputedDays {
  readonly compiled: CompiledScenario;
  /** At the end of the last day asked for. */
  readonly simulation: Simulation;
}

/**
 * Recomputes the days `from` .. `to` of an archive.
 * @param onDay called for each of these days
 */
export async function recomputeDays(
  folder: string,
  { from, to }: { from: number; to: number },
  onDay: (day: SimulatedDay, compiled: CompiledScenario) => void,
): Promise<RecomputedDays> {
  const archive = await readArchive(folder);
  const compiled = compileArchived(archive);
  const nearest = await archive.snapshot(from - 1);
  const simulation = await recompute(compiled, { from, to, nearest }, (day) => onDay(day, compiled));
  return { compiled, simulation };
}
