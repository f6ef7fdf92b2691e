// Levers that answer to what is typed: by name, unit, what they act on and path, in the order of how well they do.
import type { Lever } from '#libs/api';

/** @param names of a lever in the language of the page and in English */
export function matching(levers: readonly Lever[], search: string): readonly Lever[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return levers;
  const scored = levers.map((lever) => ({ lever, score: scoreOf(lever, words) }));
  return scored
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
    .map(({ lever }) => lever);
}

function scoreOf({ name, unit, acts, path }: Lever, words: readonly string[]): number {
  const strong = `${name.en} ${name.zh ?? ''} ${path}`.toLowerCase();
  const weak = `${unit.en} ${unit.zh ?? ''} ${acts}`.toLowerCase();
  const scores = words.map((word) => (strong.includes(word) ? 2 : weak.includes(word) ? 1 : 0));
  return scores.some((score) => score === 0) ? 0 : scores.reduce((sum: number, score) => sum + score, 0);
}
