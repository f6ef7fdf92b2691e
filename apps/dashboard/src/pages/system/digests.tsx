// Digests of the last days of a run, to be held against a replay.
import type { Run } from '#libs/api';
import type { ReactNode } from 'react';
import { useAnswer } from '../../api/queries';
import { choose } from '../../state/place';
import { useSpeech } from '../../words/language';
import { SYSTEM_WORDS } from './words';

const SHOWN = 7;
const REFRESH_MS = 5_000;

interface Props {
  readonly runs: readonly Run[];
  readonly chosen: Run;
}

export function Digests({ runs, chosen }: Props): ReactNode {
  const { language, nameOf, words: shell } = useSpeech();
  const words = SYSTEM_WORDS[language];
  const { data } = useAnswer(
    'readDigests',
    { params: { run: chosen.id } },
    { everyMs: chosen.status === 'running' ? REFRESH_MS : false, keepsBefore: true },
  );
  const last = data?.slice(-SHOWN).reverse() ?? [];
  return (
    <>
      <label className="label">
        {words.run}{' '}
        <select value={chosen.id} onChange={(event) => choose({ run: event.target.value })}>
          {runs.map((run) => (
            <option key={run.id} value={run.id}>
              {nameOf(run.scenario.name)} · {shell.seed(run.seed)} · {run.id}
            </option>
          ))}
        </select>
      </label>
      {data && last.length === 0 ? <p className="label">{words.noDigests}</p> : null}
      {last.length === 0 ? null : (
        <div className="scrolled" tabIndex={0} role="group" aria-label={words.digests}>
          <table className="digests">
            <thead>
              <tr>
                <th scope="col">{words.day}</th>
                <th scope="col">{words.state}</th>
                <th scope="col">{words.flow}</th>
              </tr>
            </thead>
            <tbody>
              {last.map(({ day, state, flow }) => (
                <tr key={day}>
                  <td>{day}</td>
                  <td className="mono">{state}</td>
                  <td className="mono">{flow}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
