// Curves in braille: a character holds 2 x 4 dots, so a chart of 66 x 7 characters is 132 x 28 dots fine.

const BLANK = 0x2800;
/** Bit of the dot at [row][column] inside a character. */
const DOTS = [
  [0x01, 0x08],
  [0x02, 0x10],
  [0x04, 0x20],
  [0x40, 0x80],
];
/** A dotted line sets every third dot. */
const DOTTED_STEP = 3;

export interface BrailleCell {
  readonly text: string;
  readonly isSolid: boolean;
}

/**
 * A series drawn solid and others dotted, 0 to 1, over the same days.
 * @param options `solid` and each of `dotted` one value a day; size in characters
 * @returns rows from the top, each of `columns` cells
 */
export function drawCurves(options: {
  solid: readonly number[];
  dotted: readonly (readonly number[])[];
  columns: number;
  rows: number;
}): BrailleCell[][] {
  const { columns, rows } = options;
  const solid = new Uint8Array(columns * rows);
  const dotted = new Uint8Array(columns * rows);
  const set = (cells: Uint8Array, x: number, y: number): void => {
    cells[Math.floor(y / 4) * columns + Math.floor(x / 2)] |= DOTS[y % 4][x % 2];
  };
  let before: Span | undefined;
  for (let x = 0; x < columns * 2; x++) {
    const span = spanAt(options.solid, x, columns * 2, rows * 4);
    // Joined to the column before, so that a steep stretch leaves no gap.
    const from = before ? Math.min(span.high, before.low + 1) : span.high;
    const to = before ? Math.max(span.low, before.high - 1) : span.low;
    for (let y = from; y <= to; y++) set(solid, x, y);
    before = span;
    if (x % DOTTED_STEP > 0) continue;
    for (const series of options.dotted) set(dotted, x, spanAt(series, x, columns * 2, rows * 4).low);
  }
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => {
      const at = row * columns + column;
      const bits = solid[at] | dotted[at];
      return { text: bits === 0 ? ' ' : String.fromCharCode(BLANK + bits), isSolid: solid[at] !== 0 };
    }),
  );
}

/** Dots from the top. */
interface Span {
  readonly high: number;
  readonly low: number;
}

/** Highest and lowest dot of the days that fall on dot column x; where days are wider than dots, a straight line. */
function spanAt(series: readonly number[], x: number, width: number, height: number): Span {
  const dot = (ratio: number): number => Math.round((1 - Math.max(0, Math.min(1, ratio))) * (height - 1));
  const days = series.length;
  if (days > width) {
    const first = Math.floor((x * days) / width);
    const seen = series.slice(first, Math.max(first + 1, Math.floor(((x + 1) * days) / width)));
    return { high: dot(Math.max(...seen)), low: dot(Math.min(...seen)) };
  }
  const at = Math.max(0, Math.min(days - 1, ((x + 0.5) * days) / width - 0.5));
  const left = Math.floor(at);
  const right = Math.min(days - 1, left + 1);
  const y = dot(series[left] + (series[right] - series[left]) * (at - left));
  return { high: y, low: y };
}
