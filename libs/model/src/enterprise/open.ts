// The state on the eve (docs/MODEL.md#start): the baseline with its pipeline full, or the scenario's dated departure
// from it. Both ends of a link compute the same numbers from the chain.
import type { LinkKind } from '../chain';
import type { EnterprisePart } from '../part';
import type { ServedColumns } from './served';
import type { EnterpriseState } from './state';

/** Fills a fresh state, flow columns of day -1 included. */
export function openEnterprises(state: EnterpriseState): void {
  const { rules } = state.part.chain;
  const shipsOnEve = rules.rhythm === 'daily' ? 1 : 0;
  openInputs(state, shipsOnEve);
  openSupplies(state, shipsOnEve);
  const { chain, enterprises, baseOutput } = state.part;
  const { first, length } = enterprises;
  const { initialFinishedYuan, initialBacklogYuan } = chain.enterprises;
  state.finishedYuan.set(initialFinishedYuan.subarray(first, first + length));
  state.finalBacklogYuan.set(initialBacklogYuan.subarray(first, first + length));
  state.smoothedYuan.set(baseOutput);
  state.outputYuan.set(baseOutput);
  state.overtimeRatio.fill(1);
  state.isOpen.fill(1);
  if (state.served) openServed(state.part, state.served);
}

function openInputs({ part, stockYuan, orderedYuan, onOrderYuan }: EnterpriseState, shipsOnEve: number): void {
  const { axis, flow, kind } = part.inputs;
  const { links, linkKinds } = part.chain;
  const { initialPipelineRatio, initialBookYuan, initialStockYuan } = links;
  const { first, length } = axis;
  const frames = Float64Array.from(linkKinds, (one) => framesUnderWay(one, shipsOnEve));
  stockYuan.set(initialStockYuan.subarray(first, first + length));
  for (let slot = 0; slot < length; slot++) {
    const underWay = initialPipelineRatio[first + slot] * flow[slot];
    orderedYuan[slot] = underWay;
    onOrderYuan[slot] = frames[kind[slot]] * underWay + initialBookYuan[first + slot];
  }
}

/** Staff that stayed, the start-up kit of masks; gates stand closed until they are permitted. */
function openServed({ chain, enterprises }: EnterprisePart, served: ServedColumns): void {
  const { onPostHeads, maskedHeads, masksInStock, labourRatio, maskRatio } = served;
  const { workers, masks } = chain;
  const { first, length } = enterprises;
  labourRatio.fill(1);
  maskRatio.fill(1);
  for (let row = 0; workers && row < length; row++) {
    const staff = workers.staffHeads[first + row];
    onPostHeads[row] = staff * workers.stayedRatio[first + row];
    maskedHeads[row] = onPostHeads[row];
    if (masks) masksInStock[row] = staff * masks.perWorkerDay * masks.kitDays;
  }
}

function openSupplies(state: EnterpriseState, shipsOnEve: number): void {
  const { part, shippedYuan, orderBookYuan, capacityRatio } = state;
  const { flow, link } = part.supplies;
  const { initialPipelineRatio, initialBookYuan } = part.chain.links;
  for (let slot = 0; slot < link.length; slot++) {
    shippedYuan[slot] = shipsOnEve * initialPipelineRatio[link[slot]] * flow[slot];
    orderBookYuan[slot] = initialBookYuan[link[slot]];
  }
  capacityRatio.fill(1);
}

/** Days of base flow that are ordered and not arrived before day 0 receives. */
function framesUnderWay({ pipelineDays }: LinkKind, shipsOnEve: number): number {
  return shipsOnEve === 1 ? pipelineDays + 1 : 1;
}
