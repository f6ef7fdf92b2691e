// The stage of plants: fibre, weaving, dyeing, made-up goods, auxiliaries, heat, and the sellers outside.
import type { DayContext, Stage } from '#libs/kernel';
import type { Chain } from '../chain';
import type { Levers } from '../levers';
import { receiveFinalDemand } from '../enterprise/demand';
import { openGates } from '../enterprise/gate';
import { makeAndShip } from '../enterprise/make';
import { openEnterprises } from '../enterprise/open';
import { placeOrders } from '../enterprise/order';
import { receiveDeliveries, receiveOrders } from '../enterprise/receive';
import { EnterpriseState, reportsOf } from '../enterprise/state';
import { bringStaff, putStaffToWork, receiveAllocations } from '../enterprise/staff';
import { partOf } from '../part';
import { enterpriseRoutes } from '../routes';
import { rhythmOf } from '../rules';

export const plants: Stage<Chain, Levers, EnterpriseState> = {
  name: 'plants',
  reads: ['orders', 'deliveries', 'allocations'],
  writes: ['orders', 'consignments', 'deliveries', 'reports'],
  open(chain, shard) {
    const state = new EnterpriseState(partOf(chain, 'plants', shard), { keepsContracts: false });
    openEnterprises(state);
    return state;
  },
  routes: (chain, shard) => enterpriseRoutes(chain, 'plants', shard, reportsOf(chain, 'plants')),
  step,
};

function step({ day, chain, levers, inbox, state }: DayContext<Chain, Levers, EnterpriseState>): void {
  const { makes, orders } = rhythmOf(chain.rules, day);
  if (orders) receiveDeliveries(state, inbox);
  receiveAllocations(state, inbox);
  bringStaff(state, levers, day);
  if (makes) {
    receiveOrders(state, inbox);
    receiveFinalDemand(state, levers);
    openGates(state, levers, day);
    putStaffToWork(state, levers);
    makeAndShip(state, levers);
  } else state.shippedYuan.fill(0);
  if (orders) placeOrders(state);
  else state.orderedYuan.fill(0);
}
