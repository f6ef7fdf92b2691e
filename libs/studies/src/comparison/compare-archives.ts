// Finished runs side by side, read from their archives.
import { readArchive, type Archive } from '#libs/adapters';
import { parseScenario, type ScenarioSpec } from '#libs/scenario';
import { pastOfArchive } from '../past-run';
import { compareRuns, type Comparison, type KeptRun } from './compared';

export interface InFolder {
  readonly folder: string;
}

/** @throws InputError ARC_... */
export async function compareArchives(folders: readonly string[]): Promise<Comparison<InFolder>> {
  const archives = await Promise.all(folders.map((folder) => readArchive(folder)));
  const specs = specsOf(archives);
  return compareRuns(await Promise.all(archives.map((archive, at) => keptIn(folders[at], archive, specs[at]))));
}

async function keptIn(folder: string, archive: Archive, spec: ScenarioSpec): Promise<KeptRun<InFolder>> {
  const { seed, digest, daysWritten } = archive.manifest;
  const [rates, losses, digests] = await Promise.all([archive.rates(), archive.losses(), archive.digests()]);
  const run = pastOfArchive(folder, archive);
  return { place: { folder }, run, spec, seed, digest, daysKept: daysWritten, rates, losses, digests };
}

/** Runs of one text, as forks are, share what is read of it. */
function specsOf(archives: readonly Archive[]): ScenarioSpec[] {
  const known = new Map<string, ScenarioSpec>();
  return archives.map(({ scenarioText, manifest: { scenario, overrides } }) => {
    const key = JSON.stringify([overrides, scenarioText]);
    const spec = known.get(key) ?? parseScenario(scenarioText, scenario, overrides).spec;
    known.set(key, spec);
    return spec;
  });
}
