// What every part of the drawing needs: the run, the words, the width, the colours, and the day that matters most.
import type { RunSummary } from '#libs/analysis';
import { nameIn, runDates, wordsOf, type Language, type RunDates, type Words } from '#libs/words';
import { paintOf, type Paint } from './paint';

export interface Page {
  readonly summary: RunSummary;
  readonly language: Language;
  readonly words: Words;
  readonly dates: RunDates;
  readonly width: number;
  readonly paint: Paint;
  /** The day whose values stand beside the pictures: of the last target in the run, else of the last check, else, or where these are early, the end. */
  readonly asOfDay: number;
  /** Null is the road. */
  readonly nameOf: (sector: string | null) => string;
}

/** How much room the parts get; `rooms` in run.ts goes from generous to tight. */
export interface Room {
  readonly chartRows: number;
  /** Whether it is told how the shortage travels; the rows of sectors say when each is back. */
  readonly hasTravel: boolean;
  /** Whether the shortage gets a row a sector, or one row of marks under the chart. */
  readonly isTravelTall: boolean;
  readonly pathRows: number;
  /** Rows of losses by root cause; with none, one row tells them by sector. */
  readonly lossRows: number;
  readonly sectorRows: number;
  readonly observationRows: number;
  readonly isInputsFolded: boolean;
  readonly warningRows: number;
  /** Blank rows between the parts; `few`: none before the foot. */
  readonly blanks: 'all' | 'few' | 'none';
}

const LEAST_WIDTH = 80;
const MOST_WIDTH = 100;

/** Columns of a page on a terminal of so many. */
export const pageWidth = (columns: number): number =>
  Math.max(LEAST_WIDTH, Math.min(MOST_WIDTH, Math.floor(columns) || 0));

export function pageOf(summary: RunSummary, options: { language: Language; width: number; color: boolean }): Page {
  const { language } = options;
  const words = wordsOf(language);
  const names = new Map(summary.sectors.map(({ id, name }) => [id, nameIn(name, language)]));
  return {
    summary,
    language,
    words,
    dates: runDates({ start: summary.start, days: summary.days, language }),
    width: pageWidth(options.width),
    paint: paintOf(options.color),
    asOfDay: asOfDay(summary),
    nameOf: (sector) => (sector === null ? words.roads : (names.get(sector) ?? sector)),
  };
}

/** A day earlier than this share of the run says too little of it: what stands beside the pictures is then of its end. */
const EARLY_SHARE = 1 / 3;

function asOfDay({ observations, days }: RunSummary): number {
  for (const wanted of ['target', 'check']) {
    const seen = observations.flatMap(({ role, day }) =>
      role === wanted && day !== null && day >= EARLY_SHARE * days && day < days ? [day] : [],
    );
    if (seen.length > 0) return Math.max(...seen);
  }
  return days - 1;
}
