// Runs our plants stage on a case. One of their steps is two of our days: on even days demand, limit, output and
// shipping, on odd days receiving and ordering. Readings are taken after both, by rows of the draft.
import { openShard, Random, runDays, type StageShard } from '#libs/kernel';
import { CHAIN_STAGES, EnterpriseState, neutralLevers, type Chain, type Levers, type Rules } from '#libs/model';
import { assembleChain } from '#libs/scenario';
import type { StepReading, ValidationCase } from './case';
import { byDraft, ordersBySupplier, placesOf, shipmentsOf, stocksOf, type Places } from './places';

/** Our values of every step. @throws InputError when the chain cannot be assembled */
export function runCase(one: ValidationCase): StepReading[] {
  const { draft, steps, phases, arithmetic } = one;
  const chain = assembleChain(draft);
  const places = placesOf(draft, chain);
  const levers = leversOf(draft.enterprises.ids.length);
  const readings: StepReading[] = [];
  let memory: Uint8Array | undefined;
  phases.forEach(({ fromStep, rules }, i) => {
    const { shard, state } = openPlants(chain, rules);
    if (memory) state.block.restore(memory);
    const until = Math.min(steps, phases[i + 1]?.fromStep ?? steps);
    const leversOn = (day: number): Levers => {
      if (day % 2 === 0) arithmetic?.beforeMaking(state);
      return feed(levers, one, Math.floor(day / 2));
    };
    runDays([shard], { from: 2 * fromStep, to: 2 * until }, leversOn, ({ day }) => {
      if (day % 2 === 0) {
        readings.push(readStep(day / 2, state, places));
        arithmetic?.beforeOrdering(state);
      } else {
        readings[readings.length - 1].ordersYuan.set(ordersBySupplier(state, places));
        arithmetic?.afterOrdering(state);
      }
    });
    memory = state.block.snapshot();
  });
  return readings;
}

function openPlants(chain: Chain, rules: Rules): { shard: StageShard<Chain, Levers>; state: EnterpriseState } {
  const stage = CHAIN_STAGES.find(({ name }) => name === 'plants');
  if (!stage) throw new Error('the model has no stage of plants');
  const shard = openShard({
    stage,
    chain: { ...chain, rules },
    shard: { index: 0, count: 1 },
    random: new Random(1),
    hash: () => 0n,
  });
  if (!(shard.state instanceof EnterpriseState)) throw new Error('the stage of plants keeps no enterprises');
  return { shard, state: shard.state };
}

function leversOf(groups: number): Levers {
  const own = { capacity: groups, utility: groups, gate: groups, demand: groups, finished: groups };
  return neutralLevers({ ...own, corridors: 0 });
}

/** Groups are rows of the draft, and so are the paths. */
function feed(levers: Levers, { capacityShare, demandShare }: ValidationCase, step: number): Levers {
  levers.capacity.set(capacityShare[step]);
  levers.demand.set(demandShare[step]);
  levers.due.set(demandShare[step]);
  return levers;
}

function readStep(step: number, state: EnterpriseState, places: Places): StepReading {
  return {
    step,
    baseOutputYuan: byDraft(state.part.baseOutput, places),
    outputYuan: byDraft(state.outputYuan, places),
    demandYuan: byDraft(state.demandYuan, places),
    capacityYuan: byDraft(state.capacityYuan, places),
    inputLimitYuan: byDraft(state.inputLimitYuan, places),
    overtimeRatio: byDraft(state.overtimeRatio, places),
    finalDemandYuan: byDraft(state.finalDemandYuan, places),
    finalServedYuan: byDraft(state.finalServedYuan, places),
    classStockYuan: stocksOf(state, places),
    shippedYuan: shipmentsOf(state, places),
    ordersYuan: new Float64Array(places.enterprises.length),
  };
}
