// The text beside the form, and beneath it each fault with its place and its mend.
import { lazy, Suspense, useMemo, useState, type ReactNode } from 'react';
import { useSpeech } from '../../words/language';
import { rowAround, tableOf, type Fault } from './faults';
import type { Span } from './text-edit';
import type { Tables } from './draft';
import type { Checked } from './use-validation';
import { SCENARIOS_WORDS } from './words';
import type { Marked } from './yaml-editor';

const YamlEditor = lazy(() => import('./yaml-editor'));

interface Props {
  readonly text: string;
  readonly tables: Tables;
  readonly checked: Checked;
  readonly at: Span | undefined;
  readonly onChange: (text: string) => void;
}

export function YamlPanel({ text, tables, checked, at, onChange }: Props): ReactNode {
  const { language } = useSpeech();
  const words = SCENARIOS_WORDS[language];
  const { validation, isStale } = checked;
  const [asked, setAsked] = useState<Span>();
  const faults = useMemo(() => validation?.faults ?? [], [validation]);
  const marks = useMemo(
    (): Marked[] =>
      faults.flatMap((fault) =>
        fault.line === null || tableOf(fault)
          ? []
          : [{ line: fault.line, column: fault.column, message: `${fault.reason} ${fault.mend}`, isFault: true }],
      ),
    [faults],
  );
  const show = (fault: Fault): void => {
    const line = lineSpan(text, fault.line ?? 1);
    setAsked({ from: line.from, to: line.to });
  };
  return (
    <div className="yaml-panel">
      <Suspense fallback={<pre className="yaml-waiting">{text.slice(0, 4000)}</pre>}>
        <YamlEditor text={text} label={words.text} marks={marks} at={asked ?? at} onChange={onChange} />
      </Suspense>
      {faults.length > 0 ? (
        <section aria-label={words.faults} aria-busy={isStale}>
          <h3>{words.faults}</h3>
          <ul className="faults">
            {faults.map((fault, index) => (
              <li key={index}>
                <PlaceOf fault={fault} show={show} />{' '}
                {tableOf(fault) ? '' : <span className="mono path">{fault.path}</span>} {fault.reason}{' '}
                <span className="mend">{fault.mend}</span>
                <TableRow fault={fault} tables={tables} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {validation && validation.warnings.length > 0 ? (
        <section aria-label={words.warnings}>
          <h3>{words.warnings}</h3>
          <ul className="faults">
            {validation.warnings.map((warning) => (
              <li key={warning.code + warning.text}>{warning.text}</li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

/** Where a fault stands; in the text one can go there. */
function PlaceOf({ fault, show }: { readonly fault: Fault; readonly show: (fault: Fault) => void }): ReactNode {
  const { language } = useSpeech();
  const words = SCENARIOS_WORDS[language];
  const table = tableOf(fault);
  const place = words.at(table ?? 'scenario.yaml', fault.line ?? 1, fault.column);
  if (table !== undefined) return <span className="mono path">{place}</span>;
  return (
    <button className="quiet mono" onClick={() => show(fault)}>
      {place}
    </button>
  );
}

/** The line of a table that a fault is about, beneath the table's head. */
function TableRow({ fault, tables }: { readonly fault: Fault; readonly tables: Tables }): ReactNode {
  const table = tables.find(({ name }) => name === tableOf(fault));
  if (!table || fault.line === null) return null;
  const { head, row } = rowAround(table.text, fault.line);
  const column = Math.max(0, (fault.column ?? 1) - 1);
  const cell = /^[^,]*/.exec(row.slice(column))?.[0].length ?? 0;
  return (
    <pre className="table-row" tabIndex={0}>
      <span className="note">{head}</span>
      {'\n'}
      {row.slice(0, column)}
      <mark>{row.slice(column, column + Math.max(1, cell)) || ' '}</mark>
      {row.slice(column + Math.max(1, cell))}
    </pre>
  );
}

function lineSpan(text: string, line: number): Span {
  let from = 0;
  for (let at = 1; at < line; at++) {
    const next = text.indexOf('\n', from);
    if (next < 0) break;
    from = next + 1;
  }
  const end = text.indexOf('\n', from);
  return { from, to: end < 0 ? text.length : end };
}
