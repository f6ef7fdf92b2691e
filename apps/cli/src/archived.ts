// Runs an archive's scenario again, from its nearest snapshot to the end of a day.
import { loadHash64, readArchive, type Archive } from '#libs/adapters';
import type { StageSnapshot } from '#libs/kernel';
import type { CompiledScenario } from '#libs/scenario';
import { compileTexts, type ScenarioTexts } from './load-scenario';
import { Simulation, type SimulatedDay } from './simulate';

/** The scenario's texts as the archive keeps them. */
export function archivedTexts({ manifest, scenarioText, tables }: Archive): ScenarioTexts {
  return { name: manifest.scenario, text: scenarioText, tables };
}

export interface RecomputedDays {
  readonly compiled: CompiledScenario;
  /** Columns after the last day asked for. */
  readonly snapshots: readonly StageSnapshot[];
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
  const { manifest } = archive;
  const compiled = compileTexts(archivedTexts(archive), manifest.overrides);
  const simulation = new Simulation(compiled, {
    shards: 1,
    hash: await loadHash64(),
    interventions: manifest.interventions,
    digests: false,
  });
  const snapshot = await archive.snapshot(from - 1);
  if (snapshot) simulation.restore(snapshot.day, snapshot.stages);
  await simulation.runTo(Math.min(to, compiled.spec.days - 1) + 1, (day) => {
    if (day.day >= from) onDay(day, compiled);
  });
  return { compiled, snapshots: simulation.snapshots() };
}
