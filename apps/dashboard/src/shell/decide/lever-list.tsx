// Levers by name: typing narrows the list, arrows and Enter choose.
import type { Lever } from '#libs/api';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { useSpeech } from '../../words/language';
import { DECIDE_WORDS } from '../../words/decide';
import { amountText } from './amount';
import { matching } from './matching';

interface ListShape {
  readonly levers: readonly Lever[];
  readonly day: number;
  readonly chosen: (lever: Lever) => void;
}

export function LeverList({ levers, day, chosen }: ListShape): React.ReactNode {
  const { language, nameOf } = useSpeech();
  const words = DECIDE_WORDS[language];
  const [search, setSearch] = useState('');
  const [at, setAt] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const id = useId();
  const found = matching(levers, search);
  const move = (to: number): void => {
    setAt(Math.max(0, Math.min(found.length - 1, to)));
    list.current?.children[to]?.scrollIntoView({ block: 'nearest' });
  };
  const pressed = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') move(at + 1);
    else if (event.key === 'ArrowUp') move(at - 1);
    else if (event.key === 'Enter' && found[at]) chosen(found[at]);
    else return;
    event.preventDefault();
  };
  return (
    <div className="lever-list">
      <label className="field">
        <span>{words.search}</span>
        <input
          role="combobox"
          aria-expanded="true"
          aria-controls={id}
          aria-activedescendant={found[at] ? `${id}-${at}` : undefined}
          autoFocus
          autoComplete="off"
          placeholder={words.searchHint}
          value={search}
          onChange={(event) => {
            setSearch(event.target.value);
            setAt(0);
          }}
          onKeyDown={pressed}
        />
      </label>
      <ul ref={list} id={id} role="listbox" aria-label={words.search}>
        {found.map((lever, place) => (
          <li
            key={lever.path}
            id={`${id}-${place}`}
            role="option"
            aria-selected={place === at}
            onClick={() => chosen(lever)}
          >
            <span>{nameOf(lever.name)}</span>
            <b>
              {amountText(lever.values[day], lever.kind, { nothing: words.nothingActs, on: words.on, off: words.off })}
            </b>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className="label">{words.noLever(search)}</p>}
    </div>
  );
}
