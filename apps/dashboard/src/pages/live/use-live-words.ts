// The words of the live page in the language of the page, and names of sectors.
import type { Chain } from '#libs/api';
import { useMemo } from 'react';
import { useScope } from '../../state/scope';
import { useSpeech } from '../../words/language';
import { LIVE_WORDS, type LiveWords } from './words';

export function useLiveWords(): LiveWords {
  return LIVE_WORDS[useSpeech().language];
}

/** The name of a sector by its id; of null, the roads. */
export function useSectorName(): (id: string | null) => string {
  const { chain } = useScope();
  const { nameOf, shared } = useSpeech();
  return useMemo(() => {
    const names = new Map(
      [...chain.sectors, ...chain.outside].map((one: Chain['outside'][number]) => [one.id, nameOf(one.name)]),
    );
    return (id) => (id === null ? shared.roads : (names.get(id) ?? id));
  }, [chain, nameOf, shared]);
}
