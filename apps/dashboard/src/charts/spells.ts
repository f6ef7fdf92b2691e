// Runs of equal words, and about how wide a word is.
interface Spell {
  readonly from: number;
  /** Last day. */
  readonly to: number;
  readonly word: string;
}

/** Runs of equal words. */
export function spellsOf(words: readonly string[]): readonly Spell[] {
  const spells: { from: number; to: number; word: string }[] = [];
  words.forEach((word, day) => {
    const last = spells.at(-1);
    if (last?.word === word) last.to = day;
    else spells.push({ from: day, to: day, word });
  });
  return spells;
}

const LABEL_HEIGHT = 11;

/** About how wide a label is, in pixels: Chinese is square. */
export function labelWidth(text: string, size = LABEL_HEIGHT): number {
  let width = 0;
  for (const letter of text) width += letter > '\u2e80' ? size : size * 0.56;
  return width;
}
