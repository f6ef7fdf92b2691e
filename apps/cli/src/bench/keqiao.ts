// Keqiao in full: all stages, roads and levers of the scenario file, on days on which all of them are at work.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHAIN_STAGES } from '#libs/model';
import { compileScenario, leversOf, parseScenario } from '#libs/scenario';
import type { BenchCase } from './case';

/** From dist/apps/cli/src/bench, where this file runs, to the project's root. */
const SEEDS = join(__dirname, '..', '..', '..', '..', '..', 'seeds', 'keqiao');
export const KEQIAO_FILE = join(SEEDS, 'scenario.yaml');
/** The goods chain alone: no workers, gates, masks and risk. */
export const IMPOSED_FILE = join(SEEDS, 'imposed.yaml');

/** The scenario's chain and levers. @throws InputError when the file does not compile */
export function keqiaoCase(): BenchCase {
  const { chain, schedule, spec } = compileScenario(parseScenario(readFileSync(KEQIAO_FILE, 'utf8'), KEQIAO_FILE));
  return { chain, stages: CHAIN_STAGES, seed: spec.seed, leversOn: leversOf(schedule) };
}
