// The market's dated numbers: opening, online trade, visitors, entry control, basket.
import exp from '@stdlib/math-base-special-exp';
import type { Calendar } from './dates';
import type { ScenarioFile } from './scenario-file';
import type { MarketTracks } from './schedule';
import { dailyValues, dayAt, type Track } from './series';

export type TrackList = Track[];

/** No entry control: more than any number of visitors. */
const NO_CAP = 1e15;

/** Appends the market's tracks; undefined where the market has no opening day. */
export function marketTracks(file: ScenarioFile, calendar: Calendar, tracks: TrackList): MarketTracks | undefined {
  const { market, days } = file.spec;
  const series = (name: 'online' | 'entryCap', range: { atRest: number; most: number }): Float64Array => {
    const written = market[name];
    if (!written) return new Float64Array(days).fill(range.atRest);
    return dailyValues(file, calendar, { shape: 'step', ...written }, ['market', name], range);
  };
  const online = series('online', { atRest: 0, most: 1 });
  const entryCap = series('entryCap', { atRest: NO_CAP, most: NO_CAP });
  if (market.opens === undefined) return undefined;
  const opening = dayAt(file, calendar, market.opens, ['market', 'opens']);
  const push = (name: string, values: Float64Array, range: { most: number; off: number | null }): number =>
    tracks.push({ path: `market.${name}`, values, overrides: false, ...range }) - 1;
  const daily = (value: (day: number) => number): Float64Array => new Float64Array(days).map((_, day) => value(day));
  const always = (value: number): Float64Array => daily(() => value);
  return {
    opens: push(
      'opens',
      daily((day) => (day >= opening ? 1 : 0)),
      { most: 1, off: 0 },
    ),
    online: push('online', online, { most: 1, off: 0 }),
    visitorsPerDay: push('visitorsPerDay', always(market.visitorsPerDay), { most: NO_CAP, off: null }),
    entryCap: push('entryCap', entryCap, { most: NO_CAP, off: NO_CAP }),
    basket: push('basketYuan', always(market.basketYuan), { most: NO_CAP, off: null }),
    arrivalShare: daily((day) => arrivalShare(market.arrivals, day)),
    firstDayShare: market.firstDayShare,
    dailyHazard: market.dailyHazard,
  };
}

/** Online trade in the end, share of turnover: the rest of base turnover needs visitors. */
export function lastOnlineShare({ spec }: ScenarioFile, calendar: Calendar): number {
  const entries = Object.entries(spec.market.online?.values ?? {});
  const last = entries.sort(([a], [b]) => calendar.dayOf(a) - calendar.dayOf(b)).at(-1);
  return last?.[1] ?? 0;
}

/** from + (1 - from)(1 - exp(-d/tau)), d days after the opening. */
function arrivalShare(arrivals: { from: number; tauDays: number } | undefined, day: number): number {
  return arrivals ? arrivals.from + (1 - arrivals.from) * (1 - exp(-day / arrivals.tauDays)) : 1;
}
