// Shops open from the market's opening day on, each closed one with the day's hazard, by a draw of its own. Where the
// scenario has no opening day every shop is open. A hall that is closed again (support/risk.ts) closes its shops for that
// time; those that had opened are open again afterwards.
import type { Random } from '#libs/kernel';
import { LIFTED, type Levers, type MarketLevers } from '../levers';
import { STREAMS } from '../streams';
import { closePlaces } from '../enterprise/gate';
import type { EnterpriseState } from '../enterprise/state';
import type { MarketState } from './state';

export function openShops(state: MarketState, levers: Levers, random: Random, day: number): void {
  const { shops, hasOpened } = state;
  if (shops.part.chain.hasOpeningDay && levers.market.isOpen) drawOpenings(state, levers.market, random, day);
  liftGates(state, levers);
  shops.isOpen.set(hasOpened);
  if (shops.served) closePlaces(shops, shops.served, levers);
}

/** A shop that has opened stays so. */
function drawOpenings({ shops, hasOpened }: MarketState, levers: MarketLevers, random: Random, day: number): void {
  const { first } = shops.part.enterprises;
  for (let row = 0; row < hasOpened.length; row++) {
    if (hasOpened[row] === 0 && random.isBelow(levers.openingHazard, STREAMS.shopOpening, first + row, day))
      hasOpened[row] = 1;
  }
}

/** Where the gate of a market is lifted all its shops are open, and stay so. */
function liftGates({ shops, hasOpened }: MarketState, { lifted }: Levers): void {
  const { sector } = shops.part.chain.enterprises;
  const { first, length } = shops.part.enterprises;
  const withoutGate = LIFTED.gate;
  for (let row = 0; row < length; row++) if (lifted[sector[first + row]] & withoutGate) hasOpened[row] = 1;
}

/** A closed shop sells from its stock, online only; staff or power that is missing limits that, too. */
export function limitClosedShops(state: EnterpriseState, levers: MarketLevers): void {
  const { capacityYuan, capacityFactor, utilityFactor, staffFactor, isOpen, part } = state;
  const { spareRatio } = part.chain.enterprises;
  const { first } = part.enterprises;
  for (let row = 0; row < capacityYuan.length; row++) {
    if (isOpen[row] > 0) continue;
    const online = spareRatio[first + row] * part.baseOutput[row] * levers.onlineShare;
    capacityYuan[row] = online * capacityFactor[row] * Math.min(utilityFactor[row], staffFactor[row]);
  }
}
