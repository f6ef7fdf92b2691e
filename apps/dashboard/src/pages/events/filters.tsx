// What is shown: type, sector, enterprise or word, days, and in which order.
import { MILESTONE_TYPES } from '#libs/messages';
import { useRef, type ReactNode } from 'react';
import { useKeys } from '../../state/keys';
import { choose, usePlace } from '../../state/place';
import { useDates, useScope } from '../../state/scope';
import { useSpeech } from '../../words/language';
import type { Wanted } from './told';
import { EVENTS_WORDS } from './words';

/** The choice of the address. */
export function useWanted(): Wanted & { readonly isStory: boolean } {
  const { type, sector, entity = '', from, to, order } = usePlace().choices;
  return {
    ...{ type, sector, search: entity.trim(), isStory: order === 'story' },
    from: from === undefined ? 0 : Number(from) || 0,
    to: to === undefined ? Infinity : Number(to) || 0,
  };
}

export const CLEARED = { type: null, sector: null, entity: null, from: null, to: null } as const;

export function Filters({ types }: { readonly types: ReadonlySet<string> }): ReactNode {
  const { chain } = useScope();
  const { choices } = usePlace();
  const { language, nameOf } = useSpeech();
  const words = EVENTS_WORDS[language];
  const search = useRef<HTMLInputElement>(null);
  useKeys({ '/': () => search.current?.focus() });
  const wanted = useWanted();
  return (
    <form className="event-filters" onSubmit={(event) => event.preventDefault()}>
      <span className="order" role="group" aria-label={words.order}>
        <button type="button" aria-pressed={!wanted.isStory} onClick={() => choose({ order: null })}>
          {words.newest}
        </button>
        <button type="button" aria-pressed={wanted.isStory} onClick={() => choose({ order: 'story' })}>
          {words.story}
        </button>
      </span>
      <select
        aria-label={words.type}
        value={wanted.type ?? ''}
        onChange={({ target }) => choose({ type: target.value || null })}
      >
        <option value="">{words.allTypes}</option>
        {MILESTONE_TYPES.filter((type) => types.has(type)).map((type) => (
          <option key={type} value={type}>
            {words.types[type]}
          </option>
        ))}
      </select>
      <select
        aria-label={words.sector}
        value={wanted.sector ?? ''}
        onChange={({ target }) => choose({ sector: target.value || null })}
      >
        <option value="">{words.allSectors}</option>
        {chain.sectors.map(({ id, name }) => (
          <option key={id} value={id}>
            {nameOf(name)}
          </option>
        ))}
      </select>
      <span className="search">
        <input
          ref={search}
          type="search"
          aria-label={words.search}
          placeholder={words.search}
          value={choices['entity'] ?? ''}
          onChange={({ target }) => choose({ entity: target.value || null })}
          onKeyDown={(event) => {
            if (event.key === 'Escape') event.currentTarget.blur();
          }}
        />
        <kbd aria-hidden="true">/</kbd>
      </span>
      <Days />
    </form>
  );
}

/** Days from which, and up to which, events are shown. */
function Days(): ReactNode {
  const { days } = useScope();
  const { choices } = usePlace();
  const words = EVENTS_WORDS[useSpeech().language];
  const dates = useDates();
  const all = days.map((_, day) => day);
  const select = (name: 'from' | 'to', label: string, rest: number): ReactNode => (
    <label className="label">
      {label}{' '}
      <select
        value={choices[name] ?? rest}
        onChange={({ target }) => choose({ [name]: Number(target.value) === rest ? null : target.value })}
      >
        {all.map((day) => (
          <option key={day} value={day}>
            {dates.of(day)}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <span className="days">
      {select('from', words.from, 0)} {select('to', words.to, all.length - 1)}
    </span>
  );
}
