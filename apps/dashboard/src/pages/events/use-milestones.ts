// All events of a run up to the last sealed day: read once, then only the days that have closed since.
import type { MilestoneTold } from '#libs/api';
import { useEffect, useRef, useState } from 'react';
import { ask } from '../../api/client';

const PAGE = 1000;
/** Events that a page holds. */
export const MOST_EVENTS = 20_000;

export interface Milestones {
  readonly events: readonly MilestoneTold[];
  /** Last day that was read; -1 before the first answer. */
  readonly upTo: number;
  readonly isCut: boolean;
  readonly error: unknown;
}

const NONE: Milestones = { events: [], upTo: -1, isCut: false, error: undefined };

/** @param last day that is sealed; -1 before the first */
export function useMilestones(run: string, last: number): Milestones {
  const [known, setKnown] = useState<{ readonly run: string } & Milestones>({ run, ...NONE });
  const current = known.run === run ? known : { run, ...NONE };
  const { upTo, isCut } = current;
  const events = useRef(current.events);
  events.current = current.events;
  useEffect(() => {
    if (last <= upTo || isCut) return undefined;
    const stopping = new AbortController();
    readDays(run, { from: upTo + 1, to: last }, MOST_EVENTS - events.current.length, stopping.signal).then(
      (rows) => {
        const all = [...events.current, ...rows];
        setKnown({ run, events: all, upTo: last, isCut: all.length >= MOST_EVENTS, error: undefined });
      },
      (error: unknown) => {
        if (!stopping.signal.aborted) setKnown((was) => ({ ...(was.run === run ? was : { run, ...NONE }), error }));
      },
    );
    return () => stopping.abort();
  }, [run, last, upTo, isCut]);
  return current;
}

async function readDays(
  run: string,
  days: { readonly from: number; readonly to: number },
  most: number,
  signal: AbortSignal,
): Promise<MilestoneTold[]> {
  const rows: MilestoneTold[] = [];
  for (;;) {
    const query = { ...days, offset: rows.length, limit: PAGE };
    const page = await ask('readMilestones', { params: { run }, query }, signal);
    rows.push(...page.rows);
    if (page.rows.length === 0 || rows.length >= Math.min(page.total, most)) return rows.slice(0, most);
  }
}
