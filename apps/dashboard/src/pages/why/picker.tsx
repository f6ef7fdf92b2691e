// Picks an enterprise by part of its id, and steps through the days.
import { useDeferredValue, useId, useRef, useState, type ReactNode } from 'react';
import { useAnswer } from '../../api/queries';
import { useKeys } from '../../state/keys';
import { choose } from '../../state/place';
import { useDates, useScope } from '../../state/scope';
import { useSpeech } from '../../words/language';
import { useNames } from './names';
import { WHY_WORDS } from './words';

const MOST_FOUND = 12;

export function Picker({
  enterprise,
  sector,
}: {
  readonly enterprise: string;
  readonly sector?: string | undefined;
}): ReactNode {
  const { day, days, look } = useScope();
  const { language } = useSpeech();
  const words = WHY_WORDS[language];
  const names = useNames();
  const dates = useDates();
  return (
    <div className="why-place label">
      <span>{words.title}</span>
      <Search enterprise={enterprise} />
      {sector !== undefined && <span>{names.sector(sector)}</span>}
      <span className="days">
        {day > 0 && (
          <button className="quiet" onClick={() => look(day - 1)}>
            {words.earlier(dates.of(day - 1))}
          </button>
        )}
        <b>{dates.of(day)}</b>
        {day < days.length - 1 && (
          <button className="quiet" onClick={() => look(day + 1)}>
            {words.later(dates.of(day + 1))}
          </button>
        )}
      </span>
    </div>
  );
}

/** A field that lists what fits, as one types; arrows choose, Enter takes. */
function Search({ enterprise }: { readonly enterprise: string }): ReactNode {
  const { run, day } = useScope();
  const { language, percent } = useSpeech();
  const words = WHY_WORDS[language];
  const names = useNames();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState<string>();
  const [at, setAt] = useState(0);
  const search = useDeferredValue(text ?? '');
  const isOpen = text !== undefined;
  const found = useAnswer(
    'listEnterprises',
    { params: { run: run.id }, query: { day, search, limit: MOST_FOUND, sort: search === '' ? 'lost' : 'id' } },
    { enabled: isOpen },
  );
  const rows = found.data?.rows ?? [];
  const take = (one: string | undefined): void => {
    if (one === undefined) return;
    choose({ enterprise: one });
    setText(undefined);
    input.current?.blur();
  };
  const pressed = (event: React.KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setAt((was) => Math.max(0, Math.min(rows.length - 1, was + step)));
    } else if (event.key === 'Enter') take(rows[at]?.id ?? text);
    else if (event.key === 'Escape') {
      setText(undefined);
      input.current?.blur();
    }
  };
  useKeys({ '/': () => input.current?.focus() });
  return (
    <span className="why-search">
      <input
        ref={input}
        role="combobox"
        aria-label={words.find}
        aria-expanded={isOpen}
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && rows[at] ? `${id}-${at}` : undefined}
        value={text ?? enterprise}
        placeholder={words.enterprise}
        onFocus={() => {
          setText('');
          setAt(0);
        }}
        onBlur={() => setText(undefined)}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={pressed}
        autoComplete="off"
        spellCheck={false}
      />
      <kbd aria-hidden="true">/</kbd>
      <ul id={id} role="listbox" aria-label={words.enterprise} hidden={!isOpen || rows.length === 0}>
        {rows.map((row, index) => (
          <li
            key={row.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            // Before the field loses its focus, and with it the list.
            onPointerDown={(event) => {
              event.preventDefault();
              take(row.id);
            }}
          >
            <span>{row.id}</span> <span className="note">{names.sector(row.sector)}</span>
            <span className="note">{percent(row.ratio)}</span>
          </li>
        ))}
      </ul>
      {isOpen && found.data && rows.length === 0 && <span className="note">{words.none(search)}</span>}
    </span>
  );
}
