// A run that is asked about, as values: what it was made from and who it is. An archive and a run of the stores are two
// ways to have one; its days are computed again from it, here or in a thread.
import { createHash } from 'node:crypto';
import type { Archive } from '#libs/adapters';
import type { Command } from '#libs/messages';
import type { RunManifest } from '#libs/runtime';
import { compileTexts, type CompiledScenario } from '#libs/scenario';
import { asInterventions, textsOf, type RunInputs } from '#libs/simulation';
import { archivedTexts } from './archived';

/** Plain data, so that it can be given to a thread. */
export interface PastRun extends RunInputs {
  /** What it is called where something is wrong with it: a folder, a run's id. */
  readonly name: string;
  /** Runs of one key have the same days. */
  readonly key: string;
  readonly start: string;
  readonly days: number;
  readonly modelVersion: string;
}

/** The run with all that was decided laid over it. */
export function compilePast({ texts, overrides, interventions }: RunInputs): CompiledScenario {
  return compileTexts(texts, overrides, interventions);
}

/** A finished run, as its archive has it. */
export function pastOfArchive(folder: string, archive: Archive): PastRun {
  const { overrides, interventions, forkedFrom, digest, start, days, modelVersion } = archive.manifest;
  return {
    ...{ name: folder, key: digest, texts: archivedTexts(archive), overrides, interventions, forkedFrom },
    start,
    days,
    modelVersion,
  };
}

/**
 * A run of the stores, finished or not, with the commands known: each is an intervention from its effective day on. The
 * key is of these alone, as a run's manifest never changes.
 */
export function pastOfRun(manifest: RunManifest, commands: readonly Command[]): PastRun {
  const { id, overrides, forkedFrom, start, days, modelVersion } = manifest;
  const interventions = [...manifest.interventions, ...asInterventions(commands)];
  const key = createHash('sha256')
    .update(JSON.stringify([id, modelVersion, interventions]))
    .digest('hex')
    .slice(0, 16);
  return {
    ...{ name: id, key, texts: textsOf(manifest), overrides, interventions, forkedFrom },
    start,
    days,
    modelVersion,
  };
}
