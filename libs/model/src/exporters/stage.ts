// The stage of exporters: contracts fall due, cloth is handed over, containers fill and leave.
import type { DayContext, Stage } from '#libs/kernel';
import type { Chain } from '../chain';
import type { Levers } from '../levers';
import { openGates } from '../enterprise/capacity';
import { receiveFinalDemand } from '../enterprise/demand';
import { makeAndShip } from '../enterprise/make';
import { openEnterprises } from '../enterprise/open';
import { placeOrders } from '../enterprise/order';
import { receiveDeliveries, receiveOrders } from '../enterprise/receive';
import { ENTERPRISE_REPORTS } from '../enterprise/state';
import { partOf } from '../part';
import { enterpriseRoutes } from '../routes';
import { rhythmOf } from '../rules';
import { fillContainers } from './containers';
import { chargePenalties } from './penalties';
import { ExporterState } from './state';

/** Columns of the exporters' report beyond everybody's. */
const EXPORTER_REPORTS = [...ENTERPRISE_REPORTS, 'finalBacklogYuan', 'containersLeft', 'penaltyYuan'] as const;

export const exporters: Stage<Chain, Levers, ExporterState> = {
  name: 'exporters',
  reads: ['orders', 'deliveries'],
  writes: ['orders', 'consignments', 'deliveries', 'reports'],
  open(chain, shard) {
    const state = new ExporterState(partOf(chain, 'exporters', shard));
    openEnterprises(state.enterprises);
    return state;
  },
  routes: (chain, shard) => enterpriseRoutes(chain, 'exporters', shard, EXPORTER_REPORTS),
  step,
};

function step({ day, chain, levers, inbox, state }: DayContext<Chain, Levers, ExporterState>): void {
  const { enterprises } = state;
  const { makes, orders } = rhythmOf(chain.rules, day);
  if (orders) receiveDeliveries(enterprises, inbox);
  if (makes) {
    receiveOrders(enterprises, inbox);
    receiveFinalDemand(enterprises, levers);
    openGates(enterprises, levers);
    makeAndShip(enterprises, levers);
    fillContainers(state);
    chargePenalties(state);
  } else enterprises.shippedYuan.fill(0);
  if (orders) placeOrders(enterprises);
  else enterprises.orderedYuan.fill(0);
}
