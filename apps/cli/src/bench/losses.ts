// Keqiao's losses: what their accounting adds to a day, and what writing down a day for `why` takes. Days are simulated in
// between and not timed.
import { readFileSync } from 'node:fs';
import { actingGroups, LossAccounts, rootCausesOf, TapeRecorder } from '#libs/analysis';
import { compileScenario, parseScenario, type CompiledScenario } from '#libs/scenario';
import { Simulation, type SimulatedDay } from '#libs/simulation';
import { KEQIAO_FILE } from './keqiao';

export interface LossesMeasured {
  /** Pairs of cause and sector that can occur. */
  readonly causes: number;
  /** Means over the run's days, of the better one of two runs. */
  readonly accountsMsPerDay: number;
  readonly tapeMsPerDay: number;
}

const RUNS = 2;

export async function measureLosses(): Promise<LossesMeasured> {
  const compiled = compileScenario(parseScenario(readFileSync(KEQIAO_FILE, 'utf8'), KEQIAO_FILE));
  const causes = rootCausesOf(compiled.chain, actingGroups(compiled.schedule));
  const best = async (make: () => (day: SimulatedDay) => unknown): Promise<number> => {
    let least = Infinity;
    for (let run = 0; run < RUNS; run++) least = Math.min(least, await msPerDay(compiled, make()));
    return least;
  };
  return {
    causes: causes.count,
    accountsMsPerDay: await best(() => {
      const accounts = new LossAccounts(compiled.chain, causes);
      return ({ day, frames, levers }) => accounts.fold(day, frames, levers);
    }),
    tapeMsPerDay: await best(() => {
      const recorder = new TapeRecorder(compiled.chain, causes);
      return ({ day, frames, levers }) => recorder.fold(day, frames, levers);
    }),
  };
}

async function msPerDay(compiled: CompiledScenario, fold: (day: SimulatedDay) => unknown): Promise<number> {
  const { days } = compiled.spec;
  const simulation = new Simulation(compiled, { shards: 1 });
  let all = 0;
  await simulation.runTo(days, (today) => {
    const start = performance.now();
    fold(today);
    all += performance.now() - start;
  });
  return all / days;
}
