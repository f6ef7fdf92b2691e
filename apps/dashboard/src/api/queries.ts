// What the page reads, by react-query. Sealed days never change, so they are kept for good.
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { RouteName } from '#libs/api';
import { ask, askBytes, type Answer, type Asked } from './client';

interface Options {
  readonly enabled?: boolean;
  /** The answer never changes. */
  readonly isSealed?: boolean;
}

export function useAnswer<N extends RouteName>(
  name: N,
  asked: Asked<N>,
  { enabled = true, isSealed = false }: Options = {},
): UseQueryResult<Answer<N>> {
  return useQuery({
    queryKey: [name, asked],
    queryFn: ({ signal }) => ask(name, asked, signal),
    enabled,
    ...(isSealed ? { staleTime: Infinity } : {}),
  });
}

export function useBytes<N extends RouteName>(
  name: N,
  asked: Asked<N>,
  { enabled = true }: Options = {},
): UseQueryResult<Uint8Array> {
  return useQuery({
    queryKey: [name, asked],
    queryFn: ({ signal }) => askBytes(name, asked, signal),
    enabled,
    staleTime: Infinity,
  });
}
