// How far the run is, beside its name: the last sealed day, and who is waited for when the next one is late.
import { useContext, useEffect, useState } from 'react';
import { useAnswer } from '../api/queries';
import { RunScopeContext, type RunScope } from '../state/scope';
import { useSpeech } from '../words/language';

/** A day that takes longer than this beyond its time is late. */
const PATIENCE_MS = 2000;

export function RunState(): React.ReactNode {
  const scope = useContext(RunScopeContext);
  return scope ? <Told scope={scope} /> : null;
}

function Told({ scope }: { readonly scope: RunScope }): React.ReactNode {
  const { words } = useSpeech();
  const { run, days } = scope;
  const sealed = days.length - 1;
  const lateMs = useLate(
    run.status === 'running' && run.mode === 'playing',
    sealed,
    1000 / (run.daysPerSecond ?? 1000),
  );
  const system = useAnswer('readSystem', {}, { enabled: lateMs > 0, everyMs: lateMs > 0 ? 1000 : false });
  const whom = system.data?.services.find(({ runs, waitsFor }) => waitsFor !== null && runs.includes(run.id))?.waitsFor;
  if (lateMs > 0) {
    const seconds = Math.round(lateMs / 1000);
    return (
      <span className="run-state" role="status">
        {whom ? words.waitsFor(sealed + 1, whom, seconds) : words.late(sealed + 1, seconds)}
      </span>
    );
  }
  const isPaused = run.status === 'running' && run.mode === 'paused';
  return (
    <span className="run-state">
      <i className={run.status === 'running' && !isPaused ? 'dot going' : 'dot'} aria-hidden="true" />
      {isPaused
        ? words.pausedAt(sealed)
        : run.status === 'ended'
          ? `${words.sealed(sealed)} · ${words.ended}`
          : words.sealed(sealed)}
    </span>
  );
}

/** Milliseconds since the next day should have been there; 0 while it is in time. */
function useLate(isGoing: boolean, sealed: number, dayMs: number): number {
  const [lateMs, setLate] = useState(0);
  useEffect(() => {
    setLate(0);
    if (!isGoing) return undefined;
    const since = performance.now();
    const timer = setInterval(() => {
      const over = performance.now() - since - dayMs;
      setLate(over > PATIENCE_MS ? over : 0);
    }, 1000);
    return () => clearInterval(timer);
  }, [isGoing, sealed, dayMs]);
  return lateMs;
}
