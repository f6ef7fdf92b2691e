// Which runs are compared: a list to choose from.
import type { Run } from '#libs/api';
import { runDates } from '#libs/words';
import { useState, type ReactNode } from 'react';
import { go, choose } from '../../state/place';
import { useSpeech } from '../../words/language';
import { likely } from './likely';
import { COMPARE_WORDS } from './languages';

export const MOST_RUNS = 6;

export function ChooseRuns({
  runs,
  given,
}: {
  readonly runs: readonly Run[];
  readonly given: readonly string[];
}): ReactNode {
  const { language, nameOf } = useSpeech();
  const words = COMPARE_WORDS[language];
  const [chosen, setChosen] = useState<readonly string[]>(() => likely(runs, given));
  if (runs.length < 2) {
    return (
      <main className="page compare">
        <h1>{words.tooFew}</h1>
        <p className="lead">{words.tooFewLead}</p>
        <p>
          <button className="primary" onClick={() => go('live')}>
            {words.toLive}
          </button>
        </p>
      </main>
    );
  }
  const turn = (id: string): void =>
    setChosen((was) => (was.includes(id) ? was.filter((one) => one !== id) : [...was, id].slice(0, MOST_RUNS)));
  return (
    <main className="page compare">
      <h1>{words.choose}</h1>
      <p className="lead">{words.chooseLead}</p>
      <ul className="compare-choice">
        {runs.map((run) => (
          <li key={run.id}>
            <label>
              <input type="checkbox" checked={chosen.includes(run.id)} onChange={() => turn(run.id)} />
              <b>
                {chosen[0] === run.id ? `${words.base} · ` : ''}
                {nameOf(run.scenario.name)}
              </b>
              <span className="label">{toldRun(run, words, language)}</span>
              <span className="mono">{decidedIn(run, words, language)}</span>
            </label>
          </li>
        ))}
      </ul>
      <p className="actions">
        <button
          className="primary"
          disabled={chosen.length < 2}
          onClick={() => choose({ runs: chosen.join(','), at: null, choose: null })}
        >
          {words.compare}
        </button>
        <span className="label">{words.chosen(chosen.length)}</span>
      </p>
    </main>
  );
}

const MOST_DECIDED = 3;

/** What was laid over the file, and what was decided for later days, the first of it. */
function decidedIn(run: Run, words: (typeof COMPARE_WORDS)['en'], language: 'en' | 'zh'): string {
  const dates = runDates({ start: run.start, days: run.days, language });
  const later = [
    ...run.interventions,
    ...run.commands.map(({ path, value, effectiveDay }) => ({ path, value, day: effectiveDay })),
  ];
  const all = [
    ...run.set.map(({ path, value }) => `${path} = ${value}`),
    ...later.map(({ path, value, day }) => words.decidedFrom(`${path} = ${value}`, dates.of(day))),
  ];
  const told = all.slice(0, MOST_DECIDED).join(', ');
  return all.length > MOST_DECIDED ? `${told} …` : told;
}

function toldRun(run: Run, words: (typeof COMPARE_WORDS)['en'], language: 'en' | 'zh'): string {
  const dates = runDates({ start: run.start, days: run.days, language });
  return [
    run.forkedFrom ? words.forked(dates.of(run.forkedFrom.day)) : '',
    words.days(run.projectedDay + 1, run.days),
    run.id,
  ]
    .filter((part) => part !== '')
    .join(' · ');
}
