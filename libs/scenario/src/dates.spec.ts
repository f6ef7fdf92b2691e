import fc from 'fast-check';
import { Calendar, civilFromDays, daysFromCivil } from './dates';

const DAY_MS = 86_400_000;
const civil = (days: number): string => new Date(days * DAY_MS).toISOString().slice(0, 10);
/** Days since 1970 of the years 1600 to 9900. */
const anyDay = fc.integer({ min: -135_140, max: 2_896_000 });

describe('a date', () => {
  it("is the same day number as the engine's own calendar has", () => {
    fc.assert(
      fc.property(anyDay, (days) => civilFromDays(days) === civil(days) && daysFromCivil(civil(days)) === days),
    );
  });

  it('goes to a day number and back', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 3650 }), (start, day) => {
        const calendar = new Calendar(civilFromDays(start));
        return calendar.dayOf(calendar.dateOf(day)) === day && calendar.dayOf(String(day)) === day;
      }),
    );
  });

  it.each([
    '2020-02-30',
    '2019-02-29',
    '1900-02-29',
    '2020-13-01',
    '2020-00-10',
    '2020-04-31',
    '2020-4-1',
    '20200401',
    '',
  ])('%s does not exist', (text) => expect(daysFromCivil(text)).toBeNaN());
});
