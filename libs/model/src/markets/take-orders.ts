// Orders reach a shop's book untaken. A day's takings are bounded by who can buy: the shop's base turnover x
// (online + (1 - online) g) with g = visitors x basket / base offline turnover, online alone while the shop is closed.
// Domestic buyers come first, with the share of them that is there; exporters' orders take the rest, those that pile up
// included. Turnover is orders taken. What is not taken stays with the shop and in the buyer's position; unmet domestic
// demand is lost. Without an opening day everything is taken.
import type { Inbox } from '#libs/kernel';
import { LIFTED, type Levers } from '../levers';
import { REMAINDER_RATIO } from '../rules';
import type { MarketState } from './state';

export function takeOrders(state: MarketState, inbox: Inbox, levers: Levers): void {
  inbox.add('orders', 0, state.untakenYuan);
  addUpAsked(state);
  if (state.shops.part.chain.hasOpeningDay) setTakenRatio(state, levers);
  else takeAll(state);
  take(state);
}

function addUpAsked({ shops, untakenYuan, askedYuan }: MarketState): void {
  const { starts } = shops.part.supplies;
  for (let row = 0; row < askedYuan.length; row++) {
    const end = starts[row + 1];
    let asked = 0;
    for (let slot = starts[row]; slot < end; slot++) asked += untakenYuan[slot];
    askedYuan[row] = asked;
  }
}

function take({ shops, untakenYuan, takenRatio }: MarketState): void {
  const { newOrdersYuan, part } = shops;
  const { flow, starts } = part.supplies;
  const remainder = REMAINDER_RATIO; // V8 looks an import up anew in each turn of a loop.
  for (let row = 0; row < takenRatio.length; row++) {
    const ratio = takenRatio[row];
    const end = starts[row + 1];
    for (let slot = starts[row]; slot < end; slot++) {
      const untaken = untakenYuan[slot];
      const taken = untaken * ratio;
      const rest = untaken - taken;
      newOrdersYuan[slot] = taken;
      untakenYuan[slot] = rest > remainder * flow[slot] ? rest : 0;
    }
  }
}

function setTakenRatio(state: MarketState, { market: levers, lifted }: Levers): void {
  const { shops, askedYuan, takenRatio, takenYuan } = state;
  const { part, isOpen, finalDemandYuan, newDemandYuan } = shops;
  const { baseOutput } = part;
  const { onlineShare } = levers;
  const offline = part.chain.offlineTurnoverYuan;
  const footfall = offline > 0 ? (levers.visitors * levers.basketYuan) / offline : 1;
  const { sector } = part.chain.enterprises;
  const { first } = part.enterprises;
  const withoutDemand = LIFTED.demand;
  for (let row = 0; row < askedYuan.length; row++) {
    const isLifted = (lifted[sector[first + row]] & withoutDemand) > 0 && isOpen[row] > 0;
    const reach = isLifted ? Infinity : onlineShare + (isOpen[row] > 0 ? (1 - onlineShare) * footfall : 0);
    const domestic = Math.min(1, reach);
    finalDemandYuan[row] *= domestic;
    newDemandYuan[row] *= domestic;
    const left = Math.max(0, baseOutput[row] * reach - finalDemandYuan[row]);
    const ratio = askedYuan[row] > left ? left / askedYuan[row] : 1;
    takenRatio[row] = ratio;
    takenYuan[row] = finalDemandYuan[row] + askedYuan[row] * ratio;
  }
}

function takeAll({ shops, askedYuan, takenRatio, takenYuan }: MarketState): void {
  takenRatio.fill(1);
  for (let row = 0; row < askedYuan.length; row++) takenYuan[row] = shops.finalDemandYuan[row] + askedYuan[row];
}
