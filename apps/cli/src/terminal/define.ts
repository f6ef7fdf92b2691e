// A figure's definition, and the list of all.
import type { Definition } from '#libs/analysis';
import { wordsOf, type Language } from '#libs/words';
import { cut, padEnd, widest, widthOf } from './columns';
import { pageWidth } from './page';
import { paintOf } from './paint';

interface Drawing {
  readonly language: Language;
  readonly width: number;
  readonly color: boolean;
}

export function drawDefinition(definition: Definition, { language, width, color }: Drawing): string {
  const words = wordsOf(language);
  const paint = paintOf(color);
  const { title, numerator, denominator, counts, unit } = definition[language];
  const parts = [
    [words.numerator, numerator],
    [words.denominator, denominator ?? words.noDenominator],
    [words.whoCounts, counts],
    [words.unit, unit],
    [words.fields, definition.fields.length > 0 ? definition.fields.join(', ') : words.noField],
  ];
  const left = widest(parts.map(([name]) => name)) + 4;
  return [
    `${paint.bold(definition.name)}  ${title}`,
    ...parts.flatMap(([name, text]) => {
      const rows = wrap(text, pageWidth(width) - left);
      return rows.map((row, at) => `  ${paint.grey(padEnd(at === 0 ? name : '', left - 2))}${row}`);
    }),
  ].join('\n');
}

export function drawDefinitionList(definitions: readonly Definition[], { language, width, color }: Drawing): string {
  const paint = paintOf(color);
  const left = widest(definitions.map(({ name }) => name)) + 2;
  return definitions
    .map((one) => `${paint.bold(padEnd(one.name, left))}${cut(one[language].title, pageWidth(width) - left)}`)
    .join('\n');
}

/** At blanks; Chinese, which has none, between any two glyphs but before a mark. */
function wrap(text: string, columns: number): string[] {
  const pieces = text.match(/[\u2e80-\uffef][，。；：、）”]*|[^\s\u2e80-\uffef]+\s?|\s/gu) ?? [];
  const rows: string[] = [''];
  for (const piece of pieces) {
    const last = rows[rows.length - 1];
    if (widthOf((last + piece).trimEnd()) <= columns) rows[rows.length - 1] = last + piece;
    else rows.push(piece);
  }
  return rows.map((row) => row.trimEnd());
}
