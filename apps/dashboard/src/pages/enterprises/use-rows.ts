// The rows in sight out of tens of thousands: a window of the list, read as one scrolls.
import type { EnterpriseDay } from '#libs/api';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ask } from '../../api/client';
import type { Filters } from './filters';

const PAGE = 100;
/** Pages in one answer: what is in sight, and some on either side. */
const PAGES = 4;

export interface Rows {
  readonly total: number | undefined;
  /** Undefined while it is not there yet. */
  readonly at: (index: number) => EnterpriseDay | undefined;
  readonly error: Error | null;
}

interface Asked extends Filters {
  readonly run: string;
  readonly day: number;
  /** Nothing is there to be listed before. */
  readonly isSealed: boolean;
  /** First row in sight. */
  readonly first: number;
}

export function useRows({ run, day, first, sector, bound, search, sort, isSealed }: Asked): Rows {
  const offset = Math.max(0, Math.floor(first / PAGE) - 1) * PAGE;
  const query = { day, sector, bound, search, sort, offset, limit: PAGE * PAGES };
  const { data, error } = useQuery({
    queryKey: ['listEnterprises', run, query],
    queryFn: async ({ signal }) => ({ offset, page: await ask('listEnterprises', { params: { run }, query }, signal) }),
    enabled: isSealed,
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  });
  return { total: data?.page.total, at: (index) => data?.page.rows[index - data.offset], error };
}
