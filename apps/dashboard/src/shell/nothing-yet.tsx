// Before the first run: an empty chain, and one button.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../api/client';
import { go } from '../state/place';
import { useSpeech } from '../words/language';
import { Refusal } from './decide/refusal';
import { TopBar } from './top-bar';

/** Days a second that can be watched. */
const WATCHABLE = 2;
const STAGES = [0.3, 0.55, 0.8, 0.95, 1];

export function NothingYet(): React.ReactNode {
  const { words } = useSpeech();
  const queries = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const [refusal, setRefusal] = useState<unknown>();
  const play = (): void => {
    setAsking(true);
    ask('createRun', { body: { scenario: 'keqiao', daysPerSecond: WATCHABLE } })
      .then((run) => {
        go('live', { run: run.id });
        void queries.invalidateQueries({ queryKey: ['listRuns'] });
      }, setRefusal)
      .finally(() => setAsking(false));
  };
  return (
    <>
      <TopBar />
      <main className="page alone">
        <h1>{words.nothingYet}</h1>
        <p className="lead">
          <button className="primary big" onClick={play} disabled={isAsking} autoFocus>
            ▶ {words.playKeqiao}
          </button>
        </p>
        <Refusal error={refusal} />
        <div className="ghost-chain" aria-hidden="true">
          {STAGES.map((size) => (
            <i key={size} className="ghost" style={{ height: 96 * size }} />
          ))}
        </div>
      </main>
    </>
  );
}
