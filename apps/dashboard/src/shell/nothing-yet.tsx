// Before the first run: one button.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask, isProblem } from '../api/client';
import { go } from '../state/place';
import { useSpeech } from '../words/language';
import { TopBar } from './top-bar';

/** Days a second that can be watched. */
const WATCHABLE = 2;

export function NothingYet(): React.ReactNode {
  const { words } = useSpeech();
  const queries = useQueryClient();
  const [refusal, setRefusal] = useState<string>();
  const play = (): void => {
    ask('createRun', { body: { scenario: 'keqiao', daysPerSecond: WATCHABLE } }).then(
      (run) => {
        go('live', { run: run.id });
        void queries.invalidateQueries({ queryKey: ['listRuns'] });
      },
      (error: unknown) =>
        setRefusal(isProblem(error) ? `${error.problem.detail} ${error.problem.mend}` : String(error)),
    );
  };
  return (
    <>
      <TopBar />
      <main className="page">
        <h1>{words.nothingYet}</h1>
        <p className="lead">
          <button className="primary" onClick={play}>
            {words.playKeqiao}
          </button>
        </p>
        <p role="alert">{refusal}</p>
      </main>
    </>
  );
}
