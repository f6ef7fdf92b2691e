// The dictionary's front door.
import { en } from './en';
import type { Language, Words } from './words';
import { zh } from './zh';

export type { Language, Words } from './words';
export { byteSize, count, percent, percentFine, signed, yuan } from './numbers';
export { runDates, type RunDates } from './dates';
export { leverWords, type LeverKind, type LeverWords } from './lever-names';
export { actsIn, namesIn } from './milestone-names';
export { tellMilestone, tellResumed } from './milestones';

/** All words of a language. */
export const wordsOf = (language: Language): Words => (language === 'zh' ? zh : en);

/** The name in the language, or in English where it has none. */
export function nameIn(name: { readonly en: string; readonly zh?: string | undefined }, language: Language): string {
  return language === 'zh' ? (name.zh ?? name.en) : name.en;
}
