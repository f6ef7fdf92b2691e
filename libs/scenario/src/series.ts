// Dated series as one value a day. Before its first date a straight series holds its first value; a step series stands at
// rest (acts.ts).
import { RANGE_OF } from './acts';
import type { Calendar } from './dates';
import type { Path, ScenarioFile } from './scenario-file';
import type { SeriesSpec, ShockSpec } from './schema/series';

/** One dated series by the path under which it is set and intervened in. */
export interface Track {
  readonly path: string;
  readonly values: Float64Array;
  /** Stands instead of other tracks of the same act where both apply. */
  readonly overrides: boolean;
  /** The most that it can be set to. */
  readonly most: number;
  /** Where it stands when what it tells of never comes; null where a number cannot say that. */
  readonly off: number | null;
}

/** Day of a date in the file, inside the run or not. @throws InputError SCN_BAD_DATE */
export function anyDayAt(file: ScenarioFile, calendar: Calendar, value: string | number, path: Path): number {
  const day = calendar.dayOf(value);
  if (!Number.isNaN(day)) return day;
  throw file.error('SCN_BAD_DATE', path, `there is no date ${value}.`, 'Write 2020-02-18, or a day number.');
}

/**
 * Day of a date in the file; a run that is shortened by an override keeps the dates of the whole.
 * @throws InputError SCN_BAD_DATE, SCN_DATE_OUTSIDE
 */
export function dayAt(file: ScenarioFile, calendar: Calendar, value: string | number, path: Path): number {
  const day = anyDayAt(file, calendar, value, path);
  const { declaredDays, spec } = file;
  if (day < 0 || day >= declaredDays) {
    const last = `${calendar.dateOf(declaredDays - 1)} (day ${declaredDays - 1})`;
    const mend = `The run goes from ${spec.start} (day 0) to ${last}.`;
    throw file.error('SCN_DATE_OUTSIDE', path, `${value} lies outside the run.`, mend);
  }
  return day;
}

interface Dated {
  readonly values: Record<string, number>;
  readonly shape: 'step' | 'linear';
}

/**
 * A value for each day of the run.
 * @throws InputError SCN_BAD_DATE, SCN_DATE_OUTSIDE, SCN_DUPLICATE_DAY; SCN_OUT_OF_RANGE above `most`
 */
export function dailyValues(
  file: ScenarioFile,
  calendar: Calendar,
  series: Dated,
  path: Path,
  { atRest, most }: { atRest: number; most: number },
): Float64Array {
  const points = pointsOf(file, calendar, series.values, [...path, 'values'], most);
  const isLinear = series.shape === 'linear';
  const daily = new Float64Array(file.spec.days);
  let next = 0;
  for (let day = 0; day < daily.length; day++) {
    while (next < points.length && points[next].day <= day) next++;
    daily[day] = next === 0 ? (isLinear ? points[0].value : atRest) : points[next - 1].value;
    if (!isLinear || next === 0 || next === points.length) continue;
    const [from, to] = [points[next - 1], points[next]];
    daily[day] = from.value + ((to.value - from.value) * (day - from.day)) / (to.day - from.day);
  }
  return daily;
}

interface Point {
  readonly day: number;
  readonly date: string;
  readonly value: number;
}

/** Dated values by day. */
function pointsOf(
  file: ScenarioFile,
  calendar: Calendar,
  values: Record<string, number>,
  path: Path,
  most: number,
): Point[] {
  const points = Object.entries(values)
    .map(([date, value]) => ({ day: dayAt(file, calendar, date, [...path, date]), date, value }))
    .sort((a, b) => a.day - b.day);
  points.forEach(({ day, date, value }, i) => {
    if (value > most) {
      const mend = most === 1 ? 'The greatest valid value is 1; 34 % is 0.34.' : `The greatest valid value is ${most}.`;
      throw file.error('SCN_OUT_OF_RANGE', [...path, date], `${value} is too large.`, mend);
    }
    if (i > 0 && points[i - 1].day === day) {
      const reason = `${points[i - 1].date} and ${date} are the same day.`;
      throw file.error('SCN_DUPLICATE_DAY', [...path, date], reason, 'Give each day one value.');
    }
  });
  return points;
}

/** Track of a curve or lever. */
export function trackOf(file: ScenarioFile, calendar: Calendar, spec: SeriesSpec, path: Path): Track {
  const { overrides, acts } = spec;
  const range = RANGE_OF[acts];
  const values = dailyValues(file, calendar, spec, path, range);
  // Without a series that stands instead of others, those others stand: no number of its own says that.
  const off = overrides ? null : range.off(values[0]);
  return { path: path.join('.'), values, overrides, most: range.most, off };
}

/** Track of a shock: full depth for its days, then a straight way back. */
export function shockTrack(file: ScenarioFile, calendar: Calendar, spec: ShockSpec, path: Path): Track {
  const first = dayAt(file, calendar, spec.from, [...path, 'from']);
  const values = new Float64Array(file.spec.days).fill(1);
  for (let day = first; day < values.length; day++) {
    const after = day - (first + spec.days - 1);
    const healed = after <= 0 ? 0 : spec.recoveryDays > 0 ? Math.min(1, after / (spec.recoveryDays + 1)) : 1;
    values[day] = spec.leaves + (1 - spec.leaves) * healed;
  }
  return { path: path.join('.'), values, overrides: false, most: RANGE_OF[spec.acts].most, off: 1 };
}
