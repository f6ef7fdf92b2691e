// A run as the page follows it: all sealed days, and whatever closes from now on. The browser reconnects by itself and
// says which day it had last, so no day is missing and none is there twice.
import type { DayResult, Run } from '#libs/api';
import { useEffect, useReducer } from 'react';
import { ask, urlOf } from './client';

export interface Followed {
  readonly run: Run | undefined;
  /** Index is the day. */
  readonly days: readonly DayResult[];
  /** `cut`: the connection is lost and tried again. */
  readonly link: 'opening' | 'open' | 'cut' | 'gone';
}

type Told =
  | { readonly type: 'begun' }
  | { readonly type: 'run'; readonly run: Run }
  | { readonly type: 'days'; readonly days: readonly DayResult[] }
  | { readonly type: 'link'; readonly link: Followed['link'] };

const NOTHING: Followed = { run: undefined, days: [], link: 'opening' };

function fold(followed: Followed, told: Told): Followed {
  switch (told.type) {
    case 'begun':
      return NOTHING;
    case 'run':
      return { ...followed, run: told.run };
    case 'days': {
      const days = [...followed.days];
      for (const day of told.days) days[day.day] = day;
      return { ...followed, days };
    }
    case 'link':
      return { ...followed, link: told.link };
    default:
      return told satisfies never;
  }
}

/** Days that come in a burst are shown together, once a frame. */
export function useRun(id: string | undefined): Followed {
  const [followed, tell] = useReducer(fold, NOTHING);
  useEffect(() => {
    tell({ type: 'begun' });
    if (id === undefined) return undefined;
    return follow(id, tell);
  }, [id]);
  return followed;
}

function follow(id: string, tell: (told: Told) => void): () => void {
  const params = { run: id };
  const stopping = new AbortController();
  let source: EventSource | undefined;
  let waiting: DayResult[] = [];
  const flush = (): void => {
    const days = waiting;
    waiting = [];
    if (days.length > 0) tell({ type: 'days', days });
  };
  const begin = async (): Promise<void> => {
    const [run, days] = await Promise.all([
      ask('readRun', { params }, stopping.signal),
      ask('readDays', { params }, stopping.signal),
    ]);
    tell({ type: 'run', run });
    tell({ type: 'days', days });
    const last = days.at(-1)?.day ?? -1;
    source = new EventSource(`${urlOf('followRun', { params })}?after=${last}`);
    source.addEventListener('open', () => tell({ type: 'link', link: 'open' }));
    source.addEventListener('error', () => tell({ type: 'link', link: 'cut' }));
    source.addEventListener('run', (event) => tell({ type: 'run', run: JSON.parse(event.data as string) as Run }));
    source.addEventListener('gone', () => {
      tell({ type: 'link', link: 'gone' });
      source?.close();
    });
    source.addEventListener('day', (event) => {
      if (waiting.length === 0) requestAnimationFrame(flush);
      waiting.push(JSON.parse(event.data as string) as DayResult);
    });
  };
  begin().catch(() => {
    if (!stopping.signal.aborted) tell({ type: 'link', link: 'cut' });
  });
  return () => {
    stopping.abort();
    source?.close();
  };
}
