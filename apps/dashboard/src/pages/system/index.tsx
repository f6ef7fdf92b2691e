// System: who holds the day back, how services and stores are, and what to hold a replay against.
import './system.css';
import type { System } from '#libs/api';
import type { ReactNode } from 'react';
import { useAnswer } from '../../api/queries';
import { usePlace } from '../../state/place';
import { useSpeech } from '../../words/language';
import { errorLine } from '../../words/problems';
import { Digests } from './digests';
import { Finding } from './finding';
import { ServicesTable } from './services-table';
import { Waterfall } from './waterfall';
import { SYSTEM_WORDS } from './words';

const REFRESH_MS = 1_000;
const MOST_RUNS = 50;

export function SystemPage(): ReactNode {
  const { language } = useSpeech();
  const words = SYSTEM_WORDS[language];
  const { data, error, dataUpdatedAt } = useAnswer('readSystem', {}, { everyMs: REFRESH_MS });
  return (
    <main className="page system">
      {error ? (
        <header className="finding" role="alert">
          <h1>{words.unread}</h1>
          <p className="lead">{errorLine(error, language)}</p>
        </header>
      ) : data ? (
        <Finding system={data} nowMs={dataUpdatedAt} />
      ) : (
        <header className="finding" aria-busy="true" />
      )}
      {data ? <Parts system={data} /> : null}
      <Keys />
    </main>
  );
}

function Parts({ system }: { readonly system: System }): ReactNode {
  const { language, nameOf, words: shell } = useSpeech();
  const words = SYSTEM_WORDS[language];
  const { choices } = usePlace();
  const { data: runs = [] } = useAnswer('listRuns', { query: { limit: MOST_RUNS } }, { everyMs: REFRESH_MS * 5 });
  const chosen = runs.find(({ id }) => id === choices['run']) ?? runs.at(0);
  const nameOfRun = (id: string): string => {
    const run = runs.find((one) => one.id === id);
    return run ? `${nameOf(run.scenario.name)} · ${shell.seed(run.seed)}` : '';
  };
  return (
    <>
      <section aria-label={words.runsUnderWay}>
        <h2>
          {words.runsUnderWay} <span className="note">{words.runsNote}</span>
        </h2>
        {system.runs.length === 0 ? <p className="label">{words.noRunUnderWay}</p> : null}
        {system.runs.map((run) => (
          <Waterfall key={run.run} run={run} name={nameOfRun(run.run)} />
        ))}
      </section>
      <div className="system-pair">
        <section aria-label={words.services}>
          <h2>
            {words.services} <span className="note">{words.servicesNote}</span>
          </h2>
          <ServicesTable services={system.services} />
        </section>
        <section aria-label={words.facts}>
          <h2>{words.facts}</h2>
          <Facts system={system} />
        </section>
      </div>
      <section aria-label={words.digests}>
        <h2>
          {words.digests} <span className="note">{words.digestsNote}</span>
        </h2>
        {chosen ? <Digests {...{ runs, chosen }} /> : <p className="label">{words.noDigests}</p>}
      </section>
    </>
  );
}

function Facts({ system }: { readonly system: System }): ReactNode {
  const { language, count } = useSpeech();
  const words = SYSTEM_WORDS[language];
  const facts: readonly (readonly [string, string])[] = [
    [words.liveView, words.live[system.live]],
    [words.store, words.stores[system.store]],
    [words.clients, count(system.clients)],
    [words.version, system.version],
    [words.model, system.modelVersion],
  ];
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Keys(): ReactNode {
  const { words: shell } = useSpeech();
  return (
    <section aria-label={shell.help}>
      <h2>{shell.help}</h2>
      <dl className="facts key-facts">
        {shell.keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
