// The dock: consignments wait for a lorry, V tonnes a day leave. Priority classes go in order, each with a floor, in
// proportion inside a class; the rest waits and nothing is lost. A remainder below 1e-12 of the base flow goes along.
import type { Inbox } from '#libs/kernel';
import { MAX_PRIORITIES, shareByPriority } from '../enterprise/ration-priority';
import { REMAINDER_RATIO } from '../rules';
import type { LogisticsState } from './state';

/** Today's consignments join those that wait; the tonnes of each claim are added up, in the order of slots. */
export function receiveConsignments({ waitingYuan, askedTonnes, runs }: LogisticsState, inbox: Inbox): void {
  inbox.add('consignments', 0, waitingYuan);
  askedTonnes.fill(0);
  const { starts, claim, tonnesPerYuan, count } = runs;
  for (let run = 0; run < count; run++) {
    const end = starts[run + 1];
    let yuan = 0;
    for (let slot = starts[run]; slot < end; slot++) yuan += waitingYuan[slot];
    askedTonnes[claim[run]] += yuan * tonnesPerYuan[run];
  }
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
export function release({ waitingYuan, releasedYuan, grantedRatio, runs, flow }: LogisticsState): void {
  const { starts, claim, count } = runs;
  const remainder = REMAINDER_RATIO; // V8 looks an import up anew in each turn of a loop.
  for (let run = 0; run < count; run++) {
    const ratio = grantedRatio[claim[run]];
    const end = starts[run + 1];
    if (ratio === 1) {
      for (let slot = starts[run]; slot < end; slot++) {
        releasedYuan[slot] = waitingYuan[slot];
        waitingYuan[slot] = 0;
      }
      continue;
    }
    for (let slot = starts[run]; slot < end; slot++) {
      const waiting = waitingYuan[slot];
      const rest = waiting - waiting * ratio;
      const stays = rest > remainder * flow[slot] ? rest : 0;
      releasedYuan[slot] = waiting - stays;
      waitingYuan[slot] = stays;
    }
  }
}
