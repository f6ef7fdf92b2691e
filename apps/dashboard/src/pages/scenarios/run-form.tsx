// Runs the scenario as it stands on the page, and goes to where it can be watched.
import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactNode } from 'react';
import { ask } from '../../api/client';
import { go } from '../../state/place';
import { useSpeech } from '../../words/language';
import { errorLine } from '../../words/problems';
import { COUNTY, type Draft } from './draft';
import type { ScenarioForm } from './form-of';
import { settingsOf } from './settings';
import { SCENARIOS_WORDS } from './words';

interface Props {
  readonly draft: Draft;
  readonly form: ScenarioForm | undefined;
  readonly isValid: boolean;
}

/** Days a second that can be chosen; the first is what one can watch. */
const SPEEDS = [2, 1, 5, 10] as const;

export function RunForm({ draft, form, isValid }: Props): ReactNode {
  const { language } = useSpeech();
  const words = SCENARIOS_WORDS[language];
  const queries = useQueryClient();
  const [seed, setSeed] = useState('');
  const [days, setDays] = useState('');
  const [speed, setSpeed] = useState('2');
  const [settings, setSettings] = useState('');
  const [refusal, setRefusal] = useState<string>();
  const basic = (name: string): string => form?.basics.find(({ path }) => path[0] === name)?.text ?? '';
  const start = (event: FormEvent): void => {
    event.preventDefault();
    const { set, bad } = settingsOf(settings);
    if (bad !== undefined) return setRefusal(words.badSetting(bad));
    const { text, tables, isChanged, id } = draft;
    ask('createRun', {
      body: {
        scenario: isChanged || id === COUNTY ? { text, tables } : id,
        set: [...set],
        ...(seed === '' ? {} : { seed: Number(seed) }),
        ...(days === '' ? {} : { days: Number(days) }),
        daysPerSecond: speed === '' ? null : Number(speed),
      },
    }).then(
      (run) => {
        void queries.invalidateQueries({ queryKey: ['listRuns'] });
        go('live', { run: run.id, day: null, scenario: null });
      },
      (error: unknown) => setRefusal(errorLine(error, language)),
    );
  };
  return (
    <form className="run-form" onSubmit={start} aria-label={words.run}>
      <label>
        {words.basicNames['seed']}
        <input
          type="number"
          min={0}
          max={4294967295}
          placeholder={basic('seed')}
          value={seed}
          onChange={(event) => setSeed(event.target.value)}
        />
      </label>
      <label>
        {words.basicNames['days']}
        <input
          type="number"
          min={1}
          max={3650}
          placeholder={basic('days')}
          value={days}
          onChange={(event) => setDays(event.target.value)}
        />
      </label>
      <label>
        {words.speed}
        <select value={speed} onChange={(event) => setSpeed(event.target.value)}>
          {SPEEDS.map((one) => (
            <option key={one} value={one}>
              {words.perSecond(one)}
            </option>
          ))}
          <option value="">{words.asFast}</option>
        </select>
      </label>
      <details>
        <summary>{words.settings}</summary>
        <label>
          <span className="note">{words.settingsNote}</span>
          <textarea
            className="mono"
            rows={3}
            value={settings}
            spellCheck={false}
            onChange={(event) => setSettings(event.target.value)}
          />
        </label>
      </details>
      <button className="primary" disabled={!isValid}>
        {words.run}
      </button>
      <p role="alert" className="fault-note">
        {refusal}
      </p>
    </form>
  );
}
