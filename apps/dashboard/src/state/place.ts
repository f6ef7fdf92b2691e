// Where one is: page, run, day and choices, all in the address, so that a reload or a link shows the same.
import { useSyncExternalStore } from 'react';

export const PAGES = ['live', 'stages', 'enterprises', 'why', 'scenarios', 'compare', 'events', 'system'] as const;
export type Page = (typeof PAGES)[number];

export interface PlaceNow {
  readonly page: Page;
  /** Choices by name: run, day, lang, theme, table, and what each page adds. */
  readonly choices: Readonly<Record<string, string>>;
}

const listeners = new Set<() => void>();
let now: PlaceNow = read();

function read(): PlaceNow {
  const page = PAGES.find((one) => location.pathname === `/${one}`) ?? 'live';
  return { page, choices: Object.fromEntries(new URLSearchParams(location.search)) };
}

function changed(): void {
  now = read();
  for (const listener of listeners) listener();
}

addEventListener('popstate', changed);

export function usePlace(): PlaceNow {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => now,
  );
}

/** Address of a place; what is not named stays, null removes. */
export function addressOf(page: Page, choices: Readonly<Record<string, string | number | null>> = {}): string {
  const search = new URLSearchParams(now.choices);
  for (const [name, value] of Object.entries(choices)) {
    if (value === null) search.delete(name);
    else search.set(name, String(value));
  }
  const text = search.toString();
  return `/${page}${text === '' ? '' : `?${text}`}`;
}

/** Goes to a page: a new entry of the history. */
export function go(page: Page, choices: Readonly<Record<string, string | number | null>> = {}): void {
  history.pushState(null, '', addressOf(page, choices));
  changed();
}

/** Changes choices where one is, without a new entry: scrubbing must not fill the history. */
export function choose(choices: Readonly<Record<string, string | number | null>>): void {
  history.replaceState(null, '', addressOf(now.page, choices));
  changed();
}
