// What every page is about: the run of the address (else the newest), its days as they come, and the day that is looked at.
import type { Chain, DayResult, Run } from '#libs/api';
import { runDates, type RunDates } from '#libs/words';
import { createContext, useContext, useMemo } from 'react';
import type { Followed } from '../api/run-stream';
import { useSpeech } from '../words/language';
import type { Playback } from './playback';

export interface RunScope extends Playback {
  readonly run: Run;
  readonly chain: Chain;
  readonly days: readonly DayResult[];
  /** The day that is looked at; the newest sealed one while nobody has chosen. */
  readonly day: number;
  /** Undefined before the first day is sealed. */
  readonly today: DayResult | undefined;
  /** Whether the day looked at follows the run. */
  readonly isFollowing: boolean;
  readonly link: Followed['link'];
  /** Looks at a day; null follows the run again. */
  readonly look: (day: number | null) => void;
}

export const RunScopeContext = createContext<RunScope | undefined>(undefined);

/** @throws Error outside of a page with a run */
export function useScope(): RunScope {
  const scope = useContext(RunScopeContext);
  if (!scope) throw new Error('this page has no run');
  return scope;
}

/** How the days of the run are written. */
export function useDates(): RunDates {
  const { run } = useScope();
  const { language } = useSpeech();
  const { start, days } = run;
  return useMemo(() => runDates({ start, days, language }), [start, days, language]);
}
