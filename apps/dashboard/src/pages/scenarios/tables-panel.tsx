// One's own county: its two tables, dropped or chosen.
import { useId, useState, type DragEvent, type ReactNode } from 'react';
import { MOST_TABLES } from '#libs/api';
import { useSpeech } from '../../words/language';
import type { Tables } from './draft';
import { SCENARIOS_WORDS } from './words';

interface Props {
  readonly tables: Tables;
  readonly names: Readonly<Partial<Record<'enterprises' | 'links', string>>>;
  readonly onChange: (tables: Tables) => void;
}

export function TablesPanel({ tables, names, onChange }: Props): ReactNode {
  const { language, count } = useSpeech();
  const words = SCENARIOS_WORDS[language];
  const id = useId();
  const [isOver, setOver] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const wanted = [names.enterprises ?? 'enterprises.csv', names.links ?? 'links.csv'];
  const take = async (files: readonly File[]): Promise<void> => {
    setRefusal(undefined);
    const stranger = files.find((file) => !wanted.includes(file.name) || file.size > MOST_TABLES);
    if (stranger) setRefusal(words.wrongTable(stranger.name));
    const known = files.filter((file) => file !== stranger && wanted.includes(file.name));
    const read = await Promise.all(known.map(async (file) => ({ name: file.name, text: await file.text() })));
    if (read.length > 0) onChange([...tables.filter(({ name }) => !read.some((one) => one.name === name)), ...read]);
  };
  const dropped = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void take([...event.dataTransfer.files]);
  };
  return (
    <section className="tables-panel">
      <h2>
        {words.tables} <span className="note">{words.drop}</span>
      </h2>
      <div
        className={isOver ? 'drop over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={dropped}
      >
        {wanted.map((name, at) => {
          const table = tables.find((one) => one.name === name);
          return (
            <div key={name}>
              <span className="mono">{name}</span>{' '}
              <b>{table ? words.rows(count(rowsOf(table.text))) : words.noTable}</b>
              <p className="note">{at === 0 ? words.enterprisesTable : words.linksTable}</p>
              {table ? (
                <a
                  className="quiet"
                  download={name}
                  href={`data:text/csv;charset=utf-8,${encodeURIComponent(table.text.slice(0, 1_000_000))}`}
                >
                  {name} ↓
                </a>
              ) : null}
            </div>
          );
        })}
        <label className="button" htmlFor={id}>
          {words.choose}
        </label>
        <input
          id={id}
          className="file-input"
          type="file"
          accept=".csv,text/csv"
          multiple
          onChange={(event) => {
            void take([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
      </div>
      <p role="alert" className="fault-note">
        {refusal}
      </p>
    </section>
  );
}

/** Rows below the head. */
function rowsOf(text: string): number {
  return Math.max(0, text.split('\n').filter((line) => line.trim() !== '').length - 1);
}
