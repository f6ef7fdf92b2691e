// What the page reads, by react-query. Sealed days never change, so they are kept for good.
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { RouteName } from '#libs/api';
import { ask, askBytes, type Answer, type Asked } from './client';

interface Options {
  readonly enabled?: boolean;
  /** The answer never changes. */
  readonly isSealed?: boolean;
  /** What was there before is shown until the answer has come. */
  readonly keepsBefore?: boolean;
  /** Asked again after so long; false: not by itself. */
  readonly everyMs?: number | false;
}

export function useAnswer<N extends RouteName>(
  name: N,
  asked: Asked<N>,
  { enabled = true, isSealed = false, keepsBefore = false, everyMs = false }: Options = {},
): UseQueryResult<Answer<N>> {
  return useQuery({
    queryKey: [name, asked],
    queryFn: ({ signal }) => ask(name, asked, signal),
    enabled,
    refetchInterval: everyMs,
    ...(isSealed ? { staleTime: Infinity } : {}),
    ...(keepsBefore ? { placeholderData: keepPreviousData } : {}),
  });
}

export function useBytes<N extends RouteName>(
  name: N,
  asked: Asked<N>,
  { enabled = true, keepsBefore = false }: Options = {},
): UseQueryResult<Uint8Array> {
  return useQuery({
    queryKey: [name, asked],
    queryFn: ({ signal }) => askBytes(name, asked, signal),
    enabled,
    staleTime: Infinity,
    ...(keepsBefore ? { placeholderData: keepPreviousData } : {}),
  });
}
