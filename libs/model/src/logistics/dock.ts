// The dock: consignments wait for a lorry, V tonnes a day leave. Priority classes go in order, each with a floor, in
// proportion inside a class; the rest waits and nothing is lost. A remainder below 1e-12 of the base flow goes along.
import type { Inbox } from '#libs/kernel';
import { MAX_PRIORITIES, shareByPriority } from '../enterprise/ration-priority';
import { REMAINDER_RATIO } from '../rules';
import type { LogisticsState } from './state';

/** Today's consignments join those that wait; the tonnes of each claim are added up, in the order of slots. */
export function receiveConsignments(state: LogisticsState, inbox: Inbox): void {
  const { consignedYuan, waitingYuan, askedTonnes, tonnesPerYuan, claim } = state;
  inbox.scatter('consignments', 0, consignedYuan);
  askedTonnes.fill(0);
  // Neighbours mostly have one claim: its sum is kept at hand, for a sum in memory would hold up every addition.
  let current = 0;
  let tonnes = 0;
  for (let slot = 0; slot < waitingYuan.length; slot++) {
    const waiting = waitingYuan[slot] + consignedYuan[slot];
    waitingYuan[slot] = waiting;
    if (claim[slot] !== current) {
      askedTonnes[current] = tonnes;
      current = claim[slot];
      tonnes = askedTonnes[current];
    }
    tonnes += waiting * tonnesPerYuan[slot];
  }
  if (waitingYuan.length > 0) askedTonnes[current] = tonnes;
}

const granted = new Float64Array(MAX_PRIORITIES);

/** Share of each claim's tonnes that leaves today. */
export function shareRoads(state: LogisticsState): void {
  const { askedTonnes, grantedRatio, capacityTonnes, movedTonnes, waitingTonnes, corridors, chain } = state;
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
    for (let c = 0; c < MAX_PRIORITIES; c++)
      grantedRatio[row * MAX_PRIORITIES + c] = asked[c] > 0 ? granted[c] / asked[c] : 0;
  }
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
