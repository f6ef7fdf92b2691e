// Risk of a place (a park or a market hall), so that every loosened lever has a price:
// rho += arrivals x their origin's risk x q^(days of quarantine) + density x share of staff without a mask
// + crowd x visitors over base (halls), after a share of it has decayed, and at most 1. A draw below rho closes the place
// for some days; rho starts again from none, and nobody crowds a closed place.
import type { Random } from '#libs/kernel';
import type { Levers } from '../levers';
import { STREAMS } from '../streams';
import type { SupportState } from './state';
import type { RiskTerms } from './terms';

export function closePlaces(state: SupportState, levers: Levers, random: Random, day: number): void {
  const { chain, riskRatio, closedDays, clients, isClosed, counts } = state;
  const { risk } = chain;
  if (!risk) return;
  for (let place = 0; place < riskRatio.length; place++) riskRatio[place] *= 1 - risk.decayRatio;
  addArrivals(state, risk, levers.support.quarantineRatio);
  addCrowding(state, risk, levers);
  let closed = 0;
  for (let place = 0; place < riskRatio.length; place++) {
    if (closedDays[place] > 0) closedDays[place]--;
    else if (random.isBelow(riskRatio[place], STREAMS.closure, place, day)) {
      closedDays[place] = risk.closedDays;
      riskRatio[place] = 0;
    }
    riskRatio[place] = riskRatio[place] < LEAST_RISK ? 0 : Math.min(1, riskRatio[place]);
    if (closedDays[place] > 0) closed++;
  }
  counts.placesClosed[0] = closed;
  const { park } = chain.enterprises;
  for (let row = 0; row < clients.length; row++) isClosed[row] = closedDays[park[clients[row]]] > 0 ? 1 : 0;
}

/** Less than this is no risk: it would decay for ever. */
const LEAST_RISK = 1e-12;

function addArrivals(
  { chain, freeRatio, quarantinedRatio, riskRatio }: SupportState,
  risk: RiskTerms,
  factor: number,
): void {
  const { workers } = chain;
  if (!workers) return;
  const { cohorts, origins } = workers;
  const watched = origins.map((origin) => {
    let left = 1;
    for (let days = Math.round(origin.quarantineDays * factor); days > 0; days--) left *= risk.perQuarantineDay;
    return left;
  });
  for (let c = 0; c < cohorts.count; c++) {
    const { importRisk } = origins[cohorts.origin[c]];
    if (importRisk === 0) continue;
    const carriers = freeRatio[c] + quarantinedRatio[c] * watched[cohorts.origin[c]];
    riskRatio[cohorts.park[c]] += cohorts.awayHeads[c] * carriers * importRisk;
  }
}

function addCrowding(state: SupportState, risk: RiskTerms, { market }: Levers): void {
  const { chain, clients, onPostHeads, maskedHeads, placeHeads, unmaskedHeads, riskRatio, closedDays, isHall } = state;
  const { park } = chain.enterprises;
  placeHeads.fill(0);
  unmaskedHeads.fill(0);
  for (let row = 0; row < clients.length; row++) {
    placeHeads[park[clients[row]]] += onPostHeads[row];
    unmaskedHeads[park[clients[row]]] += Math.max(0, onPostHeads[row] - maskedHeads[row]);
  }
  const offline = chain.offlineTurnoverYuan;
  const crowd = market.isOpen && offline > 0 ? (market.visitors * market.basketYuan) / offline : 0;
  for (let place = 0; place < riskRatio.length; place++) {
    if (closedDays[place] > 0) continue;
    if (placeHeads[place] > 0) riskRatio[place] += (risk.densityRisk * unmaskedHeads[place]) / placeHeads[place];
    if (isHall[place]) riskRatio[place] += risk.crowdRisk * crowd;
  }
}
