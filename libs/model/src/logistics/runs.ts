// Dock slots in runs: neighbours of one corridor, priority, tonnes per yuan and travel time. What is the same for a run
// is looked up once for it, so that loops over its slots are plain.
import type { Axis } from '#libs/kernel';
import type { Chain } from '../chain';
import { MAX_PRIORITIES } from '../enterprise/ration-priority';
import { dockOrderOf } from '../network';

export interface DockRuns {
  readonly count: number;
  /** First slot of each run and, last, the number of slots. */
  readonly starts: Int32Array;
  /** Corridor x MAX_PRIORITIES + priority class. */
  readonly claim: Int32Array;
  readonly tonnesPerYuan: Float64Array;
  /** Days the goods travel after release, without a checkpoint: lead - 2. */
  readonly travelDays: Int32Array;
  /** First run of each corridor and, last, their number. */
  readonly ofCorridor: Int32Array;
}

export function dockRuns(chain: Chain, corridors: Axis, slots: Axis): DockRuns {
  const { links, linkKinds, classes } = chain;
  const order = dockOrderOf(chain).links;
  const starts: number[] = [];
  const claim: number[] = [];
  const tonnesPerYuan: number[] = [];
  const travelDays: number[] = [];
  const ofCorridor = new Int32Array(corridors.length + 1);
  let run = -1;
  for (let slot = 0; slot < slots.length; slot++) {
    const link = order[slots.first + slot];
    const corridor = links.corridor[link] - corridors.first;
    const { priority, leadDays } = linkKinds[links.kind[link]];
    const tonnes = classes[links.productClass[link]].tonnesPerYuan;
    const asked = corridor * MAX_PRIORITIES + priority;
    if (run >= 0 && claim[run] === asked && tonnesPerYuan[run] === tonnes && travelDays[run] === leadDays - 2) continue;
    run = starts.push(slot) - 1;
    claim.push(asked);
    tonnesPerYuan.push(tonnes);
    travelDays.push(leadDays - 2);
    ofCorridor[corridor + 1] = run + 1;
  }
  for (let c = 0; c < corridors.length; c++) ofCorridor[c + 1] = Math.max(ofCorridor[c], ofCorridor[c + 1]);
  return {
    count: starts.length,
    starts: Int32Array.from(starts.concat(slots.length)),
    claim: Int32Array.from(claim),
    tonnesPerYuan: Float64Array.from(tonnesPerYuan),
    travelDays: Int32Array.from(travelDays),
    ofCorridor,
  };
}
