// The state on the eve (docs/MODEL.md#start): the baseline with its pipeline full, or the scenario's dated departure
// from it. Both ends of a link compute the same numbers from the chain.
import type { LinkKind } from '../chain';
import type { EnterpriseState } from './state';

/** Fills a fresh state, flow columns of day -1 included. */
export function openEnterprises(state: EnterpriseState): void {
  const { chain, enterprises, inputs, supplies, baseOutput } = state.part;
  const { links, linkKinds, rules } = chain;
  const ordersOnEve = 1;
  const shipsOnEve = rules.rhythm === 'daily' ? 1 : 0;
  for (let slot = 0; slot < inputs.axis.length; slot++) {
    const link = inputs.axis.first + slot;
    const underWay = links.initialPipelineRatio[link] * inputs.flow[slot];
    state.stockYuan[slot] = links.initialStockYuan[link];
    state.orderedYuan[slot] = ordersOnEve * underWay;
    state.onOrderYuan[slot] = frames(linkKinds[inputs.kind[slot]], shipsOnEve) * underWay + links.initialBookYuan[link];
  }
  for (let slot = 0; slot < supplies.axis.length; slot++) {
    const link = supplies.link[slot];
    state.shippedYuan[slot] = shipsOnEve * links.initialPipelineRatio[link] * supplies.flow[slot];
    state.orderBookYuan[slot] = links.initialBookYuan[link];
  }
  state.capacityRatio.fill(1);
  for (let row = 0; row < enterprises.length; row++) {
    const enterprise = enterprises.first + row;
    state.finishedYuan[row] = chain.enterprises.initialFinishedYuan[enterprise];
    state.finalBacklogYuan[row] = chain.enterprises.initialBacklogYuan[enterprise];
    state.smoothedYuan[row] = baseOutput[row];
    state.outputYuan[row] = baseOutput[row];
    state.overtimeRatio[row] = 1;
    state.isOpen[row] = 1;
  }
}

/** Days of base flow that are ordered and not arrived before day 0 receives. */
function frames({ pipelineDays }: LinkKind, shipsOnEve: number): number {
  return shipsOnEve === 1 ? pipelineDays + 1 : 1;
}
