// What the rows of frames and columns are about, by name: for people who read logs and compare runs.
import type { Route } from '#libs/kernel';
import type { Chain } from './chain';
import { dockOrderOf, supplyOrderOf } from './network';
import { enterpriseBlocks, rowBlocks, stageRange, type EnterpriseStage } from './part';
import { clientsOf } from './support/clients';
import { DESK_REPORTS, PLACE_REPORTS } from './support/state';

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
    reports: REPORT_COLUMN[from.stage],
    allocations: 'freeHeads',
  };
  const label = columnLabels(chain, from.stage, byColumn[channel]);
  return (row) => label(at(row));
}

/** A column that has the rows of a stage's report. */
const REPORT_COLUMN = {
  plants: 'outputYuan',
  logistics: 'capacityTonnes',
  markets: 'outputYuan',
  exporters: 'outputYuan',
  support: 'maskPool',
} as const;

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
    if (column === 'passesInOffice') return officeLabels(corridors);
    return (row) => [corridors.ids[row] ?? `place ${row} on the road`];
  }
  if (stage === 'support') return deskLabels(chain, column);
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

const COHORT_COLUMNS = ['strandedHeads', 'listedHeads', 'codedHeads'];

/** The desk's rows: cohorts, places, the desk itself, or its clients. */
function deskLabels(chain: Chain, column: string): (row: number) => readonly string[] {
  const { enterprises, workers, sectors, parks } = chain;
  if (workers && COHORT_COLUMNS.includes(column)) {
    const { cohorts, origins } = workers;
    return (row) => [sectors[cohorts.sector[row]].id, parks[cohorts.park[row]], origins[cohorts.origin[row]].id];
  }
  if ((PLACE_REPORTS as readonly string[]).includes(column)) return (row) => [parks[row]];
  if (column === 'masksInPool' || (DESK_REPORTS as readonly string[]).includes(column)) return () => ['service desk'];
  const clients = clientsOf(chain);
  return (row) => [enterprises.ids[clients[row]]];
}

/** Applications lie corridor by corridor, a row for each day in the office. */
function officeLabels({ ids, officeDays }: Chain['corridors']): (row: number) => readonly string[] {
  const labels = ids.flatMap((id, corridor) => Array.from({ length: officeDays[corridor] }, () => [id]));
  return (row) => labels[row];
}

function enterpriseLabels(chain: Chain, stage: EnterpriseStage, column: string): (row: number) => readonly string[] {
  const { first } = stageRange(chain.enterprises, stage);
  const width = widthOf(chain, column);
  return (row) => [chain.enterprises.ids[first + Math.floor(row / width)]];
}

/** Cells of a column for each enterprise. */
function widthOf({ exporterTerms, workers }: Chain, column: string): number {
  if (column === 'containerYuan') return exporterTerms.laneShares.length;
  if (column === 'overdueByAgeYuan') return (exporterTerms.cancelAfterDays ?? 0) + 1;
  return column === 'quarantineHeads' ? (workers?.ringDays ?? 1) : 1;
}
