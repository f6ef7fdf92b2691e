// A run under way: for each source the days that it has sent, against the days that are open. The slowest is last.
import type { System } from '#libs/api';
import type { ReactNode } from 'react';
import { useSpeech } from '../../words/language';
import { SYSTEM_WORDS, type SystemWords } from './words';

interface Props {
  readonly run: System['runs'][number];
  /** What the run is called. */
  readonly name: string;
}

/** Days shown: those before are all sent. */
const SHOWN = 12;

/** Name of a service or of one of its shards. */
export function sourceName(source: string, { serviceNames }: SystemWords): string {
  const [service, ...rest] = source.split(/[-/ ]/);
  const known = Object.hasOwn(serviceNames, service) ? serviceNames[service] : undefined;
  return known === undefined ? source : [known, ...rest].join(' ');
}

export function Waterfall({ run, name }: Props): ReactNode {
  const { language } = useSpeech();
  const words = SYSTEM_WORDS[language];
  const first = Math.max(0, run.openedDay - SHOWN + 1);
  const days = Array.from({ length: Math.max(1, run.openedDay - first + 1) }, (_, at) => first + at);
  const rows = [...run.watermarks].sort((a, b) => b.day - a.day || (a.source < b.source ? -1 : 1));
  return (
    <article className="waterfall">
      <h3>
        {name} <span className="mono path">{run.run}</span>
      </h3>
      <p className="label">
        {words.opened(run.openedDay)} · {run.projectedDay < 0 ? words.noneSealed : words.sealed(run.projectedDay)} ·{' '}
        {words.attempt(run.attempt)}
        {run.gap === null ? '' : ` · ${run.gap}`}
      </p>
      {rows.length === 0 ? (
        <p className="note">{words.noWatermarks}</p>
      ) : (
        <table>
          <caption>{words.watermarks}</caption>
          <thead>
            <tr>
              <th scope="col">{words.source}</th>
              {days.map((day) => (
                <th key={day} scope="col" className="day" aria-hidden="true">
                  {day}
                </th>
              ))}
              <th scope="col" className="number">
                {words.lastOut}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ source, day: last }) => (
              <tr key={source}>
                <th scope="row">{sourceName(source, words)}</th>
                {days.map((day) => (
                  <td key={day} className="day" aria-hidden="true">
                    <i className={day <= last ? 'sent' : 'open'} />
                  </td>
                ))}
                <td className="number">{last < 0 ? '–' : last}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </article>
  );
}
