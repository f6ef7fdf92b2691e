// The run around a page: followed, with the day that is looked at, its keys and its states.
import { useMemo, type ReactNode } from 'react';
import { ask } from '../api/client';
import { useAnswer } from '../api/queries';
import { useRun } from '../api/run-stream';
import { choose, go, usePlace } from '../state/place';
import { RunScopeContext, type RunScope } from '../state/scope';
import { useKeys } from '../state/keys';
import { NothingYet } from './nothing-yet';
import { StateBar } from './state-bar';
import { TopBar } from './top-bar';

export function RunFrame({ children }: { readonly children: ReactNode }): ReactNode {
  const { choices } = usePlace();
  const newest = useAnswer('listRuns', { query: { limit: 1 } }, { enabled: choices['run'] === undefined });
  const id = choices['run'] ?? newest.data?.[0]?.id;
  const { run, days, link } = useRun(id);
  const chain = useAnswer('readChain', { params: { run: id ?? '' } }, { enabled: run !== undefined, isSealed: true });
  const scope = useMemo((): RunScope | undefined => {
    if (!run || !chain.data) return undefined;
    const last = Math.max(0, days.length - 1);
    const asked = choices['day'] === undefined ? NaN : Number(choices['day']);
    const isFollowing = !Number.isInteger(asked) || asked < 0;
    const day = isFollowing ? last : Math.min(asked, last);
    return {
      ...{ run, chain: chain.data, days, day, today: days[day], isFollowing, link },
      look: (to) => choose({ day: to === null ? null : Math.max(0, Math.min(to, last)) }),
      setPlaying: (isPlaying) =>
        void ask(isPlaying ? 'playRun' : 'pauseRun', { params: { run: run.id } }).catch(() => undefined),
    };
  }, [run, chain.data, days, link, choices]);
  useKeys({
    ' ': () => scope?.setPlaying(scope.run.mode === 'paused'),
    ',': () => scope?.look(scope.day - 1),
    '.': () => scope?.look(scope.day + 1),
    c: () => go('compare', { runs: [run?.id, choices['with']].filter(Boolean).join(',') }),
    t: () => choose({ table: choices['table'] === undefined ? 1 : null }),
  });
  if (newest.data?.length === 0) return <NothingYet />;
  return (
    <RunScopeContext value={scope}>
      <TopBar />
      <StateBar followed={{ run, days, link }} error={chain.error} />
      {scope ? children : <main className="page" aria-busy="true" />}
    </RunScopeContext>
  );
}
