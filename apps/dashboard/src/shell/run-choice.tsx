// Which run is looked at, out of the newest.
import type { Run } from '#libs/api';
import { runDates } from '#libs/words';
import { useContext } from 'react';
import { useAnswer } from '../api/queries';
import { choose } from '../state/place';
import { RunScopeContext } from '../state/scope';
import { useSpeech } from '../words/language';

const SHOWN = 30;

export function RunChoice(): React.ReactNode {
  const { words, nameOf, language } = useSpeech();
  const scope = useContext(RunScopeContext);
  const runs = useAnswer('listRuns', { query: { limit: SHOWN } }, { enabled: scope !== undefined });
  if (!scope) return null;
  const listed = runs.data ?? [];
  const all = listed.some(({ id }) => id === scope.run.id) ? listed : [scope.run, ...listed];
  const told = (run: Run): string =>
    [
      nameOf(run.scenario.name),
      run.forkedFrom
        ? words.forkedOn(runDates({ start: run.start, days: run.days, language }).of(run.forkedFrom.day))
        : undefined,
      words.seed(run.seed),
      ...(all.length > 1 ? [run.id.slice(-4)] : []),
    ]
      .filter((part) => part !== undefined)
      .join(' · ');
  return (
    <select
      className="run-choice"
      aria-label={words.whichRun}
      value={scope.run.id}
      onChange={({ target }) => choose({ run: target.value, day: null, with: null })}
    >
      {all.map((run) => (
        <option key={run.id} value={run.id}>
          {told(run)}
        </option>
      ))}
    </select>
  );
}
