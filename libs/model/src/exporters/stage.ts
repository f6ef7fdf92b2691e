// The stage of exporters: contracts fall due, cloth is handed over, containers fill and leave; what stays overdue costs
// and may be cancelled.
import type { DayContext, Stage } from '#libs/kernel';
import type { Chain } from '../chain';
import type { Levers } from '../levers';
import { receiveFinalDemand } from '../enterprise/demand';
import { openGates } from '../enterprise/gate';
import { makeAndShip } from '../enterprise/make';
import { openEnterprises } from '../enterprise/open';
import { placeOrders } from '../enterprise/order';
import { receiveDeliveries, receiveOrders } from '../enterprise/receive';
import { reportsOf } from '../enterprise/state';
import { bringStaff, putStaffToWork, receiveAllocations } from '../enterprise/staff';
import { partOf } from '../part';
import { enterpriseRoutes } from '../routes';
import { rhythmOf } from '../rules';
import { fillContainers } from './containers';
import { ageContracts, openContracts, serveContracts, showCertificates } from './contracts';
import { chargePenalties } from './penalties';
import { ExporterState } from './state';

/** Columns of the exporters' report beyond everybody's. */
const EXPORTER_REPORTS = ['finalBacklogYuan', 'containersLeft', 'penaltyYuan'] as const;
const CANCELLING_REPORTS = [...EXPORTER_REPORTS, 'cancelledYuan'] as const;

export const exporters: Stage<Chain, Levers, ExporterState> = {
  name: 'exporters',
  reads: ['orders', 'deliveries', 'allocations'],
  writes: ['orders', 'consignments', 'deliveries', 'reports'],
  open(chain, shard) {
    const state = new ExporterState(partOf(chain, 'exporters', shard));
    openEnterprises(state.enterprises);
    openContracts(state);
    return state;
  },
  routes: (chain, shard) =>
    enterpriseRoutes(chain, 'exporters', shard, [
      ...reportsOf(chain, 'exporters'),
      ...(chain.exporterTerms.cancelAfterDays === undefined ? EXPORTER_REPORTS : CANCELLING_REPORTS),
    ]),
  step,
};

function step({ day, chain, levers, random, inbox, state }: DayContext<Chain, Levers, ExporterState>): void {
  const { enterprises } = state;
  const { makes, orders } = rhythmOf(chain.rules, day);
  if (orders) receiveDeliveries(enterprises, inbox);
  receiveAllocations(enterprises, inbox);
  bringStaff(enterprises, levers, day);
  if (makes) {
    receiveOrders(enterprises, inbox);
    showCertificates(state, levers.support.certificateShare, random);
    ageContracts(state);
    receiveFinalDemand(enterprises, levers);
    openGates(enterprises, levers, day);
    putStaffToWork(enterprises, levers);
    makeAndShip(enterprises, levers);
    serveContracts(state);
    fillContainers(state);
    chargePenalties(state);
  } else enterprises.shippedYuan.fill(0);
  if (orders) placeOrders(enterprises);
  else enterprises.orderedYuan.fill(0);
}
