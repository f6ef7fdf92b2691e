// What each service says of itself.
import type { System } from '#libs/api';
import type { ReactNode } from 'react';
import { useSpeech } from '../../words/language';
import { sourceName } from './waterfall';
import { SYSTEM_WORDS } from './words';

export function ServicesTable({ services }: { readonly services: System['services'] }): ReactNode {
  const { language } = useSpeech();
  const words = SYSTEM_WORDS[language];
  const { columns } = words;
  return (
    <div className="scrolled" tabIndex={0} role="group" aria-label={words.services}>
      <table>
        <thead>
          <tr>
            <th scope="col">{columns.service}</th>
            <th scope="col">{columns.state}</th>
            <th scope="col" className="number">
              {columns.day}
            </th>
            <th scope="col" className="number">
              {columns.runs}
            </th>
            <th scope="col">{columns.waitsFor}</th>
          </tr>
        </thead>
        <tbody>
          {services.map(({ name, isReady, day, runs, waitsFor }) => (
            <tr key={name}>
              <td>{sourceName(name, words)}</td>
              <td className={isReady ? undefined : 'is-away'}>{isReady ? words.ready : words.notReady}</td>
              <td className="number">{day ?? '–'}</td>
              <td className="number">{runs.length}</td>
              <td>
                {waitsFor === null
                  ? words.nobodyWaits
                  : waitsFor
                      .split(', ')
                      .map((one) => sourceName(one, words))
                      .join(', ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
