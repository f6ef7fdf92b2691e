// The nearest valid word, for errors that say what to write instead.
import { closest, distance } from 'fastest-levenshtein';

/** `Did you mean "dyeing"?`, or the list of what there is; never more than 12 names. */
export function didYouMean(word: string, valid: readonly string[]): string {
  if (valid.length === 0) return 'There is none.';
  const best = closest(word, valid as string[]);
  if (distance(word, best) <= Math.max(2, Math.floor(best.length / 2))) return `Did you mean "${best}"?`;
  const shown = valid.slice(0, 12).join(', ');
  return `There are: ${shown}${valid.length > 12 ? `, and ${valid.length - 12} more` : ''}.`;
}
