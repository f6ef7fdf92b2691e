// Shops open from the market's opening day on, each closed one with the day's hazard, by a draw of its own. Where the
// scenario has no opening day every shop is open.
import type { Random } from '#libs/kernel';
import type { MarketLevers } from '../levers';
import { STREAMS } from '../streams';
import type { EnterpriseState } from '../enterprise/state';

export function openShops({ isOpen, part }: EnterpriseState, levers: MarketLevers, random: Random, day: number): void {
  if (!part.chain.hasOpeningDay || !levers.isOpen) return;
  const { first } = part.enterprises;
  for (let row = 0; row < isOpen.length; row++) {
    if (isOpen[row] === 0 && random.uniform(STREAMS.shopOpening, first + row, day) < levers.openingHazard)
      isOpen[row] = 1;
  }
}

/** A closed shop sells from its stock, online only; staff or power that is missing limits that, too. */
export function limitClosedShops(state: EnterpriseState, levers: MarketLevers): void {
  const { capacityYuan, capacityFactor, utilityFactor, isOpen, part } = state;
  const { spareRatio } = part.chain.enterprises;
  const { first } = part.enterprises;
  for (let row = 0; row < capacityYuan.length; row++) {
    if (isOpen[row] > 0) continue;
    const online = spareRatio[first + row] * part.baseOutput[row] * levers.onlineShare;
    capacityYuan[row] = online * capacityFactor[row] * utilityFactor[row];
  }
}
