// What the rows of frames and columns are about, by name: for people who read logs and compare runs.
import type { Route } from '#libs/kernel';
import type { Chain } from './chain';
import { dockOrderOf, supplyOrderOf } from './network';
import { enterpriseBlocks, rowBlocks, stageRange, type EnterpriseStage } from './part';

/**
 * Names of a frame's rows, of a run on one shard: [from, to] enterprises of a link, or the enterprise or corridor of a
 * report.
 */
export function rowLabels(chain: Chain, { channel, from, senderRows }: Route): (row: number) => readonly string[] {
  const at = (row: number): number => (senderRows === 'all' ? row : senderRows[row]);
  const byColumn: Record<Route['channel'], string> = {
    orders: 'orderedYuan',
    consignments: 'shippedYuan',
    deliveries: from.stage === 'logistics' ? 'releasedYuan' : 'shippedYuan',
    reports: from.stage === 'logistics' ? 'capacityTonnes' : 'outputYuan',
  };
  const label = columnLabels(chain, from.stage, byColumn[channel]);
  return (row) => label(at(row));
}

const INPUT_COLUMNS = ['stockYuan', 'onOrderYuan', 'orderedYuan'];
const SUPPLY_COLUMNS = ['orderBookYuan', 'shippedYuan', 'capacityRatio', 'untakenYuan'];
const DOCK_COLUMNS = ['waitingYuan', 'releasedYuan'];

/** Names of a stage's rows in one of its columns, of a run on one shard. */
export function columnLabels(
  chain: Chain,
  stage: Route['from']['stage'],
  column: string,
): (row: number) => readonly string[] {
  const { links, enterprises, corridors } = chain;
  const ofLink = (link: number): readonly string[] => [
    enterprises.ids[links.supplier[link]],
    enterprises.ids[links.buyer[link]],
  ];
  if (stage === 'logistics') {
    if (DOCK_COLUMNS.includes(column)) return (row) => ofLink(dockOrderOf(chain).links[row]);
    return (row) => [corridors.ids[row] ?? `place ${row} on the road`];
  }
  if (INPUT_COLUMNS.includes(column)) {
    const [first] = rowBlocks(enterpriseBlocks(chain, stage), links.buyer);
    return (row) => ofLink(first + row);
  }
  if (SUPPLY_COLUMNS.includes(column)) {
    const order = supplyOrderOf(chain);
    const [first] = rowBlocks(enterpriseBlocks(chain, stage), order.suppliers);
    return (row) => ofLink(order.links[first + row]);
  }
  return enterpriseLabels(chain, stage, column);
}

function enterpriseLabels(chain: Chain, stage: EnterpriseStage, column: string): (row: number) => readonly string[] {
  const { first } = stageRange(chain.enterprises, stage);
  const lanes = column === 'containerYuan' ? chain.exporterTerms.laneShares.length : 1;
  return (row) => [chain.enterprises.ids[first + Math.floor(row / lanes)]];
}
