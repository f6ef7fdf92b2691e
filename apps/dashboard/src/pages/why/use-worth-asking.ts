// Whom to ask about where nobody was named: an exporter that is told by name, that lost, and for a reason of others.
import { useAnswer } from '../../api/queries';
import { useScope } from '../../state/scope';
import { worthAsking } from './worth-asking';

const MOST_LOOKED_AT = 200;

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
