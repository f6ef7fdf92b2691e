// DIR@DAY: an archive and a day of its run, by number or date.
import { InputError } from '#libs/messages';
import { Calendar } from '#libs/scenario';

/** @param command whose argument it is. @throws InputError CLI_BAD_PLACE */
export function splitPlace(place: string, command: string): { folder: string; dayText: string } {
  const at = place.lastIndexOf('@');
  if (at > 0 && at < place.length - 1) return { folder: place.slice(0, at), dayText: place.slice(at + 1) };
  const mend = `Write resumption ${command} runs/keqiao-7@12 or runs/keqiao-7@2020-02-13.`;
  throw new InputError({ code: 'CLI_BAD_PLACE', place: { file: place }, reason: 'it names no day.', mend });
}

/**
 * @param path how the day was given
 * @throws InputError CLI_BAD_DAY
 */
export function dayOfRun(
  { manifest: { start, days } }: { readonly manifest: { readonly start: string; readonly days: number } },
  text: string,
  path = 'DIR@DAY',
): number {
  const calendar = new Calendar(start);
  const day = calendar.dayOf(text);
  if (day >= 0 && day < days) return day;
  const reason = `${JSON.stringify(text.slice(0, 60))} is no day of the run.`;
  const mend = `Days go from 0 (${start}) to ${days - 1} (${calendar.dateOf(days - 1)}).`;
  throw new InputError({ code: 'CLI_BAD_DAY', path, reason, mend });
}
