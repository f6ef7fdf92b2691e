// The thread in which recovery finds out whether a run's chain comes back: it simulates the run again, and on from its end.
import { parentPort, workerData } from 'node:worker_threads';
import { chainScope, RunFold } from '#libs/analysis';
import { CommandedScenario, compileHead } from './compiled-run';
import type { RecoverabilityTask } from './recoverability-beside';
import { checkRecoverability } from './recoverability';
import { Simulation } from './simulation';

async function answer({ manifest, commands }: RecoverabilityTask): Promise<void> {
  const scenario = new CommandedScenario(compileHead(manifest));
  scenario.take(commands);
  const { compiled } = scenario;
  const simulation = new Simulation(compiled, { shards: 1 });
  const fold = new RunFold(compiled);
  const chain = chainScope(fold.scopes);
  const series: number[] = [];
  await simulation.runTo(compiled.spec.days, ({ frames }) => {
    series.push(fold.ratesOnly(frames).capacityRecovery[chain]);
  });
  parentPort?.postMessage(await checkRecoverability(simulation, compiled, series));
}

void answer(workerData as RecoverabilityTask);
