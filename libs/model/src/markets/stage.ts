// The stage of markets: shops open, take orders from visitors and online, buy cloth and sell it.
import type { DayContext, Stage } from '#libs/kernel';
import type { Chain } from '../chain';
import type { Levers } from '../levers';
import { receiveFinalDemand } from '../enterprise/demand';
import { makeAndShip } from '../enterprise/make';
import { openEnterprises } from '../enterprise/open';
import { placeOrders } from '../enterprise/order';
import { receiveDeliveries } from '../enterprise/receive';
import { bringStaff, putStaffToWork, receiveAllocations } from '../enterprise/staff';
import { reportsOf } from '../enterprise/state';
import { partOf } from '../part';
import { enterpriseRoutes } from '../routes';
import { rhythmOf } from '../rules';
import { limitClosedShops, openShops } from './open-shops';
import { MarketState } from './state';
import { takeOrders } from './take-orders';

/** Columns of the shops' report beyond everybody's. */
const MARKET_REPORTS = ['takenYuan'] as const;

export const markets: Stage<Chain, Levers, MarketState> = {
  name: 'markets',
  reads: ['orders', 'deliveries', 'allocations'],
  writes: ['orders', 'consignments', 'deliveries', 'reports'],
  open(chain, shard) {
    const state = new MarketState(partOf(chain, 'markets', shard));
    openEnterprises(state.shops);
    state.hasOpened.fill(chain.hasOpeningDay ? 0 : 1);
    state.shops.isOpen.set(state.hasOpened);
    return state;
  },
  routes: (chain, shard) =>
    enterpriseRoutes(chain, 'markets', shard, [...reportsOf(chain, 'markets'), ...MARKET_REPORTS]),
  step,
};

function step({ day, chain, levers, random, inbox, state }: DayContext<Chain, Levers, MarketState>): void {
  const { shops } = state;
  const { makes, orders } = rhythmOf(chain.rules, day);
  if (orders) receiveDeliveries(shops, inbox);
  receiveAllocations(shops, inbox);
  bringStaff(shops, levers, day);
  if (makes) {
    openShops(state, levers, random, day);
    putStaffToWork(shops, levers);
    receiveFinalDemand(shops, levers);
    takeOrders(state, inbox, levers);
    makeAndShip(shops, levers, () => limitClosedShops(shops, levers.market));
  } else shops.shippedYuan.fill(0);
  if (orders) placeOrders(shops);
  else shops.orderedYuan.fill(0);
}
