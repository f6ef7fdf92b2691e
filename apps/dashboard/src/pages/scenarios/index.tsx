// Scenarios: what there is to run, changed as a form or as a file, kept, and run.
import './scenarios.css';
import type { ReactNode } from 'react';
import { useAnswer } from '../../api/queries';
import { usePlace } from '../../state/place';
import { useSpeech } from '../../words/language';
import { errorLine } from '../../words/problems';
import { ScenarioList } from './scenario-list';
import { Workbench } from './workbench';

const FIRST = 'keqiao';

export function ScenariosPage(): ReactNode {
  const { choices } = usePlace();
  const { nameOf, language } = useSpeech();
  const { data, error } = useAnswer('listScenarios', {});
  // The list takes a moment at first; the scenario that everybody begins with needs not wait for it.
  const id = choices['scenario'] ?? (!data || data.some((one) => one.id === FIRST) ? FIRST : data.at(0)?.id);
  const listed = data?.find((one) => one.id === id);
  return (
    <main className="page scenarios">
      {error ? (
        <p role="alert" className="lead">
          {errorLine(error, language)}
        </p>
      ) : null}
      <ScenarioList scenarios={data} chosen={id ?? ''} />
      <div className="workbench" aria-busy={id === undefined}>
        {id === undefined ? null : <Workbench key={id} id={id} name={listed ? nameOf(listed.name) : id} />}
      </div>
    </main>
  );
}
