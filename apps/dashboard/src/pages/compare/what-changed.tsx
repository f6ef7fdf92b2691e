// What went in differently: the lever's path, and from what to what.
import type { ReactNode } from 'react';
import { useSpeech } from '../../words/language';
import type { CompareView } from './curves';

const SHOWN = 8;

export function WhatChanged({ view: { said, at } }: { readonly view: CompareView }): ReactNode {
  const { words } = said;
  const { nameOf } = useSpeech();
  const changes = said.changes(at);
  return (
    <section className="chart" aria-label={words.whatChanged}>
      <header>
        <h2>{words.whatChanged}</h2>
      </header>
      {changes.length === 0 && <p className="label">{words.nothingChanged}</p>}
      <ul className="compare-inputs">
        {changes.slice(0, SHOWN).map((change) => (
          <li key={`${change.path} ${change.from}`}>
            <span className="mono">{change.path}</span>
            {change.lever && <span className="label">{nameOf(change.lever.name)}</span>}
            <span>
              {change.from !== null && <span className="label">{words.since(dateOf(change.from, said.dates))} </span>}
              <s>{said.value(change, change.before)}</s> <b>{said.value(change, change.after)}</b>
            </span>
          </li>
        ))}
      </ul>
      {changes.length > SHOWN && <p className="label">{words.moreInputs(changes.length - SHOWN)}</p>}
    </section>
  );
}

/** An ISO date as the run writes it. */
function dateOf(iso: string, dates: CompareView['said']['dates']): string {
  const first = dates.calendar(0);
  const start = Date.UTC(first.year, first.month - 1, first.date);
  return dates.of(Math.round((Date.parse(iso) - start) / 86_400_000));
}
