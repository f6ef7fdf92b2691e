// Keqiao in small, as runs of the tests over services are made of it.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadHash64 } from '#libs/adapters';
import type { RunManifest } from '#libs/runtime';
import { type CompiledScenario, compileTexts, type Intervention, type Override } from '#libs/scenario';
import { headOf, Simulation } from '#libs/simulation';

const name = 'seeds/keqiao/mini.yaml';
const texts = { name, text: readFileSync(resolve(__dirname, '..', name), 'utf8'), tables: [] };
const compiled = compileTexts(texts, []);

export const MINI_DAYS = compiled.spec.days;
export const MINI_DIGEST = 'e9785fa4cb00eba0';
/** A lever of it, as a command names it. */
export const MINI_LEVER = `levers.${Object.keys(compiled.spec.levers)[0]}`;

export function miniManifest(id: string, more: Partial<RunManifest> = {}): RunManifest {
  return manifestOf(compiled, [], id, more);
}

/** Fewer days of it, for what takes long. */
export function shorterMini(days: number): {
  readonly manifest: (id: string, more?: Partial<RunManifest>) => RunManifest;
  /** Of the run in one process. */
  readonly digest: () => Promise<string>;
} {
  const overrides: Override[] = [{ path: 'days', value: String(days) }];
  const shorter = compileTexts(texts, overrides);
  return {
    manifest: (id, more = {}) => manifestOf(shorter, overrides, id, more),
    digest: () => digestOf(shorter),
  };
}

function manifestOf(
  run: CompiledScenario,
  overrides: readonly Override[],
  id: string,
  more: Partial<RunManifest>,
): RunManifest {
  return {
    ...headOf({ texts, overrides, interventions: [] }, run),
    ...{ id, createdAt: '2020-02-01T00:00:00.000Z', shards: 1, accountsForLosses: false, steppedBy: 'services' },
    ...{ idempotencyKey: id, ...more },
  };
}

/** The digest of the run in one process. */
export function miniDigest(interventions: readonly Intervention[]): Promise<string> {
  return digestOf(compileTexts(texts, [], interventions));
}

async function digestOf(run: CompiledScenario): Promise<string> {
  const simulation = new Simulation(run, { shards: 1, hash: await loadHash64() });
  await simulation.runTo(run.spec.days, () => undefined);
  return simulation.digest();
}
