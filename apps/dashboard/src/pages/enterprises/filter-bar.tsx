// Filters of the list; the sector also chooses what the map shows.
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { BINDING_CONSTRAINTS } from '#libs/messages';
import { useKeys } from '../../state/keys';
import { choose } from '../../state/place';
import { useScope } from '../../state/scope';
import { useSpeech } from '../../words/language';
import type { Filters } from './filters';
import { ENTERPRISES_WORDS } from './words';

const REST_MS = 200;

function SectorChoice({ filters }: { readonly filters: Filters }): ReactNode {
  const { chain } = useScope();
  const { language, nameOf } = useSpeech();
  const words = ENTERPRISES_WORDS[language];
  return (
    <label>
      {words.sector}{' '}
      <select
        value={filters.sector ?? ''}
        onChange={(event) => choose({ sector: event.target.value || null, map: null })}
      >
        <option value="">{words.allSectors}</option>
        {chain.sectors.map(({ id, name }) => (
          <option key={id} value={id}>
            {nameOf(name)}
          </option>
        ))}
      </select>
    </label>
  );
}

export function FilterBar({ filters }: { readonly filters: Filters }): ReactNode {
  const { language, shared } = useSpeech();
  const words = ENTERPRISES_WORDS[language];
  const [search, setSearch] = useState(filters.search ?? '');
  const input = useRef<HTMLInputElement>(null);
  useKeys({ '/': () => input.current?.focus() });
  useEffect(() => {
    const timer = setTimeout(() => {
      if (search !== (filters.search ?? '')) choose({ search: search === '' ? null : search });
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [search, filters.search]);
  const isFiltered = filters.sector !== undefined || filters.bound !== undefined || filters.search !== undefined;
  return (
    <div className="filter-bar" role="search">
      <SectorChoice filters={filters} />
      <label>
        {words.heldBy}{' '}
        <select value={filters.bound ?? ''} onChange={(event) => choose({ bound: event.target.value || null })}>
          <option value="">{words.anyCause}</option>
          {BINDING_CONSTRAINTS.map((bound) => (
            <option key={bound} value={bound}>
              {shared.bounds[bound]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.search} <kbd>/</kbd>{' '}
        <input ref={input} type="search" value={search} onChange={(event) => setSearch(event.target.value)} />
      </label>
      {isFiltered ? (
        <button
          onClick={() => {
            setSearch('');
            choose({ sector: null, bound: null, search: null, map: null });
          }}
        >
          {words.clear}
        </button>
      ) : null}
    </div>
  );
}
