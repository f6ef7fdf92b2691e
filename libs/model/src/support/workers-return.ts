// Workers' return, cohort by cohort (one sector, park and origin): stranded -> listed (white list, heads a day) -> coded
// (share that gets a green code) -> set out. Who sets out on their own way (share a day, more where cars are subsidised)
// arrives tomorrow and, from origins with quarantine, sits it out at the enterprise; who takes a seat of a train or of a
// point-to-point charter bus starts work at once. Every step takes a day. Heads are shares of people, so that a cohort's
// enterprises are served alike: none is lost and none doubled.
import type { SupportLevers } from '../levers';
import { WORKER_REMAINDER_HEADS } from './remainder';
import { seatWorkers } from './seats';
import type { SupportState } from './state';

export function bringWorkersBack(state: SupportState, levers: SupportLevers, day: number): void {
  if (!state.chain.workers) return;
  setOut(state, levers);
  giveCodes(state, levers.codeRatio);
  putOnWhiteList(state, levers.whiteListHeads, day);
  tellClients(state);
}

/** Seats first, for they are fetched at the door; of the rest a share goes on its own. */
function setOut(state: SupportState, levers: SupportLevers): void {
  const { chain, codedHeads, freeRatio, quarantinedRatio, seatedHeads, counts } = state;
  const { workers } = chain;
  if (!workers) return;
  const { cohorts, origins } = workers;
  seatWorkers(state, levers);
  let ownWay = 0;
  for (let c = 0; c < cohorts.count; c++) {
    const origin = origins[cohorts.origin[c]];
    const away = cohorts.awayHeads[c];
    const seated = seatedHeads[c];
    const left = codedHeads[c] - seated;
    const hazard = Math.min(1, origin.ownWayRatio + (origin.hasSeats ? levers.selfDriveRatio : 0));
    const stays = left * (1 - hazard);
    const rest = stays > WORKER_REMAINDER_HEADS * away ? stays : 0;
    const own = left - rest;
    const isWatched = origin.quarantineDays > 0 && levers.quarantineRatio > 0;
    codedHeads[c] = rest;
    freeRatio[c] = away > 0 ? (seated + (isWatched ? 0 : own)) / away : 0;
    quarantinedRatio[c] = away > 0 && isWatched ? own / away : 0;
    ownWay += own;
  }
  counts.ownWayHeads[0] = ownWay;
}

function giveCodes({ chain, listedHeads, codedHeads }: SupportState, codeRatio: number): void {
  const away = chain.workers?.cohorts.awayHeads;
  if (!away) return;
  const share = Math.min(1, codeRatio);
  for (let c = 0; c < listedHeads.length; c++) {
    const stays = listedHeads[c] * (1 - share);
    const rest = stays > WORKER_REMAINDER_HEADS * away[c] ? stays : 0;
    codedHeads[c] += listedHeads[c] - rest;
    listedHeads[c] = rest;
  }
}

/** The day's places on the white list, shared in proportion to those who may apply. */
function putOnWhiteList(state: SupportState, heads: number, day: number): void {
  const { chain, strandedHeads, listedHeads, counts } = state;
  const { workers } = chain;
  if (!workers) return;
  const { cohorts, origins } = workers;
  const isReleased = origins.map(({ releasedDay }) => releasedDay <= day);
  let waiting = 0;
  for (let c = 0; c < cohorts.count; c++) if (isReleased[cohorts.origin[c]]) waiting += strandedHeads[c];
  const share = waiting > heads ? heads / waiting : 1;
  let listed = 0;
  for (let c = 0; c < cohorts.count; c++) {
    if (!isReleased[cohorts.origin[c]]) continue;
    const stays = strandedHeads[c] * (1 - share);
    const rest = stays > WORKER_REMAINDER_HEADS * cohorts.awayHeads[c] ? stays : 0;
    listed += strandedHeads[c] - rest;
    listedHeads[c] += strandedHeads[c] - rest;
    strandedHeads[c] = rest;
  }
  counts.whiteListedHeads[0] = listed;
}

/** Cohorts' arrivals, dealt out to their enterprises by the workers that each of them misses. */
function tellClients({ chain, clients, freeRatio, quarantinedRatio, freeHeads, quarantinedHeads }: SupportState): void {
  const { workers } = chain;
  if (!workers) return;
  const { staffHeads, stayedRatio, originShare, cohort, origins } = workers;
  for (let row = 0; row < clients.length; row++) {
    const enterprise = clients[row];
    const first = cohort[enterprise];
    if (first < 0) continue;
    const away = staffHeads[enterprise] * (1 - stayedRatio[enterprise]);
    let free = 0;
    for (let origin = 0; origin < origins.length; origin++) {
      const heads = away * originShare[enterprise * origins.length + origin];
      free += heads * freeRatio[first + origin];
      quarantinedHeads[origin][row] = heads * quarantinedRatio[first + origin];
    }
    freeHeads[row] = free;
  }
}
