// Runs the object version of a chain, for comparison.
import type { Chain, Levers } from '#libs/model';
import type { BenchCase } from './case';
import { timingOf, type Timing } from './clock';
import { ObjectPlant, type ObjectLink } from './object-plant';
import type { ProductionLog } from './production';

/** Ms a day, over the later half of the log's days: the mean of each of `repeats` runs of days. */
export function measureObjectGraph(one: BenchCase, log: ProductionLog, repeats: number): Timing {
  const plants = plantsOf(one.chain);
  const output = new Float64Array(plants.length);
  const times = new Float64Array(log.days);
  for (let day = 0; day < log.days; day++) {
    const levers = one.leversOn(day);
    const start = performance.now();
    stepObjects(plants, levers);
    times[day] = performance.now() - start;
    for (let row = 0; row < plants.length; row++) output[row] = plants[row].output;
    log.addColumn(day, output);
  }
  const days = Math.max(1, Math.floor(log.days / 2 / repeats));
  return timingOf(Array.from({ length: repeats }, (_, run) => mean(times, log.days - (run + 1) * days, days)));
}

function mean(values: Float64Array, from: number, count: number): number {
  return values.subarray(from, from + count).reduce((sum, value) => sum + value, 0) / count;
}

function stepObjects(plants: readonly ObjectPlant[], levers: Levers): void {
  for (const plant of plants) plant.receive(levers);
  for (const plant of plants) plant.work(levers);
}

/** Plants and links on the eve, in the chain's order. */
function plantsOf({ enterprises, links, linkKinds }: Chain): ObjectPlant[] {
  const plants = Array.from({ length: enterprises.count }, (_, i) => {
    const plant = new ObjectPlant({
      base: enterprises.baseOutputYuan[i],
      finalDemand: enterprises.finalDemandYuan[i],
      spareRatio: enterprises.spareRatio[i],
      finishedDays: enterprises.finishedDays[i],
      gateDraw: enterprises.gateDraw[i],
      capacityGroup: enterprises.capacityGroup[i],
      gateGroup: enterprises.gateGroup[i],
      utilityGroup: enterprises.utilityGroup[i],
      demandGroup: enterprises.demandGroup[i],
      finishedGroup: enterprises.finishedGroup[i],
    });
    plant.finished = enterprises.initialFinishedYuan[i];
    plant.smoothed = enterprises.baseOutputYuan[i];
    plant.output = enterprises.baseOutputYuan[i];
    return plant;
  });
  const kinds = linkKinds.map(({ coverDays, pipelineDays, restoreDays }) => ({
    targetDays: coverDays + pipelineDays,
    restoreRate: 1 / restoreDays,
  }));
  for (let l = 0; l < links.count; l++) {
    const flow = links.flowYuan[l];
    const link: ObjectLink = {
      flow,
      kind: kinds[links.kind[l]],
      supplier: plants[links.supplier[l]],
      buyer: plants[links.buyer[l]],
      stock: links.initialStockYuan[l],
      onOrder: (linkKinds[links.kind[l]].pipelineDays + 1) * flow,
      ordered: flow,
      book: links.initialBookYuan[l],
      shipped: flow,
    };
    link.buyer.inputs.push(link);
    link.supplier.customers.push(link);
    link.buyer.use += flow;
  }
  return plants;
}
