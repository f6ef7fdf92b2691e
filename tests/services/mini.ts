// Keqiao in small, as runs of the tests over services are made of it.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { MODEL_VERSION } from '#libs/model';
import type { RunManifest } from '#libs/runtime';
import { compileTexts, type Intervention } from '#libs/scenario';
import { Simulation } from '#libs/simulation';
import { loadHash64 } from '#libs/adapters';
import { manifestOf } from '#libs/testing';

const name = 'seeds/keqiao/mini.yaml';
const texts = { name, text: readFileSync(resolve(__dirname, '..', '..', name), 'utf8'), tables: [] };
const { spec } = compileTexts(texts, []);

export const MINI_DAYS = spec.days;
export const MINI_DIGEST = 'e9785fa4cb00eba0';
/** A lever of it, as a command names it. */
export const MINI_LEVER = `levers.${Object.keys(spec.levers)[0]}`;

export function miniManifest(id: string, more: Partial<RunManifest> = {}): RunManifest {
  const { seed, days, start } = spec;
  return manifestOf({ id, scenario: texts, modelVersion: MODEL_VERSION, seed, days, start, ...more });
}

/** The digest of the run in one process. */
export async function miniDigest(interventions: readonly Intervention[]): Promise<string> {
  const simulation = new Simulation(compileTexts(texts, [], interventions), { shards: 1, hash: await loadHash64() });
  await simulation.runTo(spec.days, () => undefined);
  return simulation.digest();
}
