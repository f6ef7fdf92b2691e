// Names of sectors and causes, as the page writes them.
import type { LossCause } from '#libs/messages';
import { useMemo } from 'react';
import { useScope } from '../../state/scope';
import { useSpeech } from '../../words/language';
import { WHY_WORDS } from './words';

export interface Names {
  /** A sector, or a seller outside; the roads where there is none. */
  readonly sector: (id: string | null) => string;
  /** "Dyeing · workers". */
  readonly cause: (of: { readonly cause: string; readonly sector: string | null }) => string;
  /** "Dyeing short of workers". */
  readonly phrase: (of: { readonly cause: LossCause; readonly sector: string | null }) => string;
  readonly list: (sectors: readonly string[]) => string;
}

export function useNames(): Names {
  const { chain } = useScope();
  const { shared, nameOf, language } = useSpeech();
  return useMemo(() => {
    const known = new Map([...chain.sectors, ...chain.outside].map(({ id, name }) => [id, nameOf(name)]));
    const sector = (id: string | null): string => (id === null ? shared.roads : (known.get(id) ?? id));
    const causes: Readonly<Record<string, string>> = { ...shared.liftable, ...shared.causes };
    return {
      sector,
      cause: ({ cause, sector: of }) => `${sector(of)} · ${causes[cause] ?? cause}`,
      phrase: ({ cause, sector: of }) => WHY_WORDS[language].phrases[cause](sector(of)),
      list: (sectors) => sectors.map(sector).join(language === 'zh' ? '、' : ', '),
    };
  }, [chain, shared, nameOf, language]);
}
