// The dock: consignments wait for a lorry, V tonnes a day leave. Priority classes go in order, each with a floor, in
// proportion inside a class; the rest waits and nothing is lost. A remainder below 1e-12 of the base flow goes along.
import type { Inbox } from '#libs/kernel';
import { MAX_PRIORITIES, shareByPriority } from '../enterprise/ration-priority';
import { REMAINDER_RATIO } from '../rules';
import type { LogisticsState } from './state';

/** Today's consignments join those that wait. */
export function receiveConsignments({ consignedYuan, waitingYuan }: LogisticsState, inbox: Inbox): void {
  inbox.scatter('consignments', 0, consignedYuan);
  for (let slot = 0; slot < waitingYuan.length; slot++) waitingYuan[slot] += consignedYuan[slot];
}

const granted = new Float64Array(MAX_PRIORITIES);

/** Share of each claim's tonnes that leaves today. */
export function shareRoads(state: LogisticsState): void {
  const { askedTonnes, grantedRatio, capacityTonnes, movedTonnes, waitingTonnes, corridors, chain } = state;
  addUpTonnes(state);
  grantedRatio.fill(1);
  for (let row = 0; row < corridors.length; row++) {
    const asked = askedTonnes.subarray(row * MAX_PRIORITIES, (row + 1) * MAX_PRIORITIES);
    let total = 0;
    for (let c = 0; c < MAX_PRIORITIES; c++) total += asked[c];
    const isEnough = total <= capacityTonnes[row];
    movedTonnes[row] = isEnough ? total : capacityTonnes[row];
    waitingTonnes[row] = isEnough ? 0 : total - capacityTonnes[row];
    if (capacityTonnes[row] === Infinity) capacityTonnes[row] = 0;
    if (isEnough) continue;
    shareByPriority(movedTonnes[row], asked, chain.roadFloors, granted);
    for (let c = 0; c < MAX_PRIORITIES; c++) grantedRatio[row * MAX_PRIORITIES + c] = asked[c] > 0 ? granted[c] / asked[c] : 0;
  }
}

function addUpTonnes({ askedTonnes, waitingYuan, tonnesPerYuan, claim }: LogisticsState): void {
  askedTonnes.fill(0);
  for (let slot = 0; slot < waitingYuan.length; slot++) askedTonnes[claim[slot]] += waitingYuan[slot] * tonnesPerYuan[slot];
}

/** Loads the lorries: `releasedYuan` leaves the dock today. */
export function release({ waitingYuan, releasedYuan, grantedRatio, claim, flow }: LogisticsState): void {
  for (let slot = 0; slot < waitingYuan.length; slot++) {
    const rest = waitingYuan[slot] - waitingYuan[slot] * grantedRatio[claim[slot]];
    const stays = rest > REMAINDER_RATIO * flow[slot] ? rest : 0;
    releasedYuan[slot] = waitingYuan[slot] - stays;
    waitingYuan[slot] = stays;
  }
}
