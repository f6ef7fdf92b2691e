// Words in errors: the nearest valid one, so that the error says what to write instead, and a safe way to show what was
// written.
import { distance } from 'fastest-levenshtein';

const MOST_COMPARED = 5000;
const MOST_LISTED = 12;
const MOST_CHARACTERS = 60;

/** `Did you mean "dyeing"?`, or the list of what there is; never more than 12 names. */
export function didYouMean(word: string, valid: readonly string[]): string {
  if (valid.length === 0) return 'There is none.';
  const written = word.slice(0, 200).toLowerCase();
  let best = valid[0];
  let least = Infinity;
  for (const name of valid.slice(0, MOST_COMPARED)) {
    const steps = distance(written, name.toLowerCase());
    if (steps < least) [best, least] = [name, steps];
  }
  // Half the letters may differ, at least one: `plna` is near `plan`; `xy` is near nothing.
  if (least <= Math.max(1, Math.floor(Math.min(best.length, word.length) / 2))) return `Did you mean "${best}"?`;
  const listed = valid.slice(0, MOST_LISTED).join(', ');
  const more = valid.length > MOST_LISTED ? `, and ${valid.length - MOST_LISTED} more` : '';
  return `Valid: ${listed}${more}.`;
}

/** A written word between quotes: at most 60 characters, without line ends or other control characters. */
export function quoted(word: string): string {
  return JSON.stringify(word.length > MOST_CHARACTERS ? `${word.slice(0, MOST_CHARACTERS)}...` : word);
}
