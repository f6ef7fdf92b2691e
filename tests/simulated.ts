// A scenario of seeds/keqiao with values laid over it, simulated for its days: in a process of its own, from the build, or
// in this one (only the small chain: a test runner's context is slow).
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { misfitOf, RunFold, type Misfit, type RunSummary } from '#libs/analysis';
import { runDays } from '#libs/kernel';
import { compileScenario, leversOf, parseScenario, type ScenarioSpec } from '#libs/scenario';
import { openChain } from '#libs/testing';

const ROOT = resolve(__dirname, '..');
const fileOf = (name: string): string => resolve(ROOT, 'seeds/keqiao', name);

/** Values by path, as `--set` takes them. */
type Values = Readonly<Record<string, unknown>>;

export function simulated(name: string, set: Values = {}): RunSummary {
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve(ROOT, 'tools/simulate.mjs')], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    input: JSON.stringify({ file: fileOf(name), set }),
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as RunSummary;
}

/** First day from which the chain's capacity recovery stays at 80 % or above; Infinity where it does not get there. */
export function day80({ rates }: RunSummary): number {
  let day = rates.length;
  while (day > 0 && rates[day - 1].capacityRecovery >= 0.8) day--;
  return day === rates.length ? Infinity : day;
}

/** How far the run is from its targets, in this process. */
export function misfitOn(name: string, set: Values): Misfit {
  const overrides = Object.entries(set).map(([path, value]) => ({ path, value: JSON.stringify(value) }));
  const { chain, schedule, spec, ...compiled } = compileScenario(parseScenario(textOf(name), name, overrides));
  const fold = new RunFold({ chain, schedule, spec, ...compiled });
  const leversOn = leversOf(schedule);
  runDays(openChain({ chain, seed: spec.seed }), { from: 0, to: spec.days }, leversOn, ({ day, frames }) => {
    fold.fold(day, frames, leversOn(day));
  });
  return misfitOf(compiled.observations, fold.observables);
}

/** The scenario as it is read, defaults filled in. */
export function specOf(name: string): ScenarioSpec {
  return parseScenario(textOf(name), name).spec;
}

export const textOf = (name: string): string => readFileSync(fileOf(name), 'utf8');
