// The run around a page: followed, with the day that is looked at, its keys and its states.
import { lazy, Suspense, useCallback, type ReactNode } from 'react';
import { useAnswer } from '../api/queries';
import { useRun } from '../api/run-stream';
import { openDecision, useDecision } from '../state/decide';
import { useKeys } from '../state/keys';
import { choose, usePlace } from '../state/place';
import { usePlayback } from '../state/playback';
import { RunScopeContext, type RunScope } from '../state/scope';
import { compareWithParent, ForkBar } from './fork-bar';
import { NotThere } from './not-there';
import { NothingYet } from './nothing-yet';
import { Opening } from './opening';
import { StateBar } from './state-bar';
import { TopBar } from './top-bar';

const DecidePanel = lazy(async () => ({ default: (await import('./decide/decide-panel')).DecidePanel }));

export function RunFrame({ children }: { readonly children: ReactNode }): ReactNode {
  const { choices } = usePlace();
  const decision = useDecision();
  const newest = useAnswer('listRuns', { query: { limit: 1 } }, { enabled: choices['run'] === undefined });
  const id = choices['run'] ?? newest.data?.[0]?.id;
  const followed = useRun(id);
  const scope = useScopeOf(id, followed);
  useKeys({
    ' ': () => scope?.setPlaying(!scope.isPlaying),
    ',': () => scope?.look(scope.day - 1),
    '.': () => scope?.look(scope.day + 1),
    i: () => openDecision('intervene'),
    f: () => openDecision('fork'),
    c: () => scope && compareWithParent(scope.run, choices['with']),
    t: () => choose({ table: choices['table'] === undefined ? 1 : null }),
  });
  if (newest.data?.length === 0) return <NothingYet />;
  if (followed.refusal) return <NotThere problem={followed.refusal} />;
  return (
    <RunScopeContext value={scope}>
      <TopBar />
      <StateBar followed={followed} />
      {scope && <ForkBar run={scope.run} />}
      {scope ? children : <Opening day={followed.run?.openedDay ?? 0} />}
      {scope && decision && (
        <Suspense fallback={null}>
          <DecidePanel key={decision} decision={decision} />
        </Suspense>
      )}
    </RunScopeContext>
  );
}

function useScopeOf(id: string | undefined, { run, days, link }: ReturnType<typeof useRun>): RunScope | undefined {
  const { choices } = usePlace();
  const chain = useAnswer('readChain', { params: { run: id ?? '' } }, { enabled: run !== undefined, isSealed: true });
  const last = Math.max(0, days.length - 1);
  const asked = choices['day'] === undefined ? NaN : Number(choices['day']);
  const isFollowing = !Number.isInteger(asked) || asked < 0;
  const day = isFollowing ? last : Math.min(asked, last);
  const look = useCallback(
    (to: number | null) => choose({ day: to === null ? null : Math.max(0, Math.min(to, last)) }),
    [last],
  );
  const playback = usePlayback({ run, day, last, isFollowing, look });
  // The answer of the run before stays until the new one's is there.
  if (!run || run.id !== id || !chain.data) return undefined;
  return { ...playback, run, chain: chain.data, days, day, today: days[day], isFollowing, link, look };
}
