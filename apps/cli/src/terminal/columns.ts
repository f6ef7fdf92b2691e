// Text in terminal columns: Chinese glyphs are two wide, colour codes none.
import stringWidth from 'string-width';

export const widthOf = (text: string): number => stringWidth(text);

/** Cuts to so many columns; what is cut ends in "…". The text carries no colour codes. */
export function cut(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text;
  let kept = '';
  let used = 1;
  for (const glyph of text) {
    used += widthOf(glyph);
    if (used > columns) break;
    kept += glyph;
  }
  return columns > 0 ? `${kept}…` : '';
}

export const padEnd = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(0, columns - widthOf(text)));
export const padStart = (text: string, columns: number): string =>
  ' '.repeat(Math.max(0, columns - widthOf(text))) + text;
export const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map(widthOf));

/** One text at the left end and one at the right end of so many columns; the left one alone where both do not fit. */
export function ends(left: string, right: string, columns: number): string {
  const gap = columns - widthOf(left) - widthOf(right);
  return gap < 1 ? padEnd(cut(left, columns), columns) : left + ' '.repeat(gap) + right;
}

/** Sets items one after the other, `between` between them, in as many rows of so many columns as they need. */
export function flow(
  items: readonly string[],
  options: { between: string; columns: number; indent: string },
): string[] {
  const rows: string[] = [];
  for (const item of items) {
    const last = rows.at(-1);
    if (last === undefined) rows.push(item);
    else if (widthOf(last + options.between + item) <= options.columns)
      rows[rows.length - 1] = last + options.between + item;
    else rows.push(options.indent + item);
  }
  return rows;
}
