// The channels between the service desk and its clients: what they report to it, what it allots to them.
import { axisOf, lessBy, rowsBetween, type Route, type Shard } from '#libs/kernel';
import type { Chain } from '../chain';
import { enterpriseBlocks, stageRange, type EnterpriseStage } from '../part';
import { allocationColumns, CLIENT_REPORTS, clientRange, clientsOf } from './clients';

const ENTERPRISE_STAGES: readonly EnterpriseStage[] = ['plants', 'markets', 'exporters'];

/** What the desk's clients report to it. */
export function clientRoutes(chain: Chain, stage: EnterpriseStage, shard: Shard): Route[] {
  const clients = clientsOf(chain);
  const { first, length } = axisOf(enterpriseBlocks(chain, stage), shard);
  const { from, to } = clientRange(clients, first, first + length);
  if (from === to) return [];
  return [
    {
      channel: 'reports',
      from: { stage, shard: shard.index },
      to: { stage: 'support', shard: 0 },
      columns: CLIENT_REPORTS,
      senderRows: lessBy(clients.subarray(from, to), first),
      receiverRows: rowsBetween(from, to),
    },
  ];
}

/** What the desk allots to its clients, all of it from shard 0. */
export function allocationRoutes(chain: Chain, shard: Shard): Route[] {
  const clients = clientsOf(chain);
  if (shard.index > 0 || clients.length === 0) return [];
  const from = { stage: 'support' as const, shard: 0 };
  return ENTERPRISE_STAGES.flatMap((stage) => {
    const blocks = enterpriseBlocks(chain, stage);
    return Array.from({ length: shard.count }, (_, index): Route | undefined => {
      const { first, length } = axisOf(blocks, { index, count: shard.count });
      const range = clientRange(clients, first, first + length);
      if (range.from === range.to) return undefined;
      return {
        channel: 'allocations',
        from,
        to: { stage, shard: index },
        columns: allocationColumns(chain),
        senderRows: rowsBetween(range.from, range.to),
        receiverRows: lessBy(clients.subarray(range.from, range.to), first),
      };
    }).filter((route) => route !== undefined);
  });
}

/** Whether the desk serves anybody of a stage. */
export function isServed(chain: Chain, stage: EnterpriseStage): boolean {
  const { first, end } = stageRange(chain.enterprises, stage);
  const { from, to } = clientRange(clientsOf(chain), first, end);
  return to > from;
}
