// A run as the page follows it: all sealed days, and whatever closes from now on. The browser reconnects by itself and
// says which day it had last, so no day is missing and none is there twice.
import type { DayResult, Problem, Run } from '#libs/api';
import { useEffect, useReducer } from 'react';
import { ask, isProblem, urlOf } from './client';

export interface Followed {
  readonly run: Run | undefined;
  /** Index is the day. */
  readonly days: readonly DayResult[];
  /** `cut`: the connection is lost and tried again. */
  readonly link: 'opening' | 'open' | 'cut' | 'gone';
  /** Why the gateway does not show this run at all. */
  readonly refusal: Problem | undefined;
}

type Told =
  | { readonly type: 'begun' }
  | { readonly type: 'run'; readonly run: Run }
  | { readonly type: 'days'; readonly days: readonly DayResult[] }
  | { readonly type: 'link'; readonly link: Followed['link'] }
  | { readonly type: 'refused'; readonly refusal: Problem };

const NOTHING: Followed = { run: undefined, days: [], link: 'opening', refusal: undefined };
const AGAIN_MS = 2000;

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
    case 'refused':
      return { ...followed, refusal: told.refusal };
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
  let again: ReturnType<typeof setTimeout> | undefined;
  let source: EventSource | undefined;
  const begin = async (): Promise<void> => {
    const [run, days] = await Promise.all([
      ask('readRun', { params }, stopping.signal),
      ask('readDays', { params }, stopping.signal),
    ]);
    tell({ type: 'run', run });
    tell({ type: 'days', days });
    source = listen(id, days.at(-1)?.day ?? -1, tell, retry);
  };
  // What did not reach the gateway is tried until it does; what it refuses will be refused again.
  function retry(): void {
    source?.close();
    tell({ type: 'link', link: 'cut' });
    again = setTimeout(start, AGAIN_MS);
  }
  function start(): void {
    begin().catch((error: unknown) => {
      if (stopping.signal.aborted) return;
      if (isProblem(error) && error.problem.status < 500) tell({ type: 'refused', refusal: error.problem });
      else retry();
    });
  }
  start();
  return () => {
    stopping.abort();
    clearTimeout(again);
    source?.close();
  };
}

/** @param ended the browser has given up: it does where the gateway answers, but with no stream */
function listen(id: string, after: number, tell: (told: Told) => void, ended: () => void): EventSource {
  let waiting: DayResult[] = [];
  const flush = (): void => {
    const days = waiting;
    waiting = [];
    if (days.length > 0) tell({ type: 'days', days });
  };
  const source = new EventSource(urlOf('followRun', { params: { run: id }, query: { after } }));
  source.addEventListener('open', () => tell({ type: 'link', link: 'open' }));
  source.addEventListener('error', () => {
    if (source.readyState === EventSource.CLOSED) ended();
    else tell({ type: 'link', link: 'cut' });
  });
  source.addEventListener('run', ({ data }) => tell({ type: 'run', run: JSON.parse(data as string) as Run }));
  source.addEventListener('gone', () => {
    tell({ type: 'link', link: 'gone' });
    source.close();
  });
  source.addEventListener('day', ({ data }) => {
    if (waiting.length === 0) requestAnimationFrame(flush);
    waiting.push(JSON.parse(data as string) as DayResult);
  });
  return source;
}
