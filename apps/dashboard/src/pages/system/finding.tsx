// The headline: who holds the day back, or that nobody does.
import type { System } from '#libs/api';
import { useRef, type ReactNode } from 'react';
import { useSpeech } from '../../words/language';
import { holderOf, standstills, type Holder, type Standstill } from './holder';
import { sourceName } from './waterfall';
import { SYSTEM_WORDS, type SystemWords } from './words';

/** @param nowMs when the system was looked at */
export function Finding({ system, nowMs }: { readonly system: System; readonly nowMs: number }): ReactNode {
  const { language } = useSpeech();
  const still = useRef<readonly Standstill[]>([]);
  still.current = standstills(still.current, system, nowMs);
  const [title, lead] = told(holderOf(system, still.current, nowMs), SYSTEM_WORDS[language]);
  return (
    <header className="finding">
      <h1 aria-live="polite">{title}</h1>
      <p className="lead">{lead}</p>
    </header>
  );
}

function told(holder: Holder, words: SystemWords): readonly [string, string] {
  switch (holder.type) {
    case 'store':
      return [words.storeAway, words.storeAwayLead];
    case 'service':
      return [words.away(sourceName(holder.service, words)), words.awayLead];
    case 'gap':
      return [words.gap(holder.run), words.gapLead(holder.gap)];
    case 'late': {
      const seconds = Math.floor(holder.forMs / 1000);
      return [words.holds(sourceName(holder.who, words)), words.holdsLead(holder.run, holder.day, seconds)];
    }
    case 'nobody':
      return holder.runs === 0 ? [words.nothingRuns, words.noneLead] : [words.nobody, words.goesOn(holder.runs)];
    default:
      return holder satisfies never;
  }
}
