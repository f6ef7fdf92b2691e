// Dates as day numbers, by the proleptic Gregorian calendar. No clock and no time zone: a date is a label of a day.

/** Days from 1 January 1970 to a civil date (H. Hinnant's days-from-civil); NaN when there is no such date. */
export function daysFromCivil(date: string): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!match) return NaN;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return NaN;
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The civil date, `2020-02-18`, that many days after 1 January 1970. */
export function civilFromDays(days: number): string {
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * mp + 2) / 5) + 1;
  const month = mp < 10 ? mp + 3 : mp - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

function daysInMonth(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

/** Turns dates into day numbers and back, for one start. */
export class Calendar {
  readonly #start: number;

  /** @param start date of day 0. @throws RangeError when there is no such date */
  constructor(start: string) {
    this.#start = daysFromCivil(start);
    if (Number.isNaN(this.#start)) throw new RangeError(`no date: ${start}`);
  }

  /** Day number of a date or a day number as text; NaN when it is neither. */
  dayOf(value: string | number): number {
    if (typeof value === 'number') return value;
    return /^\d{1,4}$/.test(value) ? Number(value) : daysFromCivil(value) - this.#start;
  }

  dateOf(day: number): string {
    return civilFromDays(this.#start + day);
  }
}
