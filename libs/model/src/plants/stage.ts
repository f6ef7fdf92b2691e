// The stage of plants: fibre, weaving, dyeing, made-up goods, auxiliaries, heat, and the sellers outside.
import type { DayContext, Stage } from '#libs/kernel';
import type { Chain } from '../chain';
import type { Levers } from '../levers';
import { openGates } from '../enterprise/capacity';
import { receiveFinalDemand } from '../enterprise/demand';
import { makeAndShip } from '../enterprise/make';
import { openEnterprises } from '../enterprise/open';
import { placeOrders } from '../enterprise/order';
import { receiveDeliveries, receiveOrders } from '../enterprise/receive';
import { ENTERPRISE_REPORTS, EnterpriseState } from '../enterprise/state';
import { partOf } from '../part';
import { enterpriseRoutes } from '../routes';
import { rhythmOf } from '../rules';

export const plants: Stage<Chain, Levers, EnterpriseState> = {
  name: 'plants',
  reads: ['orders', 'deliveries'],
  writes: ['orders', 'consignments', 'deliveries', 'reports'],
  open(chain, shard) {
    const state = new EnterpriseState(partOf(chain, 'plants', shard), { keepsContracts: false });
    openEnterprises(state);
    return state;
  },
  routes: (chain, shard) => enterpriseRoutes(chain, 'plants', shard, ENTERPRISE_REPORTS),
  step,
};

function step({ day, chain, levers, inbox, state }: DayContext<Chain, Levers, EnterpriseState>): void {
  const { makes, orders } = rhythmOf(chain.rules, day);
  if (orders) receiveDeliveries(state, inbox);
  if (makes) {
    receiveOrders(state, inbox);
    receiveFinalDemand(state, levers);
    openGates(state, levers);
    makeAndShip(state, levers);
  } else state.shippedYuan.fill(0);
  if (orders) placeOrders(state);
  else state.orderedYuan.fill(0);
}
