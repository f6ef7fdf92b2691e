// The columns of workers and gates, from the draft's order of enterprises into the chain's. Cohorts stay where they are.
// Every key is written out: the loops of a day read these objects, and the engine keeps no code for a shape that was
// spread together once its last object is gone.
import { pick, pickInt } from '#libs/kernel';
import type { GateTerms, WorkerTerms } from '#libs/model';

export function sortedWorkers(terms: WorkerTerms, order: Int32Array): WorkerTerms {
  const origins = terms.origins.length;
  const originShare = new Float64Array(order.length * origins);
  for (let i = 0; i < order.length; i++) {
    for (let origin = 0; origin < origins; origin++)
      originShare[i * origins + origin] = terms.originShare[order[i] * origins + origin];
  }
  return {
    origins: terms.origins,
    ringDays: terms.ringDays,
    staffHeads: pick(order, terms.staffHeads),
    stayedRatio: pick(order, terms.stayedRatio),
    originShare,
    cohort: pickInt(order, terms.cohort),
    cohorts: terms.cohorts,
    labourExponent: terms.labourExponent,
    seatFill: terms.seatFill,
    pooledFill: terms.pooledFill,
  };
}

export function sortedGates(terms: GateTerms, order: Int32Array): GateTerms {
  return {
    readyDay: pickInt(order, terms.readyDay),
    queue: new Uint8Array(pickInt(order, terms.queue)),
    queues: terms.queues,
    licenceGroup: pickInt(order, terms.licenceGroup),
  };
}
