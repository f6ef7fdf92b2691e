// A lever or a curve: what it is, its values by date, and a small picture of how they go over the days.
import type { Lever } from '#libs/api';
import { useId, useState, type ReactNode } from 'react';
import { useSpeech } from '../../words/language';
import { faultAt, type Fault } from './faults';
import { FaultNote } from './field';
import type { SeriesFields } from './form-of';
import { SCENARIOS_WORDS } from './words';

export interface FormChanges {
  readonly set: (path: readonly string[], value: string) => void;
  readonly rename: (path: readonly string[], key: string) => void;
  readonly remove: (path: readonly string[]) => void;
  readonly focus: (path: readonly string[]) => void;
}

interface Props {
  readonly series: SeriesFields;
  readonly lever: Lever | undefined;
  readonly faults: readonly Fault[];
  readonly changes: FormChanges;
  /** Where a new date is put. */
  readonly start: string;
}

export function SeriesRow({ series, lever, faults, changes, start }: Props): ReactNode {
  const { language, nameOf } = useSpeech();
  const words = SCENARIOS_WORDS[language];
  const id = useId();
  const path = series.path.join('.');
  const own = faultAt(faults, series.path);
  const isOfValue = series.values.some((value) => faultAt(faults, value.path) !== undefined);
  return (
    <div className="series" role="group" aria-labelledby={id}>
      <div className="series-name">
        <span id={id}>{lever ? nameOf(lever.name) : series.acts}</span>{' '}
        {lever && nameOf(lever.unit) !== '' ? <span className="note">{nameOf(lever.unit)}</span> : null}{' '}
        <span className="mono path">{path}</span>{' '}
        <span className="note">
          {series.on === '' ? '' : words.actsOn(series.on)} {series.isLinear ? words.linear : ''}
        </span>
      </div>
      <div className="series-values">
        {series.values.map((value) => (
          <DatedValue key={value.path.join('.')} value={value} series={series} {...{ faults, changes }} />
        ))}
        <button
          className="quiet"
          onClick={() =>
            changes.set([...series.path, 'values', dayAfter(series, start)], series.values.at(-1)?.text ?? '0')
          }
        >
          + {words.addDate}
        </button>
      </div>
      <Steps values={lever?.values} />
      {isOfValue ? null : <FaultNote fault={own} id={`${id}-fault`} />}
    </div>
  );
}

function DatedValue({
  value,
  series,
  faults,
  changes,
}: Pick<Props, 'series' | 'faults' | 'changes'> & { readonly value: SeriesFields['values'][number] }): ReactNode {
  const { language } = useSpeech();
  const words = SCENARIOS_WORDS[language];
  const id = useId();
  const [date, setDate] = useState(value.date);
  const fault = faultAt(faults, value.path);
  const path = series.path.join('.');
  const rename = (): void => {
    if (date !== value.date) changes.rename(value.path, date);
    setDate(value.date);
  };
  return (
    <div className="dated">
      <input
        className="date"
        aria-label={`${path}: ${words.from}`}
        value={date}
        onChange={(event) => setDate(event.target.value)}
        onBlur={rename}
        onKeyDown={(event) => event.key === 'Enter' && rename()}
        onFocus={() => changes.focus(value.path)}
      />
      <input
        className="amount"
        aria-label={`${path} ${value.date}: ${words.value}`}
        aria-invalid={fault !== undefined}
        aria-describedby={fault ? id : undefined}
        value={value.text}
        inputMode="decimal"
        onChange={(event) => changes.set(value.path, event.target.value)}
        onFocus={() => changes.focus(value.path)}
      />
      {series.values.length > 1 ? (
        <button
          className="quiet"
          aria-label={`${words.remove} ${path} ${value.date}`}
          onClick={() => changes.remove(value.path)}
        >
          ×
        </button>
      ) : null}
      <FaultNote fault={fault} id={id} />
    </div>
  );
}

const WIDTH = 120;
const HEIGHT = 24;

/** How the values go over the days of the run, 0 to the largest. */
function Steps({ values }: { readonly values: readonly (number | null)[] | undefined }): ReactNode {
  if (!values || values.length === 0) return <svg className="steps" width={WIDTH} height={HEIGHT} aria-hidden="true" />;
  const most = Math.max(...values.map((value) => value ?? 0), 1e-9);
  const step = WIDTH / values.length;
  const points = values.map((value, day) => {
    const y = HEIGHT - 1 - ((value ?? 0) / most) * (HEIGHT - 2);
    return `${day === 0 ? 'M' : 'L'}${day * step},${y} H${(day + 1) * step}`;
  });
  return (
    <svg className="steps" width={WIDTH} height={HEIGHT} aria-hidden="true">
      <path d={`${points.join(' ')} V${HEIGHT} H0 Z`} />
    </svg>
  );
}

const DAY_MS = 86_400_000;

/** A week after the last date that is there. */
function dayAfter({ values }: SeriesFields, start: string): string {
  const last = values.at(-1)?.date ?? start;
  const at = Date.parse(`${last}T00:00:00Z`);
  if (/^\d{1,4}$/.test(last)) return String(Number(last) + 7);
  return new Date((Number.isNaN(at) ? Date.parse('2020-02-01') : at) + 7 * DAY_MS).toISOString().slice(0, 10);
}
