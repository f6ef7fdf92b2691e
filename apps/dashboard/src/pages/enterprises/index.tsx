// Enterprises: who is worst off, all of them as a map, and as a list.
import './enterprises.css';
import type { ReactNode } from 'react';
import { usePlace } from '../../state/place';
import { useSpeech } from '../../words/language';
import { EnterpriseList } from './enterprise-list';
import { FilterBar } from './filter-bar';
import { filtersOf } from './filters';
import { Finding } from './finding';
import { MapPanel } from './map-panel';
import { ENTERPRISES_WORDS } from './words';

export function EnterprisesPage(): ReactNode {
  const { choices } = usePlace();
  const filters = filtersOf(choices);
  const { language } = useSpeech();
  return (
    <main className="page enterprises">
      <Finding sector={filters.sector} />
      <MapPanel filters={filters} />
      <section aria-label={ENTERPRISES_WORDS[language].listTitle}>
        <h2>{ENTERPRISES_WORDS[language].listTitle}</h2>
        <FilterBar filters={filters} />
        <EnterpriseList key={JSON.stringify(filters)} filters={filters} />
      </section>
    </main>
  );
}
