// The words of the live page in the language of the page, and names of sectors.
import type { Chain } from '#libs/api';
import { useMemo } from 'react';
import { useScope } from '../../state/scope';
import { useSpeech } from '../../words/language';
import { en } from './words-en';
import { zh } from './words-zh';
import type { LiveWords } from './words';

export function useLiveWords(): LiveWords {
  return useSpeech().language === 'zh' ? zh : en;
}

/** The name of a sector by its id; of null, the roads. */
export function useSectorName(): (id: string | null) => string {
  const { chain } = useScope();
  const { nameOf, shared } = useSpeech();
  return useMemo(() => {
    // A seller outside is often called by its id alone.
    const spaced = (name: string): string => (name.startsWith('outside-') ? name.replaceAll('-', ' ') : name);
    const names = new Map(
      [...chain.sectors, ...chain.outside].map((one: Chain['outside'][number]) => [one.id, spaced(nameOf(one.name))]),
    );
    return (id) => (id === null ? shared.roads : (names.get(id) ?? id));
  }, [chain, nameOf, shared]);
}
