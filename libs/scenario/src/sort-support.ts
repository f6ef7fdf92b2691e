// The columns of workers and gates, from the draft's order of enterprises into the chain's. Cohorts stay where they are.
import type { GateTerms, WorkerTerms } from '#libs/model';
import { pick, pickInt } from './pick';

export function sortedWorkers(terms: WorkerTerms, order: Int32Array): WorkerTerms {
  const origins = terms.origins.length;
  const originShare = new Float64Array(order.length * origins);
  for (let i = 0; i < order.length; i++) {
    for (let origin = 0; origin < origins; origin++)
      originShare[i * origins + origin] = terms.originShare[order[i] * origins + origin];
  }
  return {
    ...terms,
    staffHeads: pick(order, terms.staffHeads),
    stayedRatio: pick(order, terms.stayedRatio),
    originShare,
    cohort: pickInt(order, terms.cohort),
  };
}

export function sortedGates(terms: GateTerms, order: Int32Array): GateTerms {
  return {
    ...terms,
    readyDay: pickInt(order, terms.readyDay),
    queue: new Uint8Array(pickInt(order, terms.queue)),
    licenceGroup: pickInt(order, terms.licenceGroup),
  };
}
