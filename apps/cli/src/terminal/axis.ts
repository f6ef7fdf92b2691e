// One time axis: day d of a run of n days is the stretch from d/n to (d+1)/n of the columns; its mark stands in the middle.
import type { RunDates } from '#libs/words';
import { widthOf } from './columns';

/** The column of a day. */
export const columnOf = (day: number, days: number, columns: number): number =>
  Math.min(columns - 1, Math.max(0, Math.floor(((day + 0.5) * columns) / days)));

export interface Tick {
  readonly column: number;
  readonly label: string;
}

const GAP = 2;
const DAY_STEPS = [1, 2, 7, 14, 28];
const MONTH_STEPS = [1, 2, 3, 6];
const YEAR_STEPS = [1, 2, 5, 10];

/** Ticks at round dates, as many as fit: days and weeks from the start, else months, else years. */
export function ticksOf(dates: RunDates, columns: number): Tick[] {
  const { days } = dates;
  const all = Array.from({ length: days }, (_, day) => day);
  const candidates = [
    ...(dates.long ? [] : DAY_STEPS.map((step) => ({ days: all.filter((day) => day % step === 0), label: dates.of }))),
    ...MONTH_STEPS.map((step) => ({
      days: all.filter((day) => dates.calendar(day).date === 1 && (dates.calendar(day).month - 1) % step === 0),
      label: dates.month,
    })),
    ...YEAR_STEPS.map((step) => ({
      days: all.filter((day) => startsYear(dates, day) && dates.calendar(day).year % step === 0),
      label: (day: number) => String(dates.calendar(day).year),
    })),
  ];
  for (const { days: marked, label } of candidates) {
    const ticks = marked.map((day) => ({ column: columnOf(day, days, columns), label: label(day) }));
    const isRoomy = ticks.every(
      (tick, at) => at === 0 || tick.column >= ticks[at - 1].column + widthOf(ticks[at - 1].label) + GAP,
    );
    if (ticks.length > 0 && isRoomy) return ticks;
  }
  return [{ column: 0, label: dates.of(0) }];
}

const startsYear = (dates: RunDates, day: number): boolean =>
  dates.calendar(day).month === 1 && dates.calendar(day).date === 1;

/** The axis and its labels; a label at the right end is moved left where it would run over, or left out. */
export function axisRows(dates: RunDates, columns: number): readonly [line: string, labels: string] {
  const line = Array.from({ length: columns }, () => '─');
  let labels = '';
  for (const { column, label } of ticksOf(dates, columns)) {
    line[column] = '┬';
    const from = Math.min(column, columns - widthOf(label));
    if (labels === '' || from >= widthOf(labels) + GAP)
      labels += ' '.repeat(Math.max(0, from - widthOf(labels))) + label;
  }
  return [line.join(''), labels];
}
