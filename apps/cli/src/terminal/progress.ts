// The line that a terminal shows while a run is under way; the caller draws it over itself and only on a terminal.
import { percent, wordsOf, type Language } from '#libs/words';
import { cut, padStart, widthOf } from './columns';
import { paintOf } from './paint';

interface Progress {
  /** The day just finished, 0 the first. */
  readonly day: number;
  readonly days: number;
  /** As written in the language. */
  readonly date: string;
  readonly capacityRecovery: number;
}

const MOST_BAR_COLUMNS = 24;

/** One row, never wider than `width`: days done, the date, capacity recovered, and a bar of the days done. */
export function drawProgress(
  progress: Progress,
  options: { language: Language; width: number; color: boolean },
): string {
  const { day, days, date, capacityRecovery } = progress;
  const words = wordsOf(options.language);
  const paint = paintOf(options.color);
  const done = Math.min(days, day + 1);
  const left = words.daysDone(padStart(String(done), String(days).length), String(days));
  const right = `${padStart(date, 7)}  ${words.capacityRecovered} ${padStart(percent(capacityRecovery), 5)}`;
  const room = Math.min(MOST_BAR_COLUMNS, options.width - 1 - widthOf(`${left}    ${right}`));
  if (room < 5) return cut(`${left}  ${right}`, options.width - 1);
  const filled = Math.round((done / days) * room);
  return `${left}  ${paint.teal('━'.repeat(filled))}${paint.grey('╌'.repeat(room - filled))}  ${right}`;
}

/** One row, never wider than `width`, while a run goes on beyond its end to see whether its chain comes back. */
export function drawBeyond(
  { daysAfter, capacityRecovery }: { readonly daysAfter: number; readonly capacityRecovery: number },
  options: { language: Language; width: number },
): string {
  return cut(wordsOf(options.language).notSteady(percent(capacityRecovery), daysAfter), options.width - 1);
}

/** One row: how many runs of many are done. */
export function drawMembersDone(
  done: number,
  all: number,
  options: { language: Language; width: number; color: boolean },
): string {
  const words = wordsOf(options.language);
  const paint = paintOf(options.color);
  const filled = Math.round((done / all) * MOST_BAR_COLUMNS);
  const bar = paint.teal('━'.repeat(filled)) + paint.grey('╌'.repeat(MOST_BAR_COLUMNS - filled));
  return `${words.runsDone(padStart(String(done), String(all).length), String(all))}  ${bar}`;
}
