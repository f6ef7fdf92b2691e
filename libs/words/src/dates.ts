// Days of a run as dates. A run of more than a year writes whole dates, since "1 Mar" would then name several days.
import type { Language } from './words';

const DAY_MS = 86_400_000;
const LONGEST_WITHOUT_YEAR_DAYS = 366;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

interface CalendarDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly date: number;
}

export interface RunDates {
  /** The run's days, and whether they span more than a year. */
  readonly days: number;
  readonly long: boolean;
  readonly calendar: (day: number) => CalendarDate;
  /** "1 Mar", "3月1日"; "2020-03-01" in a long run. */
  readonly of: (day: number) => string;
  /** "1–12 Feb", "19 Feb – 8 Mar", "2月1–12日". */
  readonly range: (fromDay: number, toDay: number) => string;
  /** The whole run with its years. */
  readonly whole: string;
  readonly month: (day: number) => string;
}

/**
 * How the days of a run are written.
 * @param options `start` as YYYY-MM-DD, `days` of the run >= 1
 */
export function runDates(options: { start: string; days: number; language: Language }): RunDates {
  const { start, days, language } = options;
  const [year, month, date] = start.split('-').map(Number);
  const startMs = Date.UTC(year, month - 1, date);
  const calendar = (day: number): CalendarDate => {
    const at = new Date(startMs + day * DAY_MS);
    return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate() };
  };
  const long = days > LONGEST_WITHOUT_YEAR_DAYS;
  const short = (at: CalendarDate): string =>
    language === 'zh' ? `${at.month}月${at.date}日` : `${at.date} ${MONTHS[at.month - 1]}`;
  const of = (day: number): string => (long ? iso(calendar(day)) : short(calendar(day)));
  const range = (fromDay: number, toDay: number): string => {
    const [from, to] = [calendar(fromDay), calendar(toDay)];
    if (fromDay === toDay) return of(fromDay);
    if (long) return `${iso(from)} – ${iso(to)}`;
    if (from.year !== to.year || from.month !== to.month) {
      return language === 'zh' ? `${short(from)}–${short(to)}` : `${short(from)} – ${short(to)}`;
    }
    return language === 'zh'
      ? `${from.month}月${from.date}–${to.date}日`
      : `${from.date}–${to.date} ${MONTHS[to.month - 1]}`;
  };
  return {
    days,
    long,
    calendar,
    of,
    range,
    whole: wholeOf(calendar(0), calendar(days - 1), language, short),
    month: (day) => monthOf(calendar(day), language, long),
  };
}

const two = (value: number): string => String(value).padStart(2, '0');
const iso = ({ year, month, date }: CalendarDate): string => `${year}-${two(month)}-${two(date)}`;

function wholeOf(
  from: CalendarDate,
  to: CalendarDate,
  language: Language,
  short: (at: CalendarDate) => string,
): string {
  const same = iso(from) === iso(to);
  const sameYear = from.year === to.year;
  if (language === 'zh') {
    const first = `${from.year}年${short(from)}`;
    return same ? first : `${first}–${sameYear ? '' : `${to.year}年`}${short(to)}`;
  }
  const last = `${short(to)} ${to.year}`;
  return same ? last : `${short(from)}${sameYear ? '' : ` ${from.year}`} – ${last}`;
}

function monthOf(at: CalendarDate, language: Language, long: boolean): string {
  if (!long) return language === 'zh' ? `${at.month}月${at.date}日` : `${at.date} ${MONTHS[at.month - 1]}`;
  return language === 'zh' ? `${at.year}年${at.month}月` : `${MONTHS[at.month - 1]} ${at.year}`;
}
