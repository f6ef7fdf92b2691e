// Dated series as one value a day. Before its first date a straight series holds its first value; a step series stands at
// rest: 0 for what is switched on (open, passes, checkpoint, green channel), 1 for what is a factor.
import type { Calendar } from './dates';
import type { Path, ScenarioFile } from './scenario-file';
import type { SeriesSpec, ShockSpec } from './schema/series';

/** One dated series by the path under which it is set and intervened in. */
export interface Track {
  readonly path: string;
  readonly values: Float64Array;
  /** Stands instead of other tracks of the same act where both apply. */
  readonly overrides: boolean;
}

type Act = SeriesSpec['acts'];

const AT_REST: Record<Act, number> = {
  capacity: 1,
  utility: 1,
  demand: 1,
  finishedTarget: 1,
  drivers: 1,
  open: 0,
  passes: 0,
  checkpoint: 0,
  greenChannel: 0,
};

/** Day of a date in the file. @throws InputError SCN_BAD_DATE, SCN_DATE_OUTSIDE */
export function dayAt(file: ScenarioFile, calendar: Calendar, value: string | number, path: Path): number {
  const day = calendar.dayOf(value);
  const { days, start } = file.spec;
  if (Number.isNaN(day)) {
    throw file.error('SCN_BAD_DATE', path, `there is no date ${value}.`, 'Write 2020-02-18, or a day number.');
  }
  if (day < 0 || day >= days) {
    const last = calendar.dateOf(days - 1);
    throw file.error(
      'SCN_DATE_OUTSIDE',
      path,
      `${value} lies outside the run.`,
      `The run goes from ${start} (day 0) to ${last} (day ${days - 1}).`,
    );
  }
  return day;
}

interface Dated {
  readonly values: Record<string, number>;
  readonly shape: 'step' | 'linear';
}

/**
 * A value for each day of the run. A date after the run's last day still shapes a straight line, so that a shorter run
 * of the same scenario is its beginning.
 * @throws InputError SCN_BAD_DATE, SCN_DATE_OUTSIDE for dates before day 0 or beyond 3,650 days
 */
export function dailyValues(
  file: ScenarioFile,
  calendar: Calendar,
  series: Dated,
  path: Path,
  atRest: number,
): Float64Array {
  const points = Object.entries(series.values)
    .map(([date, value]) => ({ day: seriesDay(file, calendar, date, [...path, 'values', date]), value }))
    .sort((a, b) => a.day - b.day);
  const isLinear = series.shape === 'linear';
  let next = 0;
  return Float64Array.from({ length: file.spec.days }, (_, day) => {
    while (next < points.length && points[next].day <= day) next++;
    const before = points.at(next - 1);
    if (next === 0) return isLinear ? points[0].value : atRest;
    const from = before ?? points[0];
    if (!isLinear || next === points.length) return from.value;
    const to = points[next];
    return from.value + ((to.value - from.value) * (day - from.day)) / (to.day - from.day);
  });
}

const LAST_DAY = 3650;

function seriesDay(file: ScenarioFile, calendar: Calendar, date: string, path: Path): number {
  const day = calendar.dayOf(date);
  if (Number.isNaN(day))
    throw file.error('SCN_BAD_DATE', path, `there is no date ${date}.`, 'Write 2020-02-18, or a day number.');
  if (day < 0 || day > Math.max(LAST_DAY, file.spec.days) || isFarBeyond(day, file.spec.days)) {
    throw file.error(
      'SCN_DATE_OUTSIDE',
      path,
      `${date} lies outside the run.`,
      `The run starts on ${file.spec.start} (day 0) and has ${file.spec.days} days.`,
    );
  }
  return day;
}

/** A date more than a year after the run's end is a slip of the pen. */
function isFarBeyond(day: number, days: number): boolean {
  return day > days + 366;
}

/** Track of a curve or lever. */
export function trackOf(file: ScenarioFile, calendar: Calendar, spec: SeriesSpec, path: Path): Track {
  const values = dailyValues(file, calendar, spec, path, AT_REST[spec.acts]);
  return { path: path.join('.'), values, overrides: spec.overrides };
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
  return { path: path.join('.'), values, overrides: false };
}
