// What is wrong with the text as one types: asked when the typing rests, and the newest answer only.
import type { ScenarioTextsBody, Validation } from '#libs/api';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ask } from '../../api/client';

/** How long a rest in typing is. */
const REST_MS = 250;

export interface Checked {
  readonly validation: Validation | undefined;
  readonly error: Error | null;
  /** The answer is about an older text. */
  readonly isStale: boolean;
}

export function useValidation(texts: ScenarioTextsBody | undefined): Checked {
  const rested = useRested(texts);
  const { data, error, isPlaceholderData } = useQuery({
    queryKey: ['validateScenario', rested],
    queryFn: ({ signal }) => ask('validateScenario', { body: rested ?? { text: '', tables: [] } }, signal),
    enabled: rested !== undefined,
    placeholderData: keepPreviousData,
    // Texts are large; only the newest matters.
    gcTime: 10_000,
    staleTime: Infinity,
  });
  return { validation: data, error, isStale: isPlaceholderData || rested !== texts };
}

function useRested(texts: ScenarioTextsBody | undefined): ScenarioTextsBody | undefined {
  const [rested, setRested] = useState(texts);
  useEffect(() => {
    const timer = setTimeout(() => setRested(texts), REST_MS);
    return () => clearTimeout(timer);
  }, [texts]);
  return rested;
}
