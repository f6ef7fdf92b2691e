// Beside the shares of a loss, what would have been: the run again with one cause removed from its first day on. Shares add
// up and say whose the history is; removals do not, and say what it would have helped.
import { liftOf, type WhyNode } from '#libs/analysis';
import type { CompiledScenario } from '#libs/scenario';
import { Simulation, simulatedOf } from '#libs/simulation';
import type { LiftedStart } from '../lifted-start';
import type { OutputAsked } from '../lifted-runner';
import { withLiftedWorkers, type LiftedWork } from '../lifted-runs';

/** Causes that are removed in turn: the largest ones, each with at least this share. */
const MOST_REMOVED = 3;
const LEAST_SHARE = 0.05;

export interface Counterfactual {
  readonly cause: WhyNode['causes'][number]['cause'];
  readonly sector: string | null;
  readonly share: number;
  /** Without it; null where a cause cannot be removed: how the run starts, what stock is aimed at. */
  readonly outputYuan: number | null;
}

/** @param asked row of the enterprise, and the day */
export async function counterfactualsOf(
  compiled: CompiledScenario,
  tree: WhyNode,
  asked: { readonly enterprise: number; readonly day: number } & Pick<LiftedWork, 'workers' | 'lifted'>,
): Promise<Counterfactual[]> {
  const { enterprise, day, workers, lifted } = asked;
  const causes = tree.causes.filter(({ share }) => share >= LEAST_SHARE).slice(0, MOST_REMOVED);
  const lifts = causes.map(({ cause, sector }) => liftOf(compiled.chain, cause, sector));
  const inputs = lifts.flatMap((lift): OutputAsked[] => (lift ? [{ lifts: [lift], enterprise, day }] : []));
  const outputs = inputs.length > 0 ? await outputsOf(compiled, inputs, { workers, lifted }) : [];
  let next = 0;
  return causes.map(({ cause, sector, share }, at) => ({
    ...{ cause, sector, share },
    outputYuan: lifts[at] ? outputs[next++] : null,
  }));
}

function outputsOf(
  compiled: CompiledScenario,
  inputs: readonly OutputAsked[],
  work: Pick<LiftedWork, 'workers' | 'lifted'>,
): Promise<number[]> {
  return withLiftedWorkers(inputs.length, work, async (lifted) => lifted.outputs(beginningOf(compiled), inputs, {}));
}

function beginningOf(compiled: CompiledScenario): LiftedStart {
  const simulated = simulatedOf(compiled);
  const eve = new Simulation(simulated, { shards: 1 }).snapshots();
  return { day: 0, simulated, before: eve };
}
