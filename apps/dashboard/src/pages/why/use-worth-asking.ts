// Whom to ask about where nobody was named: an exporter that is told by name, that lost, and for a reason of others.
import type { EnterpriseDay } from '#libs/api';
import { useAnswer } from '../../api/queries';
import { useScope } from '../../state/scope';

const MOST_LOOKED_AT = 200;

/** The most interesting question first: held by somebody else, told by name, at work at all; else whoever lost most. */
export function worthAsking(rows: readonly EnterpriseDay[]): string | undefined {
  const losers = rows.filter(({ ratio }) => ratio < 0.995);
  const rank = ({ bound, isNotable, ratio }: EnterpriseDay): number =>
    (bound === 'input' ? 4 : 0) + (isNotable ? 2 : 0) + (ratio > 0.05 ? 1 : 0);
  const [first, ...rest] = losers;
  return first && rest.reduce((best, one) => (rank(one) > rank(best) ? one : best), first).id;
}

interface Found {
  readonly id: string | undefined;
  readonly isNobody: boolean;
  readonly error: Error | null;
}

export function useWorthAsking(enabled: boolean): Found {
  const { run, chain, day, days } = useScope();
  const last = chain.sectors.filter(({ stage }) => stage === 'exporters').at(-1) ?? chain.sectors.at(-1);
  const isReady = enabled && days.length > 0;
  const query = { day, sort: 'lost', limit: MOST_LOOKED_AT } as const;
  const params = { run: run.id };
  const ofLast = useAnswer(
    'listEnterprises',
    { params, query: last ? { ...query, sector: last.id } : query },
    { enabled: isReady },
  );
  const inLast = ofLast.data && worthAsking(ofLast.data.rows);
  const isElsewhere = isReady && ofLast.data !== undefined && inLast === undefined;
  const anywhere = useAnswer('listEnterprises', { params, query }, { enabled: isElsewhere });
  const inAll = anywhere.data && worthAsking(anywhere.data.rows);
  return {
    id: inLast ?? inAll,
    isNobody: isElsewhere && anywhere.data !== undefined && inAll === undefined,
    error: ofLast.error ?? anywhere.error,
  };
}
